import { expect, test } from 'vitest';
import { actualWithout, finding, preflightWithout, root } from '../testing.ts';

const trace = { 'x-amzn-trace-id': 'Root=1' };

test('a 200 by the handler of a REST API', () => {
  const made = actualWithout(200, trace);
  expect(root(made)).toBe('handler-allow-origin-missing');
  const found = finding('handler-allow-origin-missing', made);
  expect(found).toMatchObject({
    owner: 'handler',
    confidence: 'certain',
    remedies: ['allow-origin-in-handler'],
  });
  expect(found?.evidence).toContainEqual({
    message: 'actual-response',
    hop: 0,
    header: 'access-control-allow-origin',
    note: 'not sent',
  });
});

test('its own 404 owes the header too', () => {
  const found = finding('handler-allow-origin-missing', actualWithout(404, trace));
  expect(found?.title).toContain('The real answer was 404 Not Found; CORS hides it. The handler’s response');
  expect(found?.remedies).toContain('handler-error-headers');
});

test.each([
  ['an answer without a trace id: another integration', actualWithout(200)],
  ['the gateway’s own 401', actualWithout(401, { 'x-amzn-errortype': 'UnauthorizedException' })],
  ['a crash', actualWithout(500, trace)],
  ['an HTTP API', { ...actualWithout(200, trace), kind: 'http' as const }],
  ['a preflight', preflightWithout(200, trace)],
])('not for %s', (_, made) => {
  expect(finding('handler-allow-origin-missing', made)).toBeNull();
});
