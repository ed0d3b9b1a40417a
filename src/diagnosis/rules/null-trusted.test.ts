import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, type Case, finding } from '../testing.ts';
import { nullTrusted } from './null-trusted.ts';

const acao = { 'access-control-allow-origin': 'null' };
const trusted: Case = { origin: 'null', actual: { headers: acao } };
const withCredentials: Case = {
  ...trusted,
  credentials: 'include',
  actual: { headers: { ...acao, 'access-control-allow-credentials': 'true' } },
};

ruleCases(nullTrusted, {
  found: {
    'without credentials': trusted,
    'with credentials': withCredentials,
    'on the preflight only': {
      origin: 'null',
      preflight: { headers: acao },
      actual: { headers: { 'access-control-allow-origin': '*' } },
    },
  },
  nearMisses: {
    'a page without an origin, let in by `*`': {
      origin: 'null',
      actual: { headers: { 'access-control-allow-origin': '*' } },
    },
    'a named origin': { actual: { headers: { 'access-control-allow-origin': 'https://app.example' } } },
    'the answer to a page that has an origin': {
      actual: { headers: acao },
      verdict: blocked('actual', 'AllowOriginMismatch'),
    },
  },
});

test('with credentials it is worse, and the title says so', () => {
  expect(finding('null-trusted', withCredentials)?.title).toContain('with credentials');
  expect(finding('null-trusted', trusted)?.title).not.toContain('credentials');
  expect(finding('null-trusted', withCredentials)).toMatchObject({
    severity: 'warning',
    confidence: 'certain',
  });
});
