import { expect, test } from 'vitest';
import { actualWithout, finding, preflightWithout, root } from '../testing.ts';

test.each([
  ['rest', 'gateway', ['cors-configuration']],
  ['cloudfront', 'cdn', ['none']],
  ['other', 'integration', ['cors-configuration']],
] as const)('%s', (kind, owner, remedies) => {
  const made = { ...preflightWithout(204), kind };
  expect(root(made)).toBe('preflight-allow-origin-missing');
  expect(finding('preflight-allow-origin-missing', made)).toMatchObject({
    owner,
    remedies,
  });
});

test.each([
  ['an HTTP API', { ...preflightWithout(204), kind: 'http' as const }],
  ['a function behind a REST API', preflightWithout(204, { 'x-amzn-trace-id': 'Root=1' })],
  ['a bad status', preflightWithout(300)],
  ['the actual request', actualWithout(200)],
])('not for %s', (_, made) => {
  expect(finding('preflight-allow-origin-missing', made)).toBeNull();
});
