import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding, judged } from '../testing.ts';
import { maxAgeCapped } from './max-age-capped.ts';

const acao = { 'access-control-allow-origin': 'https://app.example' };
const aged = (age: string, more: Case = {}): Case => ({
  preflight: { headers: { ...acao, 'access-control-max-age': age } },
  actual: { headers: acao },
  ...more,
});

ruleCases(maxAgeCapped, {
  found: Object.fromEntries(
    ['7201', '86400', '-1', '10m', "'600'", '', '1e3'].map((age) => [age, aged(age)]),
  ),
  nearMisses: {
    'the cap itself': aged('7200'),
    'nothing kept': aged('0'),
    'no header': { preflight: { headers: acao }, actual: { headers: acao } },
    'a preflight from the cache': {
      state: 'cached',
      cachedPreflight: { headers: { 'access-control-max-age': '86400' } },
      actual: { headers: acao },
    },
    'a blocked call': aged('86400', { verdict: { outcome: 'network-error' } }),
  },
});

test('the cap is the browser’s own', () => {
  expect(finding('max-age-capped', aged('86400'))?.explanation).toContain('Chromium keeps');
  const { exchange, judgement } = judged(aged('86400'));
  const own = { exchange: { ...exchange, browser: 'firefox' as const }, judgement };
  const gateway = { kind: 'rest', evidence: [] } as const;
  expect(maxAgeCapped.find({ ...own, gateway, siblings: [own], template: null })).toBeNull();
});

test('what is no number is told apart from what is too much', () => {
  expect(finding('max-age-capped', aged('10m'))?.title).toContain('no number');
  expect(finding('max-age-capped', aged('-1'))?.title).toContain('negative');
});

test('once per API: only the latest preflight speaks', () => {
  const own = judged(aged('86400'));
  const later = judged(aged('600', { id: 'later' }));
  const gateway = { kind: 'rest', evidence: [] } as const;
  expect(maxAgeCapped.find({ ...own, gateway, siblings: [own, later], template: null })).toBeNull();
});
