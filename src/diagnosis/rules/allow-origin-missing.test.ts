import { expect, test } from 'vitest';
import { actualWithout, type Case, finding, preflightWithout, root } from '../testing.ts';

test.each([
  ['function-url', 'gateway', ['cors-configuration'], 'function URL'],
  ['cloudfront', 'cdn', ['none'], 'response headers policy'],
  ['other', 'integration', ['allow-origin-in-handler'], 'Whatever serves this URL'],
] as const)('%s', (kind, owner, remedies, words) => {
  const made = { ...actualWithout(404), kind };
  expect(root(made)).toBe('allow-origin-missing');
  const found = finding('allow-origin-missing', made);
  expect(found).toMatchObject({ owner, remedies });
  expect(found?.explanation).toContain(words);
});

test('a redirect and a cached response are told apart', () => {
  expect(finding('allow-origin-missing', { ...actualWithout(302), kind: 'other' })?.explanation).toContain(
    'every hop',
  );
  const cached: Case = { ...actualWithout(200), kind: 'other', actual: { fromCache: true } };
  expect(finding('allow-origin-missing', cached)?.explanation).toContain('Vary: Origin');
});

test.each([
  ['a REST API', actualWithout(200)],
  ['a 5xx', { ...actualWithout(500), kind: 'other' as const }],
  ['a preflight', { ...preflightWithout(200), kind: 'other' as const }],
])('not for %s', (_, made) => {
  expect(finding('allow-origin-missing', made)).toBeNull();
});
