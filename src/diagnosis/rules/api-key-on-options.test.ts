import { expect, test } from 'vitest';
import { actualWithout, finding, preflightWithout, root } from '../testing.ts';

const forbidden = preflightWithout(403, { 'x-amzn-errortype': 'ForbiddenException' });

test('403 Forbidden on OPTIONS of a REST API, with the WAF as the alternative', () => {
  expect(root(forbidden)).toBe('api-key-on-options');
  const found = finding('api-key-on-options', forbidden);
  expect(found).toMatchObject({
    confidence: 'likely',
    remedies: ['open-preflight-to-api-key', 'cors-configuration'],
  });
  expect(found?.explanation).toContain('WAF');
});

test.each([
  ['a missing method', preflightWithout(403, { 'x-amzn-errortype': 'MissingAuthenticationTokenException' })],
  ['a 403 without a name', preflightWithout(403)],
  ['the actual request', actualWithout(403, { 'x-amzn-errortype': 'ForbiddenException' })],
])('not for %s', (_, made) => {
  expect(finding('api-key-on-options', made)).toBeNull();
});
