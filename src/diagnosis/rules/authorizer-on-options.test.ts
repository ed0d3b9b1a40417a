import { expect, test } from 'vitest';
import { actualWithout, finding, judged, preflightWithout, root } from '../testing.ts';

test.each([
  [401, { 'x-amzn-errortype': 'UnauthorizedException' }, 'certain'],
  [403, { 'x-amzn-errortype': 'ExpiredTokenException' }, 'likely'],
  [401, {}, 'likely'],
] as const)('%i %o', (status, headers, confidence) => {
  const made = preflightWithout(status, headers);
  expect(root(made)).toBe('authorizer-on-options');
  expect(finding('authorizer-on-options', made)).toMatchObject({
    title: expect.stringContaining(`The authorizer answers OPTIONS with ${status}`),
    confidence,
    owner: 'gateway',
    remedies: ['open-preflight-to-authorizer', 'cors-configuration'],
  });
});

test('a denial is the authorizer’s where tokens are read, and a resource policy is named with it', () => {
  const made = {
    ...preflightWithout(403, { 'x-amzn-errortype': 'AccessDeniedException' }),
    siblings: [judged({ id: 's1', actual: { status: 200 }, sent: { authorization: 'Bearer x' } })],
  };
  expect(root(made)).toBe('authorizer-on-options');
  expect(finding('authorizer-on-options', made)?.explanation).toContain('resource policy');
});

test.each([
  ['a 401 by the function itself', preflightWithout(401, { 'x-amzn-trace-id': 'Root=1' })],
  ['an API key', preflightWithout(403, { 'x-amzn-errortype': 'ForbiddenException' })],
  ['an HTTP API', { ...preflightWithout(401), kind: 'http' as const }],
  ['the actual request', actualWithout(401, { 'x-amzn-errortype': 'UnauthorizedException' })],
])('not for %s', (_, made) => {
  expect(finding('authorizer-on-options', made)).toBeNull();
});
