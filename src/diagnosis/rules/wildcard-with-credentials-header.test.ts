import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, type Case, findings, type Headers } from '../testing.ts';
import { wildcardWithCredentialsHeader } from './wildcard-with-credentials-header.ts';

const made = (headers: Headers, more: Case = {}): Case => ({ actual: { headers }, ...more });
const pair = { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' };

ruleCases(wildcardWithCredentialsHeader, {
  found: {
    'on the response': made(pair),
    'on the preflight': {
      preflight: { headers: pair },
      actual: { headers: { 'access-control-allow-origin': '*' } },
    },
  },
  nearMisses: {
    '`*` alone': made({ 'access-control-allow-origin': '*' }),
    'a word that allows nothing': made({ ...pair, 'access-control-allow-credentials': 'True' }),
    'a named origin': made({ ...pair, 'access-control-allow-origin': 'https://app.example' }),
    'blocked, where an error says it': made(pair, {
      credentials: 'include',
      verdict: blocked('actual', 'WildcardOriginNotAllowed'),
    }),
  },
});

test('what is open to everybody is told before what does nothing', () => {
  expect(findings(made(pair)).map((one) => one.rule)).toEqual([
    'wildcard-origin',
    'wildcard-with-credentials-header',
  ]);
});
