import { expect, test } from 'vitest';
import { blocked, type Case, finding, root } from '../testing.ts';

const refused = (headers: readonly string[], allowed?: string, extra: Case = {}): Case => ({
  headers,
  preflight: { headers: allowed === undefined ? {} : { 'access-control-allow-headers': allowed } },
  verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', headers[0] ?? ''),
  ...extra,
});

test('every missing header is named, not only the first', () => {
  const made = refused(['authorization', 'content-type', 'x-a'], 'Content-Type');
  expect(root(made)).toBe('header-not-allowed');
  const found = finding('header-not-allowed', made);
  expect(found?.title).toBe('2 request headers are not allowed');
  expect(found?.explanation).toContain('needs "authorization" and "x-a".');
  expect(found).toMatchObject({ owner: 'gateway', remedies: ['cors-configuration'], causedBy: null });
});

test.each([
  [['x-a'], 'content-type', 'Add it to the allowed headers'],
  [['authorization'], 'content-type', 'needs "authorization"'],
])('%o under %s', (headers, allowed, words) => {
  const found = finding('header-not-allowed', refused(headers, allowed));
  expect(found?.title).toBe(`The request header "${headers[0]}" is not allowed`);
  expect(found?.explanation).toContain(words);
});

test('a Lambda that answers the preflight owns the list', () => {
  const made = refused(['x-a'], '', { preflight: { headers: { 'x-amzn-trace-id': 'Root=1' } } });
  expect(finding('header-not-allowed', made)?.owner).toBe('handler');
});

test('not where the method alone is refused', () => {
  const verdict = blocked('preflight', 'MethodDisallowedByPreflightResponse', 'PUT');
  expect(finding('header-not-allowed', refused(['X-A'], 'x-a', { verdict, method: 'PUT' }))).toBeNull();
  expect(finding('header-not-allowed', refused(['x-a'], '*', { verdict, method: 'PUT' }))).toBeNull();
});

test.each([
  ['a tracing header', ['traceparent'], 'content-type'],
  ['a header of an SDK', ['x-amz-date'], 'content-type'],
  ['Authorization under a wildcard', ['authorization'], '*'],
])('%s has a rule of its own', (_, headers, allowed) => {
  expect(finding('header-not-allowed', refused(headers, allowed))).toBeNull();
});

test('what no tool adds is told beside what tools add, and both stand on their own', () => {
  const made = refused(['traceparent', 'x-a', 'x-amz-date'], 'content-type');
  expect(finding('header-not-allowed', made)?.title).toBe('The request header "x-a" is not allowed');
  for (const rule of ['tracing-headers', 'sdk-headers', 'header-not-allowed'])
    expect(finding(rule, made)?.causedBy).toBeNull();
});
