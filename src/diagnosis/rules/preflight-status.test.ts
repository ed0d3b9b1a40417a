import { expect, test } from 'vitest';
import { finding, preflightWithout, root } from '../testing.ts';

test.each([
  ['other', 405, 'does not handle the OPTIONS', 'integration', ['cors-configuration']],
  ['other', 401, 'never carry credentials', 'integration', ['cors-configuration']],
  ['cloudfront', 403, 'never carry credentials', 'cdn', ['beyond-settings']],
  ['function-url', 403, 'signature', 'gateway', ['cors-configuration']],
  ['rest', 400, 'from 200 to 299', 'gateway', ['cors-configuration']],
  ['other', 429, 'throttled', 'integration', ['cors-configuration']],
  ['other', 302, 'from 200 to 299', 'integration', ['cors-configuration']],
] as const)('%s %i', (kind, status, words, owner, remedies) => {
  const made = { ...preflightWithout(status), kind };
  expect(root(made)).toBe('preflight-status');
  const found = finding('preflight-status', made);
  expect(found?.title).toMatch(new RegExp(`^The preflight (?:got|is answered with) ${status}`));
  expect(found?.explanation).toContain(words);
  expect(found).toMatchObject({ owner, remedies });
});

test('the mock’s 500 with binary media types is only reported, not recorded', () => {
  expect(finding('preflight-status', preflightWithout(500))?.unverified).toBe(true);
  expect(finding('preflight-status', { ...preflightWithout(500), kind: 'other' })?.unverified).toBe(false);
});

test('silent where a closer rule speaks, and on a good status', () => {
  expect(finding('preflight-status', preflightWithout(401))).toBeNull();
  expect(finding('preflight-status', preflightWithout(299))).toBeNull();
});
