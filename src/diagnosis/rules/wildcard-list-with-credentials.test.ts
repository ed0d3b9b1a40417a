import { expect, test } from 'vitest';
import { blocked, type Case, finding, root } from '../testing.ts';

const acao = { 'access-control-allow-origin': 'https://app.example' };
const methods: Case = {
  method: 'PUT',
  preflight: { headers: { ...acao, 'access-control-allow-methods': '*' } },
  verdict: blocked('preflight', 'MethodDisallowedByPreflightResponse', 'PUT'),
  credentials: 'include',
};
const headers: Case = {
  headers: ['x-a', 'x-b'],
  preflight: { headers: { ...acao, 'access-control-allow-headers': '*, x-a' } },
  verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'x-b'),
  credentials: 'include',
};

test.each([
  ['methods', methods, 'List "PUT" explicitly'],
  ['headers', headers, 'List "x-b" explicitly'],
])('%s', (what, made, words) => {
  expect(root(made)).toBe('wildcard-list-with-credentials');
  const found = finding('wildcard-list-with-credentials', made);
  expect(found?.title).toContain(what);
  expect(found?.explanation).toContain(words);
});

test('not without credentials, and not where `*` is not listed', () => {
  expect(finding('wildcard-list-with-credentials', { ...methods, credentials: 'omit' })).toBeNull();
  const listed = { headers: { ...acao, 'access-control-allow-methods': 'GET' } };
  expect(root({ ...methods, preflight: listed })).toBe('method-not-allowed');
});
