import { headerValue } from '../../cors/index.ts';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Exchanged, Hop } from '../../exchange/index.ts';
import { pageEnd } from './page-end.ts';
import { methodOf } from './row.ts';

export type StepNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** done: seen to happen well. failed: here it broke. ghost: never happened. told: answered from a cache, not by the wire. waiting: not yet. */
export type StepState = 'done' | 'failed' | 'ghost' | 'told' | 'waiting';

/** One of the six steps of the CORS flow, for one hop. `note` may hold values from the wire. */
export interface Step {
  readonly number: StepNumber;
  readonly state: StepState;
  readonly label: string;
  readonly note: string | null;
  /** The answer does not look like the gateway's own, so the integration was probably called. */
  readonly reachesIntegration?: boolean;
}

export const stepNames: Readonly<Record<StepNumber, string>> = {
  1: 'call by the page',
  2: 'preflight request',
  3: 'preflight response',
  4: 'actual request',
  5: 'actual response',
  6: 'result in the page',
};

/** The step at which the exchange broke; null where it did not. */
export function failingStep(diagnosed: Diagnosed): StepNumber | null {
  const { outcome, step } = diagnosed.judgement.verdict;
  if (outcome === 'blocked') return step === 'preflight' ? 3 : 5;
  if (outcome !== 'network-error') return null;
  const { preflight, actual } = decidingHop(diagnosed);
  return preflight !== null && preflight.response === null && actual?.response == null ? 3 : 5;
}

function decidingHop({ exchange, judgement }: Diagnosed): Hop {
  return exchange.hops[judgement.hop] ?? exchange.hops[0] ?? { url: '', preflight: null, actual: null };
}

/** The flow of the hop at which the verdict fell. */
export function stepsOf(diagnosed: Diagnosed): readonly Step[] {
  const hop = decidingHop(diagnosed);
  const failing = failingStep(diagnosed);
  const { judgement } = diagnosed;
  const ended = pageEnd(diagnosed);
  return [
    {
      number: 1,
      state: 'done',
      label: `${callOf(diagnosed)} ${methodOf(diagnosed)}`,
      note:
        judgement.hop > 0
          ? `after ${judgement.hop} redirect${judgement.hop > 1 ? 's' : ''}`
          : needsNote(diagnosed),
    },
    ...preflightSteps(diagnosed, hop, failing),
    ...actualSteps(diagnosed, hop, failing),
    { number: 6, state: failing === null ? ended.state : 'failed', label: ended.label, note: null },
  ];
}

/** `webRequest` does not tell a fetch from an XMLHttpRequest. */
function callOf({ exchange: { resourceType, source } }: Diagnosed): string {
  if (resourceType !== 'fetch' && resourceType !== 'xhr') return 'load';
  return source === 'webRequest' && resourceType === 'xhr' ? 'call' : resourceType;
}

function needsNote({ judgement }: Diagnosed): string | null {
  return judgement.needs.headers.length === 0 ? null : judgement.needs.headers.join(', ');
}

function preflightSteps(diagnosed: Diagnosed, hop: Hop, failing: StepNumber | null): readonly Step[] {
  const { preflight } = hop;
  if (preflight === null) {
    const told = diagnosed.judgement.preflight;
    const state = told === 'cached' ? 'told' : 'ghost';
    return [
      { number: 2, state, label: absentPreflight[told], note: null },
      {
        number: 3,
        state,
        label: told === 'cached' ? 'answer remembered' : 'no preflight response',
        note: null,
      },
    ];
  }
  const acrm = headerValue(preflight.request.headers, 'access-control-request-method');
  const acrh = headerValue(preflight.request.headers, 'access-control-request-headers');
  return [
    {
      number: 2,
      state: 'done',
      label: 'OPTIONS',
      note: [acrm && `method: ${acrm}`, acrh && `headers: ${acrh}`].filter(Boolean).join(' · ') || null,
    },
    responseStep(3, preflight, failing, diagnosed),
  ];
}

const absentPreflight = {
  'not-needed': 'no preflight needed',
  cached: 'preflight from cache',
  missing: 'preflight not seen',
  sent: 'no preflight here',
} as const;

function actualSteps(diagnosed: Diagnosed, { actual }: Hop, failing: StepNumber | null): readonly Step[] {
  const pending = diagnosed.judgement.verdict.outcome === 'pending' && !diagnosed.exchange.unfinished;
  const method = actual?.request.method ?? methodOf(diagnosed);
  if (actual === null || failing === 3) {
    const state = pending ? 'waiting' : 'ghost';
    return [
      { number: 4, state, label: pending ? `${method}: not yet` : `${method}: never sent`, note: null },
      { number: 5, state, label: pending ? 'response' : 'no response', note: null },
    ];
  }
  // API Gateway's own answers carry `x-amzn-errortype`; any other answer came from behind it, as far as the wire tells.
  const reachesIntegration =
    actual.response !== null && headerValue(actual.response.headers, 'x-amzn-errortype') === null;
  return [
    { number: 4, state: 'done', label: method, note: null, reachesIntegration },
    { ...responseStep(5, actual, failing, diagnosed), reachesIntegration },
  ];
}

function responseStep(
  number: 3 | 5,
  exchanged: Exchanged,
  failing: StepNumber | null,
  diagnosed: Diagnosed,
): Step {
  const failed = failing === number;
  const { response } = exchanged;
  if (response === null) {
    return failed
      ? { number, state: 'failed', label: 'no answer', note: exchanged.error }
      : diagnosed.exchange.unfinished
        ? { number, state: 'ghost', label: 'answer not seen', note: null }
        : { number, state: 'waiting', label: 'no answer yet', note: null };
  }
  const acao = headerValue(response.headers, 'access-control-allow-origin');
  return {
    number,
    state: failed ? 'failed' : 'done',
    label: `${response.status}${response.fromCache ? ' (HTTP cache)' : ''}`,
    note: failed ? faultNote(diagnosed, acao) : acao && `allow-origin: ${acao}`,
  };
}

/** What the step broke on, in a few words. */
function faultNote({ judgement }: Diagnosed, acao: string | null): string {
  const { code, parameter } = judgement.verdict;
  if (acao === null) return 'no access-control-allow-origin';
  if (code === 'MethodDisallowedByPreflightResponse') return `method ${parameter ?? ''} not allowed`;
  if (code === 'HeaderDisallowedByPreflightResponse') return `header ${parameter ?? ''} not allowed`;
  if (code?.endsWith('InvalidAllowCredentials')) return 'access-control-allow-credentials is not true';
  if (code === 'PreflightInvalidStatus') return 'status is not 2xx';
  if (code === 'PreflightDisallowedRedirect') return 'a preflight must not redirect';
  return `allow-origin: ${acao}`;
}
