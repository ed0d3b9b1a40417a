import { expect, test } from 'vitest';
import { actualWithout, finding, root } from '../testing.ts';

test.each([
  [401, 'UnauthorizedException', 'authorizer'],
  [403, 'MissingAuthenticationTokenException', 'does not exist'],
  [403, 'ForbiddenException', 'API key'],
  [429, 'TooManyRequestsException', 'throttled'],
  [400, 'toString', 'before it reached the handler'],
])('%i %s', (status, type, words) => {
  const made = actualWithout(status, { 'x-amzn-errortype': type });
  expect(root(made)).toBe('rest-gateway-error');
  const found = finding('rest-gateway-error', made);
  expect(found?.explanation).toContain(words);
  expect(found).toMatchObject({
    owner: 'gateway',
    confidence: 'certain',
    remedies: ['gateway-error-headers'],
  });
});

test('without an error name, the missing trace id makes it likely', () => {
  expect(finding('rest-gateway-error', actualWithout(403))?.confidence).toBe('likely');
});

test('a 413 cannot be given headers', () => {
  expect(finding('rest-gateway-error', actualWithout(413))?.remedies).toEqual(['mend-client']);
});

test.each([
  ['the handler’s own 404', actualWithout(404, { 'x-amzn-trace-id': 'Root=1' })],
  ['a 5xx', actualWithout(502)],
  ['a 200', actualWithout(200)],
  ['an HTTP API', { ...actualWithout(401), kind: 'http' as const }],
])('not for %s', (_, made) => {
  expect(finding('rest-gateway-error', made)).toBeNull();
});
