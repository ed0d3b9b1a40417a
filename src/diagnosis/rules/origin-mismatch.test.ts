import { expect, test } from 'vitest';
import { blocked, type Case, finding, root } from '../testing.ts';

const allows = (value: string, from = 'https://app.example'): Case => ({
  kind: 'http',
  origin: from,
  actual: { headers: { 'access-control-allow-origin': value } },
  verdict: blocked('actual', 'AllowOriginMismatch', value),
});

test.each([
  ['https://b.example', 'https://app.example', 'allows another origin'],
  ['https://*.example', 'https://app.example', 'is a pattern'],
  ['null', 'https://app.example', 'allows the origin "null"'],
])('%s for %s', (value, from, title) => {
  const made = allows(value, from);
  expect(root(made)).toBe('origin-mismatch');
  const found = finding('origin-mismatch', made);
  expect(found?.title).toContain(title);
  expect(found?.explanation).toContain(`allows "${value}", but the request comes from "${from}"`);
  expect(found).toMatchObject({ owner: 'gateway', remedies: ['cors-configuration'] });
});

test('the origin null is the page’s matter, or a redirect’s', () => {
  const found = finding('origin-mismatch', allows('https://app.example', 'null'));
  expect(found).toMatchObject({ owner: 'client', remedies: ['mend-client'] });
  expect(found?.explanation).toContain('sandboxed');
  const redirected = { ...allows('https://app.example', 'null'), hopsBefore: 1 };
  expect(finding('origin-mismatch', redirected)?.explanation).toContain('redirect');
});

test('a cached response points to Vary', () => {
  const made = allows('https://b.example');
  const cached = { ...made, actual: { ...made.actual, fromCache: true } };
  expect(finding('origin-mismatch', cached)?.explanation).toContain('Vary: Origin');
});

test('not where the origin is allowed', () => {
  expect(finding('origin-mismatch', { ...allows('https://app.example'), verdict: {} })).toBeNull();
});
