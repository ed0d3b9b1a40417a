import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding, type Headers, judged } from '../testing.ts';
import { maxAgeAbsent } from './max-age-absent.ts';

const acao = { 'access-control-allow-origin': 'https://app.example' };
const asked = (id: string, at: number, more: Case = {}, headers: Headers = {}): Case => ({
  id,
  at,
  preflight: { headers: { ...acao, ...headers } },
  actual: { headers: acao },
  ...more,
});
const at = (times: readonly number[], more: Case = {}) =>
  times.map((time) => judged(asked(`at-${time}`, time, more)));
const third = asked('third', 50_000);

ruleCases(maxAgeAbsent, {
  found: { 'three times within a minute': { ...third, siblings: at([10_000, 30_000]) } },
  nearMisses: {
    twice: { ...third, siblings: at([30_000]) },
    'over a longer time': { ...asked('third', 90_000), siblings: at([10_000, 60_000]) },
    'the age is told': {
      ...asked('third', 50_000, {}, { 'access-control-max-age': '600' }),
      siblings: at([10_000, 30_000]),
    },
    'other URLs': {
      ...third,
      siblings: [
        judged(asked('a', 10_000, { url: 'https://api.example/a' })),
        judged(asked('b', 30_000, { url: 'https://api.example/b' })),
      ],
    },
    'other queries': { ...third, siblings: at([10_000, 30_000], { url: 'https://api.example/a?page=2' }) },
    'another page’s': { ...third, siblings: at([10_000, 30_000], { origin: 'https://b.example' }) },
    'not the latest of them': { ...third, siblings: at([30_000, 40_000, 55_000]) },
    'not sent': { ...third, siblings: at([10_000, 30_000], { state: 'cached' }) },
  },
});

test('the count is the capture’s, and a disabled cache is named as the other cause', () => {
  const found = finding('max-age-absent', { ...third, siblings: at([10_000, 20_000, 30_000]) });
  expect(found).toMatchObject({ severity: 'info', confidence: 'likely' });
  expect(found?.explanation).toContain('4 times');
  expect(found?.explanation).toContain('cache disabled');
});
