import { expect, test } from 'vitest';
import { actualWithout, finding, root } from '../testing.ts';

test('a refusal of a name that tells no more', () => {
  const made = actualWithout(404, { 'x-amzn-errortype': 'NotFoundException' });
  expect(root(made)).toBe('rest-gateway-error');
  const found = finding('rest-gateway-error', made);
  expect(found?.explanation).toContain('before it reached the handler');
  expect(found).toMatchObject({
    owner: 'gateway',
    confidence: 'certain',
    remedies: ['gateway-error-headers'],
  });
});

test('a name that is no error of AWS is only text', () => {
  expect(root(actualWithout(400, { 'x-amzn-errortype': 'toString' }))).toBe('rest-gateway-error');
});

test('without an error name, the missing trace id makes it likely', () => {
  expect(finding('rest-gateway-error', actualWithout(403))?.confidence).toBe('likely');
});

test.each([
  ['a cause that is known more closely', actualWithout(401, { 'x-amzn-errortype': 'UnauthorizedException' })],
  ['the handler’s own 404', actualWithout(404, { 'x-amzn-trace-id': 'Root=1' })],
  ['a 5xx', actualWithout(502)],
  ['a 200', actualWithout(200)],
  ['an HTTP API', { ...actualWithout(401), kind: 'http' as const }],
])('not for %s', (_, made) => {
  expect(finding('rest-gateway-error', made)).toBeNull();
});
