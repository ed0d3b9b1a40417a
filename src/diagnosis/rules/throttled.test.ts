import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding, preflightWithout } from '../testing.ts';
import { throttled } from './throttled.ts';

const slow = { 'x-amzn-errortype': 'TooManyRequestsException' };

ruleCases(throttled, {
  found: {
    'a REST API': actualWithout(429, slow),
    'its preflight': preflightWithout(429, slow),
    'the quota': actualWithout(429, { 'x-amzn-errortype': 'LimitExceededException' }),
    'without the name': actualWithout(429),
    'an HTTP API': { ...actualWithout(429), kind: 'http' },
    'an HTTP API’s preflight': { ...preflightWithout(429), kind: 'http' },
  },
  nearMisses: {
    'the function’s own 429': actualWithout(429, { 'x-amzn-trace-id': 'Root=1' }),
    'its own 429 behind an HTTP API': { ...actualWithout(429, { 'content-length': '7' }), kind: 'http' },
    'a readable 429': { actual: { status: 429, headers: { 'access-control-allow-origin': '*' } } },
    'another refusal': actualWithout(403, { 'x-amzn-errortype': 'ForbiddenException' }),
    'another server': { ...actualWithout(429), kind: 'other' },
  },
});

test('a preflight’s throttle cannot be mended by headers, an answer’s can', () => {
  expect(finding('throttled', preflightWithout(429, slow))).toMatchObject({ remedies: ['beyond-settings'] });
  expect(finding('throttled', preflightWithout(429, slow))?.explanation).toContain('MaxAge');
  const answer = finding('throttled', actualWithout(429, slow));
  expect(answer).toMatchObject({ remedies: ['gateway-error-headers'], unverified: true });
  expect(answer?.explanation).toContain('`THROTTLED`');
});

test('a used-up quota is told from a rate', () => {
  const made = actualWithout(429, { 'x-amzn-errortype': 'LimitExceededException' });
  expect(finding('throttled', made)?.title).toContain('quota');
  expect(finding('throttled', made)?.explanation).toContain('`QUOTA_EXCEEDED`');
});
