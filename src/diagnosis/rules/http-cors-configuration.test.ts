import { expect, test } from 'vitest';
import { actualWithout, finding, judged, root } from '../testing.ts';

const http = { kind: 'http' } as const;

test('an HTTP API’s response without CORS headers is the configuration’s', () => {
  const made = { ...http, ...actualWithout(200) };
  expect(root(made)).toBe('http-cors-configuration');
  const found = finding('http-cors-configuration', made);
  expect(found).toMatchObject({ owner: 'gateway', confidence: 'certain', remedies: ['cors-configuration'] });
  expect(found?.explanation).toContain('"https://app.example"');
});

test('where others got the headers, `origin-not-listed` knows more', () => {
  const other = judged({
    id: '2',
    actual: { headers: { 'access-control-allow-origin': 'https://b.example' } },
  });
  const made = { ...http, ...actualWithout(200), siblings: [other] };
  expect(root(made)).toBe('origin-not-listed');
  expect(finding('http-cors-configuration', made)).toBeNull();
});

test('not for a REST API, nor for a crash', () => {
  expect(finding('http-cors-configuration', actualWithout(200))).toBeNull();
  expect(finding('http-cors-configuration', { ...http, ...actualWithout(500) })).toBeNull();
});
