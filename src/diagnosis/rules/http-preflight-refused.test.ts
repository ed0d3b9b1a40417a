import { expect, test } from 'vitest';
import { type Case, finding, type Headers, judged, preflightWithout, root } from '../testing.ts';

const refused: Case = {
  ...preflightWithout(204, { 'apigw-requestid': 'x=' }),
  kind: 'http',
  method: 'PUT',
  headers: ['authorization', 'x-tenant'],
};
const sibling = (headers: Headers, from = 'https://app.example') =>
  judged({ id: '2', origin: from, preflight: { status: 204, headers } });
const cors = {
  'access-control-allow-origin': 'https://app.example',
  'access-control-allow-methods': 'GET,PUT',
};

test('all three candidates are named, and it is unverified', () => {
  expect(root(refused)).toBe('http-preflight-refused');
  const found = finding('http-preflight-refused', refused);
  expect(found).toMatchObject({ unverified: true, confidence: 'likely', remedies: ['cors-configuration'] });
  expect(found?.explanation).toContain(
    'Check the origin "https://app.example", the method "PUT" or the headers "authorization" and "x-tenant".',
  );
});

test('another preflight that passed narrows it down', () => {
  const listed = { ...cors, 'access-control-allow-headers': 'Authorization' };
  const found = finding('http-preflight-refused', { ...refused, siblings: [sibling(listed)] });
  expect(found?.explanation).toContain('Check the header "x-tenant".');
});

test.each([
  ['from another origin', sibling(cors, 'https://b.example')],
  ['without CORS headers', sibling({})],
])('a preflight %s proves nothing', (_, other) => {
  const found = finding('http-preflight-refused', { ...refused, siblings: [other] });
  expect(found?.explanation).toContain('Check the origin');
});

test('a preflight that allows everything asked leaves all candidates', () => {
  const all = { ...cors, 'access-control-allow-headers': '*' };
  const found = finding('http-preflight-refused', { ...refused, siblings: [sibling(all)] });
  expect(found?.explanation).toContain('Check the origin');
});

test('not for a REST API, nor for another status', () => {
  expect(finding('http-preflight-refused', { ...refused, kind: 'rest' })).toBeNull();
  expect(finding('http-preflight-refused', { ...refused, ...preflightWithout(200) })).toBeNull();
});

test('headers that tools add are named among the suspects, and no more is claimed', () => {
  const made: Case = { ...refused, headers: ['traceparent', 'x-datadog-trace-id', 'x-tenant'] };
  const found = finding('http-preflight-refused', made);
  expect(root(made)).toBe('http-preflight-refused');
  expect(found).toMatchObject({ confidence: 'likely', remedies: ['cors-configuration', 'trim-request'] });
  expect(found?.explanation).toContain('Check the origin');
  expect(found?.explanation).toContain(
    '"traceparent" and "x-datadog-trace-id" are usually added by Datadog RUM: take this API out of `allowedTracingUrls`.',
  );
});

test('a sibling that asked for a header and was allowed acquits it, even where its list does not say so', () => {
  const asked = judged({
    id: '2',
    method: 'PUT',
    headers: ['X-Tenant', 'authorization'],
    preflight: { status: 204, headers: { 'access-control-allow-origin': 'https://app.example' } },
  });
  const later = sibling(cors);
  const made = { ...refused, headers: ['traceparent', 'x-tenant'], siblings: [asked, later] };
  expect(finding('http-preflight-refused', made)?.explanation).toContain('Check the header "traceparent".');
  const acquitted = { ...made, headers: ['sentry-trace', 'x-api-key'], method: 'DELETE' };
  expect(finding('http-preflight-refused', acquitted)?.explanation).toContain(
    'Check the method "DELETE" or the headers "sentry-trace" and "x-api-key".',
  );
});

test('an acquitted tool is not spoken of', () => {
  const asked = judged({
    id: '2',
    headers: ['traceparent'],
    preflight: { status: 204, headers: { 'access-control-allow-origin': 'https://app.example' } },
  });
  const found = finding('http-preflight-refused', {
    ...refused,
    headers: ['traceparent', 'x-a'],
    method: 'GET',
    siblings: [asked],
  });
  expect(found?.explanation).toContain('Check the header "x-a".');
  expect(found?.explanation).not.toContain('OpenTelemetry');
  expect(found?.remedies).toEqual(['cors-configuration']);
});
