import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding, judged } from '../testing.ts';
import { originReflected } from './origin-reflected.ts';

const from = (origin: string, credentials = 'true'): Case => ({
  origin,
  id: origin,
  credentials: 'include',
  actual: {
    headers: { 'access-control-allow-origin': origin, 'access-control-allow-credentials': credentials },
  },
});
const beside = (...origins: readonly string[]) => origins.map((one) => judged(from(one)));
const shop = from('https://app.shop.example');

ruleCases(originReflected, {
  found: {
    'two unrelated sites': { ...shop, siblings: beside('https://evil.test') },
    'strangers on one hosting service': {
      ...from('https://me.github.io'),
      siblings: beside('https://you.github.io'),
    },
    'addresses that only look alike': { ...from('https://10.0.0.1'), siblings: beside('https://10.9.0.1') },
    'a developer’s machine beside the site': { ...shop, siblings: beside('http://localhost:5173') },
  },
  nearMisses: {
    'one origin proves nothing': shop,
    'the same origin again': { ...shop, siblings: beside('https://app.shop.example') },
    'two hosts of one domain': { ...shop, siblings: beside('https://admin.shop.example') },
    'a subdomain': { ...from('https://shop.example'), siblings: beside('https://a.b.shop.example') },
    'two ports of one machine': {
      ...from('http://localhost:3000'),
      siblings: beside('http://127.0.0.1:5173'),
    },
    'no credentials': {
      ...from('https://app.shop.example', 'false'),
      siblings: [judged(from('https://evil.test', 'false'))],
    },
    'the other was blocked': {
      ...shop,
      siblings: [
        judged({
          ...from('https://evil.test'),
          verdict: { outcome: 'blocked', step: 'actual', code: 'AllowOriginMismatch' },
        }),
      ],
    },
  },
});

test('two sites are a warning, a developer’s machine a note, and neither is certain', () => {
  const sites = finding('origin-reflected', { ...shop, siblings: beside('https://evil.test') });
  expect(sites).toMatchObject({ severity: 'warning', confidence: 'likely', owner: 'handler' });
  expect(sites?.explanation).toContain('"https://evil.test"');
  const local = { ...shop, siblings: beside('http://localhost:5173') };
  expect(finding('origin-reflected', local)).toMatchObject({ severity: 'info', confidence: 'likely' });
  const both = { ...shop, siblings: beside('http://localhost:5173', 'https://evil.test') };
  expect(finding('origin-reflected', both)?.severity).toBe('warning');
});

test('of a function URL it says that `*` copies the origin', () => {
  const made: Case = { ...shop, kind: 'function-url', siblings: beside('https://evil.test') };
  expect(finding('origin-reflected', made)).toMatchObject({ owner: 'gateway', unverified: true });
  expect(finding('origin-reflected', made)?.explanation).toContain('AllowOrigins holds `*`');
});
