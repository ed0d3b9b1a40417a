import { expect, test } from 'vitest';
import { blocked, type Case, finding, root, url } from '../testing.ts';

const redirected = (status: number, location?: string): Case => ({
  kind: 'other',
  preflight: { status, headers: location === undefined ? {} : { location } },
  verdict: blocked('preflight', 'PreflightDisallowedRedirect'),
});

test.each([
  [`${url}/`, 'adds a trailing slash'],
  ['https://login.example/', 'another origin'],
  ['orders2', 'to "orders2". Browsers'],
  ['https://[', 'to "https://[". Browsers'],
])('to %s', (location, words) => {
  const made = redirected(301, location);
  expect(root(made)).toBe('preflight-redirect');
  const found = finding('preflight-redirect', made);
  expect(found?.explanation).toContain(words);
  expect(found).toMatchObject({ owner: 'client', remedies: ['mend-client', 'beyond-settings'] });
  expect(found?.evidence).toContainEqual(expect.objectContaining({ header: 'location', value: location }));
});

test('a redirect by CloudFront is the CDN’s', () => {
  expect(finding('preflight-redirect', { ...redirected(307, '/x'), kind: 'cloudfront' })?.owner).toBe('cdn');
});

test('behind an API the code redirects, and the fix takes its place at OPTIONS', () => {
  const rest: Case = { ...redirected(301, '/x'), kind: 'rest' };
  expect(finding('preflight-redirect', rest)?.remedies).toEqual(['mend-client']);
});

test('a 304, or a 301 without Location, is only a wrong status', () => {
  expect(root(redirected(304))).toBe('preflight-status');
  expect(root(redirected(301))).toBe('preflight-status');
});

test('Location with another status does not redirect', () => {
  expect(finding('preflight-redirect', redirected(404, '/x'))).toBeNull();
  expect(root(redirected(404, '/x'))).toBe('preflight-status');
});
