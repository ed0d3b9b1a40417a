import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { blocked, type Case, finding } from '../testing.ts';
import { originSchemePort } from './origin-scheme-port.ts';

const allows = (value: string, from = 'https://app.example'): Case => ({
  kind: 'http',
  origin: from,
  actual: { headers: { 'access-control-allow-origin': value } },
  verdict: blocked('actual', 'AllowOriginMismatch', value),
});

ruleCases(originSchemePort, {
  found: {
    'http for https': allows('http://app.example'),
    'another port': allows('http://localhost:3000', 'http://localhost:5173'),
    'upper case': allows('https://App.example'),
    'localhost for 127.0.0.1': allows('http://localhost:3000', 'http://127.0.0.1:3000'),
  },
  nearMisses: {
    'a slash at the end': allows('https://app.example/'),
    'another site': allows('https://b.example'),
    'a request of the origin null': allows('http://app.example', 'null'),
  },
});

test.each([
  ['http://app.example', 'https://app.example', 'another scheme'],
  ['http://localhost:3000', 'http://localhost:5173', 'another port'],
  ['https://App.example', 'https://app.example', 'spelled differently'],
  ['http://localhost:3000', 'http://127.0.0.1:3000', 'localhost and 127.0.0.1'],
])('%s for %s', (value, from, title) => {
  const found = finding('origin-scheme-port', allows(value, from));
  expect(found?.title).toContain(title);
  expect(found?.explanation).toContain(`allows "${value}", but the request comes from "${from}"`);
  expect(found).toMatchObject({ owner: 'gateway', remedies: ['cors-configuration'] });
});
