import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

const actual = { headers: { 'cross-origin-resource-policy': 'same-origin' } };

test.each([
  ['webRequest in Chromium', { error: 'net::ERR_BLOCKED_BY_RESPONSE' }],
  ['DevTools’ HAR', { error: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin' }],
  [
    'the debugger',
    { error: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin', blockedReason: 'corp-not-same-origin' },
  ],
  ['Firefox', { error: 'NS_ERROR_DOM_CORP_FAILED' }],
])('as %s shows it', (_, names) => {
  expect(root(unanswered({ ...names, actual }))).toBe('corp');
  expect(finding('coep', unanswered({ ...names, actual }))).toBeNull();
});

test('opaque response blocking is another matter', () => {
  expect(finding('corp', unanswered({ error: 'net::ERR_BLOCKED_BY_ORB', actual }))).toBeNull();
});
