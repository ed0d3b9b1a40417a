import { expect, test } from 'vitest';
import { commandFor } from './files.ts';

test.each([
  ['template.yaml', 'anything', 'load-template'],
  ['Template.YML', '', 'load-template'],
  ['app.template', '', 'load-template'],
  ['template.json', '{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": {} }', 'load-template'],
  ['capture.har', '{ "Resources": {} }', 'import-file'],
  ['capture.json', '{ "log": { "entries": [], "Resources": {} } }', 'import-file'],
  ['capture.json', 'no JSON at all', 'import-file'],
])('%s is told apart by its name, and where that could be either by what it holds', (name, text, type) => {
  expect(commandFor(name, text)).toEqual({ type, name, text });
});
