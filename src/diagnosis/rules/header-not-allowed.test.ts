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
  [['traceparent'], 'content-type', 'Tracing SDKs'],
  [['authorization'], '*', 'never covers Authorization'],
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
