import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding } from '../testing.ts';
import { payloadTooLarge } from './payload-too-large.ts';

ruleCases(payloadTooLarge, {
  found: {
    'a REST API': actualWithout(413),
    'with a name': actualWithout(413, { 'x-amzn-errortype': 'RequestTooLargeException' }),
    'an HTTP API': { ...actualWithout(413), kind: 'http' },
    'a function URL': { ...actualWithout(413), kind: 'function-url' },
  },
  nearMisses: {
    'the function’s own 413': actualWithout(413, { 'x-amzn-trace-id': 'Root=1' }),
    'another error': actualWithout(400),
    'another server': { ...actualWithout(413), kind: 'other' },
    'a readable 413': { actual: { status: 413, headers: { 'access-control-allow-origin': '*' } } },
  },
});

test('only the client can mend it, and of a REST API it is said that no setting can', () => {
  const rest = finding('payload-too-large', actualWithout(413));
  expect(rest).toMatchObject({ owner: 'client', remedies: ['mend-client'], unverified: true });
  expect(rest?.explanation).toContain('not customisable');
  expect(rest?.explanation).toContain('presigned URL');
  const http = finding('payload-too-large', { ...actualWithout(413), kind: 'http' });
  expect(http?.explanation).not.toContain('REQUEST_TOO_LARGE');
});
