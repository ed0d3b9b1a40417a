import { expect, test } from 'vitest';
import { blocked, type Case, finding, root } from '../testing.ts';

const mismatch: Case = {
  origin: 'null',
  actual: { headers: { 'access-control-allow-origin': 'https://app.example' } },
  verdict: blocked('actual', 'AllowOriginMismatch'),
};

test('a page without an origin is told to be served', () => {
  expect(root(mismatch)).toBe('null-origin');
  const found = finding('null-origin', mismatch);
  expect(found).toMatchObject({ owner: 'client', confidence: 'certain', remedies: ['mend-client'] });
  expect(found?.explanation).toContain('Serve the page over http');
});

test('an HTTP API leaves out its headers for an origin that is not listed', () => {
  const silent: Case = {
    origin: 'null',
    kind: 'http',
    actual: {},
    verdict: blocked('actual', 'MissingAllowOriginHeader'),
  };
  expect(finding('null-origin', silent)?.confidence).toBe('likely');
  expect(finding('null-origin', { ...silent, kind: 'rest' })).toBeNull();
});

test('an origin that is only another one is not this', () => {
  expect(finding('null-origin', { ...mismatch, origin: 'https://other.example' })).toBeNull();
});
