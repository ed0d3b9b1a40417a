import { expect, test } from 'vitest';
import { isPublicSuffix } from './suffixes.ts';

test.each([
  ['com', true],
  ['co.uk', true],
  ['github.io', true],
  ['someone.github.io', false],
  ['example.com', false],
  ['10.0.0.1', false],
  ['', false],
])('%s: %s', (host, expected) => {
  expect(isPublicSuffix(host)).toBe(expected);
});
