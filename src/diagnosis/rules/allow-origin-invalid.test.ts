import { expect, test } from 'vitest';
import { blocked, type Case, finding, root } from '../testing.ts';

const invalid = (value: string): Case => ({
  preflight: { headers: { 'access-control-allow-origin': value } },
  verdict: blocked('preflight', 'PreflightInvalidAllowOriginValue', value),
});

test.each([
  ['', 'empty'],
  ["'https://app.example'", 'quotes'],
  ['*.example', 'Patterns'],
  ['app.example:3000', 'scheme'],
  ['%%', 'scheme, host and port'],
])('%j', (value, words) => {
  expect(root(invalid(value))).toBe('allow-origin-invalid');
  const found = finding('allow-origin-invalid', invalid(value));
  expect(found?.explanation).toContain(words);
  expect(found?.explanation).toContain('Here "https://app.example" was needed.');
  expect(found).toMatchObject({ owner: 'gateway', remedies: ['cors-configuration'] });
});

test('not for another origin', () => {
  const made = {
    ...invalid('https://b.example'),
    verdict: blocked('preflight', 'PreflightAllowOriginMismatch'),
  };
  expect(finding('allow-origin-invalid', made)).toBeNull();
});
