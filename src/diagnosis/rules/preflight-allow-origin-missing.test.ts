import { expect, test } from 'vitest';
import { actualWithout, finding, preflightWithout, root } from '../testing.ts';

test('a function that answers OPTIONS itself keeps SAM’s Cors out', () => {
  const made = preflightWithout(200, { 'x-amzn-trace-id': 'Root=1' });
  expect(root(made)).toBe('preflight-allow-origin-missing');
  const found = finding('preflight-allow-origin-missing', made);
  expect(found).toMatchObject({ owner: 'handler', remedies: ['cors-configuration', 'explicit-routes'] });
});

test.each([
  ['rest', 'gateway', ['cors-configuration']],
  ['function-url', 'gateway', ['cors-configuration']],
  ['cloudfront', 'cdn', ['none']],
  ['other', 'integration', ['cors-configuration']],
] as const)('%s', (kind, owner, remedies) => {
  expect(finding('preflight-allow-origin-missing', { ...preflightWithout(204), kind })).toMatchObject({
    owner,
    remedies,
  });
});

test.each([
  ['an HTTP API', { ...preflightWithout(204), kind: 'http' as const }],
  ['a bad status', preflightWithout(300)],
  ['the actual request', actualWithout(200)],
])('not for %s', (_, made) => {
  expect(finding('preflight-allow-origin-missing', made)).toBeNull();
});
