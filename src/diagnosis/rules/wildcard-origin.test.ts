import { expect, test } from 'vitest';
import { blocked, finding } from '../testing.ts';

const star = { headers: { 'access-control-allow-origin': '*' } };
const named = { headers: { 'access-control-allow-origin': 'https://app.example' } };

test.each([
  ['rest', 'gateway'],
  ['other', 'integration'],
  ['cloudfront', 'cdn'],
] as const)('%s', (kind, owner) => {
  expect(finding('wildcard-origin', { kind, preflight: star, actual: star })).toMatchObject({
    severity: 'warning',
    owner,
    evidence: [{ message: 'preflight-response' }, { message: 'actual-response' }],
  });
});

test('on one of the messages is enough', () => {
  expect(finding('wildcard-origin', { preflight: star, actual: named })?.evidence).toHaveLength(1);
});

test('not for a named origin, nor where the request is blocked', () => {
  expect(finding('wildcard-origin', { preflight: named, actual: named })).toBeNull();
  const verdict = blocked('actual', 'WildcardOriginNotAllowed');
  expect(finding('wildcard-origin', { actual: star, verdict })).toBeNull();
});
