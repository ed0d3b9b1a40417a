import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, type Case, finding } from '../testing.ts';
import { originTrailingSlash } from './origin-trailing-slash.ts';

const allows = (value: string, from = 'https://app.example'): Case => ({
  kind: 'http',
  origin: from,
  actual: { headers: { 'access-control-allow-origin': value } },
  verdict: blocked('actual', 'AllowOriginMismatch', value),
});

ruleCases(originTrailingSlash, {
  found: {
    'a slash at the end': allows('https://app.example/'),
    'a path': allows('https://app.example/shop'),
  },
  nearMisses: {
    'another port': allows('https://app.example:8443'),
    'another site with a slash': allows('https://b.example/'),
  },
});

test.each([
  ['https://app.example/', 'https://app.example', 'ends with a slash'],
  ['https://app.example/shop', 'https://app.example', 'has a path'],
])('%s for %s', (value, from, title) => {
  const found = finding('origin-trailing-slash', allows(value, from));
  expect(found?.title).toContain(title);
  expect(found?.explanation).toContain(`allows "${value}", but the request comes from "${from}"`);
  expect(found).toMatchObject({ owner: 'gateway', remedies: ['cors-configuration'] });
});
