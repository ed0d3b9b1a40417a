import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Answer, blocked, type Case, finding, judged } from '../testing.ts';
import { stalePreflight } from './stale-preflight.ts';

const acao = { 'access-control-allow-origin': 'https://app.example' };
const allows = (methods: string): Answer => ({
  headers: { ...acao, 'access-control-allow-methods': methods, 'access-control-max-age': '7200' },
});
const kept = (answer: Answer, more: Case = {}): Case => ({
  method: 'PUT',
  state: 'cached',
  cachedPreflight: answer,
  actual: { headers: acao },
  at: 90,
  ...more,
});
const newer = (answer: Answer, more: Case = {}) => [
  judged({ id: 'newer', method: 'DELETE', preflight: answer, at: 60, ...more }),
];
const passing = kept(allows('PUT'));
const blockedByOld = kept(allows('GET'), {
  verdict: blocked('preflight', 'MethodDisallowedByPreflightResponse', 'PUT'),
});

ruleCases(stalePreflight, {
  found: {
    'the server no longer allows it': { ...passing, siblings: newer(allows('DELETE')) },
    'the server now answers with an error': { ...passing, siblings: newer({ status: 403, headers: acao }) },
    'the server allows it by now': { ...blockedByOld, siblings: newer(allows('PUT,DELETE')) },
  },
  nearMisses: {
    'the newer answer says the same': { ...passing, siblings: newer(allows('PUT,DELETE')) },
    'both refuse': { ...blockedByOld, siblings: newer(allows('DELETE')) },
    'no newer answer': passing,
    'an older answer': { ...passing, siblings: newer(allows('DELETE'), { at: 0 }) },
    'of another URL': {
      ...passing,
      siblings: newer(allows('DELETE'), { url: 'https://api.example/else' }),
    },
    'of another page': { ...passing, siblings: newer(allows('DELETE'), { origin: 'https://b.example' }) },
    'its own preflight was sent': {
      ...passing,
      state: 'sent',
      preflight: allows('PUT'),
      siblings: newer(allows('DELETE')),
    },
    'only the user says that one was kept': {
      method: 'PUT',
      state: 'cached',
      actual: { headers: acao },
      siblings: newer(allows('DELETE')),
    },
  },
});

test('both ways are told apart, with the age that keeps it', () => {
  const will = finding('stale-preflight', { ...passing, siblings: newer(allows('DELETE')) });
  expect(will?.title).toContain('passes only because');
  expect(will?.evidence).toMatchObject([{ header: 'access-control-max-age', value: '7200' }]);
  const by = finding('stale-preflight', { ...blockedByOld, siblings: newer(allows('PUT')) });
  expect(by?.title).toContain('allows it by now');
});
