import type { WireEvent } from '../../src/exchange/index.ts';

const page = 'https://app.test';

/** What one call and its preflight tell, each in the wire's order. */
interface Call {
  readonly begin: WireEvent;
  /** Empty where the call needs none. */
  readonly preflight: readonly WireEvent[];
  readonly rest: readonly WireEvent[];
}

/** Every second call is preflighted, and every seventh is to one URL that they share. Calls of other numbers share no text. */
function callOf(n: number): Call {
  const url = `https://api.test/orders/${n % 7 === 0 ? 'list' : n}`;
  const time = n;
  const method = n % 2 === 0 ? 'GET' : 'PUT';
  const begin = (own: string, as: string): WireEvent => ({
    type: 'request',
    id: own,
    time,
    method: as,
    url,
    resourceType: 'xhr',
    initiator: page,
    scope: '1/0/doc',
    isPreflight: false,
    preflightOf: null,
  });
  const heads = (own: string, sent: readonly (readonly [string, string])[]): WireEvent[] => [
    { type: 'request-headers', id: own, time, provisional: false, headers: [['Origin', page], ...sent] },
    {
      type: 'response',
      id: own,
      time: time + 1,
      status: 200,
      fromCache: false,
      headers: [
        ['Content-Type', 'application/json'],
        ['Access-Control-Allow-Origin', page],
        ['Access-Control-Allow-Methods', 'PUT'],
      ],
    },
    { type: 'completion', id: own, time: time + 2, body: null },
  ];
  const id = String(2 * n);
  const preflight = String(2 * n + 1);
  const asked = [['Access-Control-Request-Method', 'PUT']] as const;
  return {
    begin: begin(id, method),
    preflight: method === 'PUT' ? [begin(preflight, 'OPTIONS'), ...heads(preflight, asked)] : [],
    rest: heads(id, [['Accept', 'application/json']]),
  };
}

const callsFrom = (from: number, calls: number): readonly Call[] =>
  Array.from({ length: calls }, (_, index) => callOf(from + index));

/** A `webRequest` stream as Chromium gives it: 32 calls under way at any time, so that events of many ids interleave. */
export function liveEvents(calls: number, from = 0): readonly WireEvent[] {
  const runs = callsFrom(from, calls).map(({ begin, preflight, rest }) => [begin, ...preflight, ...rest]);
  return runs.length === 0 ? [] : interleaved(runs, 32);
}

/** The same calls as a HAR tells of them: entry by entry. */
export const harEvents = (calls: number, from = 0): readonly WireEvent[] =>
  callsFrom(from, calls).flatMap(({ begin, preflight, rest }) => [...preflight, begin, ...rest]);

/** One event of each run under way in turn; as one ends, the next begins. */
function interleaved(runs: readonly (readonly WireEvent[])[], atOnce: number): readonly WireEvent[] {
  const events: WireEvent[] = [];
  const waiting = runs.map((run) => run[Symbol.iterator]());
  const under = waiting.splice(0, atOnce);
  let next = 0;
  for (let at = 0; under.length > 0; at = (at + 1) % Math.max(1, under.length)) {
    const step = under[at]?.next();
    if (step !== undefined && step.done !== true) {
      events.push(step.value);
      continue;
    }
    const fresh = waiting[next];
    next += 1;
    if (fresh === undefined) under.splice(at, 1);
    else under[at] = fresh;
  }
  return events;
}
