import { expect, test } from 'vitest';
import { blocked, type Case, finding, findings, root } from '../testing.ts';

const refused = (method: string, allowed?: string, extra: Case = {}): Case => ({
  method,
  preflight: { headers: allowed === undefined ? {} : { 'access-control-allow-methods': allowed } },
  verdict: blocked('preflight', 'MethodDisallowedByPreflightResponse', method),
  ...extra,
});

test('the method is not listed', () => {
  expect(root(refused('DELETE', 'GET,POST'))).toBe('method-not-allowed');
  const found = finding('method-not-allowed', refused('DELETE', 'GET,POST'));
  expect(found?.title).toBe('The method "DELETE" is not allowed');
  expect(found?.explanation).toContain('is "GET,POST"');
  expect(found).toMatchObject({ owner: 'gateway', remedies: ['cors-configuration'] });
  expect(finding('method-not-allowed', refused('DELETE'))?.explanation).toContain('is not sent');
});

test('the same method in another case has a rule of its own', () => {
  expect(finding('method-not-allowed', refused('patch', 'PATCH'))).toBeNull();
  expect(root(refused('patch', 'GET'))).toBe('method-not-allowed');
});

test('it stands on its own beside a refused header', () => {
  const both = refused('PUT', 'GET', { headers: ['x-a'] });
  expect(findings(both).map((one) => [one.rule, one.causedBy])).toEqual([
    ['method-not-allowed', null],
    ['header-not-allowed', null],
    ['reason-code', 'method-not-allowed'],
  ]);
});

test.each([
  ['PUT', 'PUT'],
  ['PUT', '*'],
  ['GET', ''],
])('%s with %j and a refused header: the method is not at fault', (method, allowed) => {
  const verdict = blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'x-a');
  expect(finding('method-not-allowed', refused(method, allowed, { headers: ['x-a'], verdict }))).toBeNull();
});
