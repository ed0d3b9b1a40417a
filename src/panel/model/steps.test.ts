import { expect, test } from 'vitest';
import type { Diagnosed } from '../../diagnosis/index.ts';
import {
  assumed,
  cachedPreflight,
  headerNotAllowed,
  pending,
  redirected,
  unreachable,
} from '../gallery/http-exchanges.ts';
import { blockedPreflight, healthy, hiddenError, noAllowOrigin } from '../gallery/rest-exchanges.ts';
import { failingStep, stepsOf } from './steps.ts';

const told = (diagnosed: Diagnosed) =>
  stepsOf(diagnosed).map(({ number, state, label }) => `${number} ${state}: ${label}`);

test.each<[string, Diagnosed, number | null]>([
  ['blocked preflight', blockedPreflight, 3],
  ['header not allowed', headerNotAllowed, 3],
  ['no allow-origin', noAllowOrigin, 5],
  ['blocked after a redirect', redirected, 5],
  ['no answer', unreachable, 5],
  ['allowed', healthy, null],
  ['assumed', assumed, null],
  ['pending', pending, null],
])('%s breaks at step %3$s', (_, diagnosed, step) => {
  expect(failingStep(diagnosed)).toBe(step);
});

test('what a failed preflight kept from happening is a ghost', () => {
  expect(told(blockedPreflight)).toEqual([
    '1 done: fetch PUT',
    '2 done: OPTIONS',
    '3 failed: 401',
    '4 ghost: PUT: never sent',
    '5 ghost: no response',
    '6 failed: TypeError: Failed to fetch',
  ]);
});

test('a preflight from the cache is told, one that nobody owed is a ghost', () => {
  expect(told(cachedPreflight).slice(1, 3)).toEqual([
    '2 told: preflight from cache',
    '3 told: answer remembered',
  ]);
  expect(told(healthy)[1]).toBe('2 ghost: no preflight needed');
});

test('a request under way waits; one without an answer failed', () => {
  expect(told(pending).slice(3)).toEqual(['4 done: GET', '5 waiting: no answer yet', '6 waiting: waiting']);
  expect(stepsOf(unreachable)[4]).toMatchObject({ state: 'failed', note: 'net::ERR_CONNECTION_RESET' });
});

test('a preflight without an answer fails at step 3', () => {
  const hop = blockedPreflight.exchange.hops[0];
  const preflight = hop?.preflight ? { ...hop.preflight, response: null, error: 'net::ERR_FAILED' } : null;
  const lost: Diagnosed = {
    ...blockedPreflight,
    exchange: { ...blockedPreflight.exchange, hops: [{ url: '', preflight, actual: null }] },
    judgement: {
      ...blockedPreflight.judgement,
      verdict: { ...blockedPreflight.judgement.verdict, outcome: 'network-error', step: null, code: null },
    },
  };
  expect(failingStep(lost)).toBe(3);
});

test.each<[string, Diagnosed, string | null]>([
  ['absent', blockedPreflight, 'no access-control-allow-origin'],
  ['header', headerNotAllowed, 'header sentry-trace not allowed'],
])('the failing arrow names the fault: %s', (_, diagnosed, note) => {
  expect(stepsOf(diagnosed).find(({ state }) => state === 'failed')?.note).toBe(note);
});

test('the integration is drawn as called only where the answer is not the gateway’s own', () => {
  expect(stepsOf(healthy)[4]?.reachesIntegration).toBe(true);
  expect(stepsOf(hiddenError)[4]?.reachesIntegration).toBe(false);
});

test('Firefox’s own words', () => {
  const inFirefox: Diagnosed = {
    ...noAllowOrigin,
    exchange: { ...noAllowOrigin.exchange, browser: 'firefox' },
  };
  expect(stepsOf(inFirefox)[5]?.label).toBe('TypeError: NetworkError');
});
