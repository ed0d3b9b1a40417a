import { expect, test } from 'vitest';
import { actualWithout, blocked, finding, root } from '../testing.ts';

test.each([
  ['rest', 500, { 'x-amzn-trace-id': 'Root=1' }, 'The handler itself failed', 'handler', false],
  ['rest', 503, {}, 'An integration failed', 'integration', false],
  ['http', 500, { 'content-length': '7' }, 'The function itself failed', 'handler', true],
  ['http', 502, {}, 'The function itself failed', 'handler', true],
  ['function-url', 500, {}, 'The function itself failed', 'handler', true],
  ['other', 500, {}, 'The server failed', 'integration', false],
  ['cloudfront', 503, {}, 'The server failed', 'cdn', false],
] as const)('%s %i', (kind, status, headers, title, owner, unverified) => {
  const made = { ...actualWithout(status, headers), kind };
  expect(root(made)).toBe('server-error-hidden');
  const found = finding('server-error-hidden', made);
  expect(found?.title).toContain(title);
  expect(found).toMatchObject({ owner, unverified });
  expect(found?.evidence[0]).toMatchObject({ header: ':status', value: String(status) });
});

test('a REST API’s own errors can be made readable, a handler’s in the handler', () => {
  expect(finding('server-error-hidden', actualWithout(503))?.remedies).toEqual([
    'mend-handler',
    'gateway-error-headers',
  ]);
  expect(finding('server-error-hidden', actualWithout(500, { 'x-amzn-trace-id': 'x' }))?.remedies).toEqual([
    'mend-handler',
    'handler-error-headers',
  ]);
});

test('silent for a 4xx, and for a 500 that CORS does not hide', () => {
  expect(finding('server-error-hidden', actualWithout(499))).toBeNull();
  // A crash is known more closely.
  expect(finding('server-error-hidden', actualWithout(502))).toBeNull();
  expect(finding('server-error-hidden', { actual: { status: 500 } })).toBeNull();
  const mismatch = blocked('actual', 'AllowOriginMismatch', 'https://b.example');
  expect(finding('server-error-hidden', { actual: { status: 500 }, verdict: mismatch })).toBeNull();
});
