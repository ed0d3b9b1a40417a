import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, type Case, finding } from '../testing.ts';
import { duplicateAllowOrigin } from './duplicate-allow-origin.ts';

const answered = (value: string | readonly string[], kind: Case['kind'] = 'rest'): Case => ({
  kind,
  actual: { headers: { 'access-control-allow-origin': value, 'x-amzn-trace-id': 't' } },
  verdict: blocked('actual', 'MultipleAllowOriginValues', String(value)),
});
const two = ['https://app.example', 'https://app.example'];

ruleCases(duplicateAllowOrigin, {
  found: {
    'a function URL and its code': answered(two, 'function-url'),
    'one value twice in one line': answered('*, *'),
    'a wildcard beside an origin': answered('*, https://app.example'),
    'two empty lines, under another code': {
      ...answered(['', '']),
      verdict: blocked('actual', 'InvalidAllowOriginValue'),
    },
  },
  nearMisses: {
    'a list of different origins': answered('https://a.example,https://b.example'),
    'one wrong origin': {
      ...answered('https://b.example'),
      verdict: blocked('actual', 'AllowOriginMismatch'),
    },
    'twice, but let through by an older browser': { ...answered(two), verdict: {} },
  },
});

test.each([
  ['function-url', 'function’s code'],
  ['rest', 'multiValueHeaders'],
  ['http', 'stands before it'],
  ['cloudfront', 'response headers policy'],
  ['other', 'proxy'],
] as const)('names the two owners at %s', (kind, words) => {
  const found = finding('duplicate-allow-origin', answered(two, kind));
  expect(found?.explanation).toContain(words);
  expect(found?.remedies).toEqual(['single-header-owner']);
  expect(found?.evidence).toHaveLength(2);
});
