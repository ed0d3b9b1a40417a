import { headerValue, maxAge } from '../../cors/index.ts';
import { profileOf } from '../../exchange/index.ts';
import type { ReportedHop, ReportedMessages } from '../report.ts';
import { faultNote } from './fault-note.ts';
import { pageEnd } from './page-end.ts';
import type { Pictured } from './pictured.ts';

export type StepNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** done: seen to happen well. failed: here it broke. ghost: never happened. told: answered from a cache, not by the wire. waiting: not yet. */
export type StepState = 'done' | 'failed' | 'ghost' | 'told' | 'waiting';

/** One of the six steps of the CORS flow, at one hop. `label` and `note` may hold values from the wire. */
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
export function failingStep(exchange: Pictured): 3 | 5 | null {
  const { outcome, step } = exchange.verdict;
  if (outcome === 'blocked') return step === 'preflight' ? 3 : 5;
  if (outcome !== 'network-error') return null;
  const hop = exchange.hops[exchange.deciding];
  return hop?.preflight != null && hop.preflight.response === null && hop.actual?.response == null ? 3 : 5;
}

export function callStep(exchange: Pictured): Step {
  const { method, needs } = exchange;
  const note = needs.length === 0 ? null : needs.join(', ');
  return { number: 1, state: 'done', label: `${callOf(exchange)} ${method}`, note };
}

export function endStep(exchange: Pictured): Step {
  const { state, label } = pageEnd(exchange);
  return { number: 6, state: failingStep(exchange) === null ? state : 'failed', label, note: null };
}

/** `webRequest` does not tell a fetch from an XMLHttpRequest. */
function callOf({ resourceType, source }: Pictured): string {
  if (resourceType !== 'fetch' && resourceType !== 'xhr') return 'load';
  return source === 'webRequest' && resourceType === 'xhr' ? 'call' : resourceType;
}

/** Steps 2 to 5 of a hop. Those of a hop before the deciding one that never happened are left out. */
export function hopSteps(exchange: Pictured, index: number): readonly Step[] {
  const hop = exchange.hops[index];
  if (hop === undefined) return [];
  const deciding = index === exchange.deciding;
  const failing = deciding ? failingStep(exchange) : null;
  const steps = [...preflightSteps(exchange, hop, index, failing), ...actualSteps(exchange, hop, failing)];
  return deciding ? steps : steps.filter(({ state }) => state !== 'ghost');
}

function preflightSteps(
  exchange: Pictured,
  hop: ReportedHop,
  index: number,
  failing: StepNumber | null,
): readonly Step[] {
  const { preflight } = hop;
  if (preflight === null) {
    const told = absence(exchange, index);
    const state = told === 'cached' ? 'told' : 'ghost';
    const answer = told === 'cached' ? 'answer remembered' : 'no preflight response';
    return [
      { number: 2, state, label: absentPreflight[told], note: null },
      { number: 3, state, label: answer, note: told === 'cached' ? rememberedNote(exchange) : null },
    ];
  }
  const acrm = headerValue(preflight.request.headers, 'access-control-request-method');
  const acrh = headerValue(preflight.request.headers, 'access-control-request-headers');
  const note = [acrm && `method: ${acrm}`, acrh && `headers: ${acrh}`].filter(Boolean).join(' · ') || null;
  return [
    { number: 2, state: 'done', label: 'OPTIONS', note },
    responseStep(3, preflight, failing, exchange),
  ];
}

const absentPreflight = {
  'not-needed': 'no preflight needed',
  cached: 'preflight from cache',
  missing: 'preflight not seen',
  sent: 'no preflight here',
} as const;

/** The state of the preflight is that of the first hop that owed one: which hop without one it speaks of. */
function absence({ preflight, cachedPreflight, hops }: Pictured, index: number): Pictured['preflight'] {
  if (preflight !== 'cached' && preflight !== 'missing') return preflight;
  const of = cachedPreflight?.request.url;
  const known = hops.findIndex((hop) => hop.preflight === null && hop.url === of);
  const meant = known < 0 ? hops.findIndex((hop) => hop.preflight === null) : known;
  return index === meant ? preflight : 'sent';
}

/** How long the browser keeps the earlier answer. */
function rememberedNote({ cachedPreflight, browser }: Pictured): string | null {
  const headers = cachedPreflight?.response?.headers;
  return headers === undefined ? null : `kept for ${maxAge(headers, profileOf(browser))} s`;
}

function actualSteps(
  exchange: Pictured,
  { actual }: ReportedHop,
  failing: StepNumber | null,
): readonly Step[] {
  const pending = exchange.verdict.outcome === 'pending' && !exchange.unfinished;
  const method = actual?.request.method ?? exchange.method;
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
    { ...responseStep(5, actual, failing, exchange), reachesIntegration },
  ];
}

function responseStep(
  number: 3 | 5,
  { response, error }: ReportedMessages,
  failing: StepNumber | null,
  exchange: Pictured,
): Step {
  const failed = failing === number;
  if (response === null) {
    if (failed) return { number, state: 'failed', label: 'no answer', note: error };
    return exchange.unfinished
      ? { number, state: 'ghost', label: 'answer not seen', note: null }
      : { number, state: 'waiting', label: 'no answer yet', note: null };
  }
  const acao = headerValue(response.headers, 'access-control-allow-origin');
  return {
    number,
    state: failed ? 'failed' : 'done',
    label: `${response.status}${response.fromCache ? ' (HTTP cache)' : ''}`,
    note: failed ? faultNote(exchange, response) : acao && `allow-origin: ${acao}`,
  };
}
