import { expect, test } from 'vitest';
import type { Fix } from '../../fix/index.ts';
import { targetLabels } from './targets.ts';

const fix = (target: string, title: string): Fix => ({
  kind: 'sam',
  target,
  title,
  language: 'yaml',
  text: '',
});

const staged = (place: string): Fix => ({
  ...fix('stage-parameter', 'long'),
  text: `Parameters:\n${place}:\n`,
});

const handler = (target: string): Fix => ({ ...fix(target, target), kind: 'handler' });

test('targets by short names; by their titles where two share one', () => {
  const fixes = [
    fix('Globals', 'a'),
    fix('resource', 'CORS'),
    fix('resource', 'Errors'),
    handler('nodejs'),
    fix('x', 'c'),
  ];
  expect(targetLabels(fixes)).toEqual(['Globals', 'CORS', 'Errors', 'Handler', 'x']);
});

test('the two places of the Parameter per stage are told in a word', () => {
  expect(targetLabels([staged('Globals')])).toEqual(['Per stage']);
  expect(targetLabels([staged('Globals'), staged('Resources')])).toEqual([
    'Per stage',
    'Per stage, resource',
  ]);
});
