import { expect, test } from 'vitest';
import { finding, root, unanswered } from '../testing.ts';

const actual = { headers: {} };

test.each([
  ['webRequest in Chromium', { error: 'net::ERR_BLOCKED_BY_RESPONSE' }],
  ['DevTools’ HAR', { error: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep' }],
  [
    'the debugger',
    {
      error: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep',
      blockedReason: 'corp-not-same-origin-after-defaulted-to-same-origin-by-coep',
    },
  ],
  ['Firefox', { error: 'NS_ERROR_DOM_CORP_FAILED' }],
])('as %s shows it', (_, names) => {
  expect(root(unanswered({ ...names, actual }))).toBe('coep');
  expect(finding('corp', unanswered({ ...names, actual }))).toBeNull();
});

test('opaque response blocking is another matter', () => {
  expect(finding('coep', unanswered({ error: 'net::ERR_BLOCKED_BY_ORB', actual }))).toBeNull();
});
