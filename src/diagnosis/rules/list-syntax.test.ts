import { expect, test } from 'vitest';
import { blocked, finding, root } from '../testing.ts';

test.each([
  [
    'allow-methods-syntax',
    'InvalidAllowMethodsPreflightResponse',
    'access-control-allow-methods',
    'GET PUT',
    '`GET,PUT`',
  ],
  [
    'allow-methods-syntax',
    'InvalidAllowMethodsPreflightResponse',
    'access-control-allow-methods',
    '["GET"]',
    'Quotes',
  ],
  [
    'allow-headers-syntax',
    'InvalidAllowHeadersPreflightResponse',
    'access-control-allow-headers',
    '[a]',
    'brackets',
  ],
  [
    'allow-headers-syntax',
    'InvalidAllowHeadersPreflightResponse',
    'access-control-allow-headers',
    'a b',
    '`content-type',
  ],
] as const)('%s %s %s', (rule, code, name, value, words) => {
  const made = { preflight: { headers: { [name]: value } }, verdict: blocked('preflight', code) };
  expect(root(made)).toBe(rule);
  expect(finding(rule, made)?.explanation).toContain(words);
  expect(finding(rule, made)?.evidence).toEqual([
    { message: 'preflight-response', hop: 0, header: name, value },
  ]);
});

test('each knows its own list only', () => {
  const verdict = blocked('preflight', 'InvalidAllowHeadersPreflightResponse');
  expect(finding('allow-methods-syntax', { preflight: {}, verdict })).toBeNull();
  const other = blocked('preflight', 'InvalidAllowMethodsPreflightResponse');
  expect(finding('allow-headers-syntax', { preflight: {}, verdict: other })).toBeNull();
});
