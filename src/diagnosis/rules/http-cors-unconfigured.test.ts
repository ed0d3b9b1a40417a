import { expect, test } from 'vitest';
import { actualWithout, finding, preflightWithout, root } from '../testing.ts';

test('404 on OPTIONS of an HTTP API', () => {
  const made = { ...preflightWithout(404, { 'apigw-requestid': 'x=' }), kind: 'http' as const };
  expect(root(made)).toBe('http-cors-unconfigured');
  expect(finding('http-cors-unconfigured', made)).toMatchObject({
    confidence: 'likely',
    remedies: ['cors-configuration'],
  });
});

test.each([
  ['a REST API', preflightWithout(404)],
  ['another status', { ...preflightWithout(403), kind: 'http' as const }],
  ['the actual request', { ...actualWithout(404), kind: 'http' as const }],
])('not for %s', (_, made) => {
  expect(finding('http-cors-unconfigured', made)).toBeNull();
});
