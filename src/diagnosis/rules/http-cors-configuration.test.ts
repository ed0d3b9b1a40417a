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

test('another answer with CORS headers shows that the origin is not listed', () => {
  const other = judged({
    id: '2',
    actual: { headers: { 'access-control-allow-origin': 'https://b.example' } },
  });
  const found = finding('http-cors-configuration', { ...http, ...actualWithout(200), siblings: [other] });
  expect(found?.title).toContain('does not list this origin');
  const silent = judged({ id: '2', actual: {} });
  expect(
    finding('http-cors-configuration', { ...http, ...actualWithout(200), siblings: [silent] })?.title,
  ).toContain('added no CORS headers');
});

test('not for a REST API, nor for a crash', () => {
  expect(finding('http-cors-configuration', actualWithout(200))).toBeNull();
  expect(finding('http-cors-configuration', { ...http, ...actualWithout(500) })).toBeNull();
});
