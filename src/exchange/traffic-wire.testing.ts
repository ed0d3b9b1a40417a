/** What each source tells of runs, as wire events in the source's own order (measured in Chromium 156 and Firefox 153). */
import { isRedirect, profiles } from '../cors/index.ts';
import type { HopRun, Message, Run } from './traffic-run.testing.ts';
import type { SourceKind, WireEvent } from './wire-event.ts';

export interface Told {
  readonly source: SourceKind;
  readonly browser: 'chromium' | 'firefox';
}

export const sources: readonly Told[] = [
  { source: 'webRequest', browser: 'chromium' },
  { source: 'webRequest', browser: 'firefox' },
  { source: 'debugger', browser: 'chromium' },
  { source: 'har', browser: 'chromium' },
];

type Plain = WireEvent extends infer Event ? (Event extends WireEvent ? Omit<Event, 'id'> : never) : never;

export const idOf = (run: Run): string => `a${run.index}`;
const preflightId = (run: Run, hop: number): string => `p${run.index}.${hop}`;

export const isFollowed = (run: Run, hop: number): boolean => hop + 1 < run.hops.length;

/** How a request ends in Chromium's words; null where it ends well. */
export function chromiumError(run: Run): string | null {
  if (run.outcome.kind === 'allowed') return null;
  return run.outcome.kind === 'blocked' ? 'net::ERR_FAILED' : 'net::ERR_CONNECTION_RESET';
}

function firefoxError(run: Run): string | null {
  const { outcome, hops } = run;
  if (outcome.kind === 'allowed') return null;
  if (outcome.kind === 'failed') return 'NS_ERROR_NET_RESET';
  const answer = hops[hops.length - 1]?.actual?.answer ?? null;
  // A response that CORS blocks ends as if all were well, unless it is a redirect.
  const seemsWell = answer !== null && !isRedirect(answer.status, answer.headers, profiles.firefox);
  return seemsWell ? null : 'NS_ERROR_DOM_BAD_URI';
}

const headersEvent = ({ headers, startedAt }: Message): Plain => ({
  type: 'request-headers',
  time: startedAt,
  headers,
  provisional: false,
});
const responseEvents = ({ answer, endedAt }: Message): readonly Plain[] =>
  answer === null ? [] : [{ type: 'response', time: endedAt, ...answer, fromCache: false }];
const redirectEvents = ({ answer, endedAt }: Message): readonly Plain[] =>
  answer === null
    ? []
    : [
        {
          type: 'redirect',
          time: endedAt,
          ...answer,
          location: answer.headers.find(([name]) => name === 'Location')?.[1] ?? '',
        },
      ];
const endEvent = (time: number, error: string | null): Plain =>
  error === null ? { type: 'completion', time, body: null } : { type: 'failure', time, error };

function preflightEnd(message: Message, run: Run, told: Told, isLast: boolean): readonly Plain[] {
  const { answer, endedAt } = message;
  if (told.browser === 'chromium') {
    const moved = answer !== null && isRedirect(answer.status, answer.headers, profiles.chromium);
    const fault = told.source === 'webRequest' ? 'net::ERR_FAILED' : 'net::ERR_CONNECTION_RESET';
    return [endEvent(endedAt, answer === null ? fault : moved ? 'net::ERR_INVALID_REDIRECT' : null)];
  }
  if (answer === null) return [endEvent(endedAt, 'NS_ERROR_NET_RESET')];
  if (isRedirect(answer.status, answer.headers, profiles.firefox)) return redirectEvents(message);
  const stops = isLast && run.outcome.kind === 'blocked' && run.outcome.step === 'preflight';
  return [endEvent(endedAt, stops ? 'NS_ERROR_DOM_BAD_URI' : null)];
}

function preflightEvents(run: Run, index: number, hop: HopRun, told: Told): readonly WireEvent[] {
  if (hop.preflight === null) return [];
  const { startedAt, url } = hop.preflight;
  const events: readonly Plain[] = [
    {
      ...requestEvent(run, startedAt, 'OPTIONS', url, told),
      isPreflight: told.source !== 'webRequest',
      preflightOf: told.source === 'debugger' ? idOf(run) : null,
    },
    headersEvent(hop.preflight),
    ...responseEvents(hop.preflight),
    ...preflightEnd(hop.preflight, run, told, !isFollowed(run, index)),
  ];
  return events.map((event) => ({ ...event, id: preflightId(run, index) }));
}

function requestEvent(run: Run, time: number, method: string, url: string, { source, browser }: Told) {
  return {
    type: 'request',
    time,
    method,
    url,
    resourceType: source === 'webRequest' ? 'xhr' : 'fetch',
    initiator: source === 'har' ? null : run.origin,
    scope:
      source === 'har'
        ? 'page_1'
        : source === 'debugger'
          ? run.frame
          : browser === 'chromium'
            ? `1/0/${run.frame}`
            : `1/${run.frame.slice(1)}`,
    isPreflight: false,
    preflightOf: null,
  } as const;
}

function hopEvents(run: Run, index: number, told: Told): readonly WireEvent[] {
  const hop = run.hops[index];
  if (hop === undefined) return [];
  const id = idOf(run);
  const own = (events: readonly Plain[]) => events.map((event): WireEvent => ({ ...event, id }));
  const begins = own([requestEvent(run, hop.startedAt, hop.method, hop.url, told)]);
  const provisional: Plain = {
    type: 'request-headers',
    time: hop.startedAt,
    headers: hop.provisional,
    provisional: true,
  };
  // Firefox sends its request headers before it asks for leave.
  const sends =
    hop.actual !== null
      ? own([{ ...headersEvent(hop.actual), ...(told.browser === 'firefox' ? { time: hop.startedAt } : {}) }])
      : told.browser === 'firefox'
        ? own([{ ...provisional, headers: firefoxHeaders(run, hop), provisional: false }])
        : told.source === 'webRequest'
          ? []
          : own([provisional]);
  const asks = preflightEvents(run, index, hop, told);
  const announced = told.browser === 'firefox' && firefoxError(run) === 'NS_ERROR_DOM_BAD_URI';
  const goesOn = isFollowed(run, index);
  const answered =
    hop.actual === null
      ? []
      : own([
          ...(goesOn && told.source === 'har' ? [] : responseEvents(hop.actual)),
          ...(goesOn || announced ? redirectEvents(hop.actual) : []),
        ]);
  return told.browser === 'firefox'
    ? [...begins, ...sends, ...asks, ...answered]
    : [...begins, ...asks, ...sends, ...answered];
}

/** Firefox tells the headers of a request that its preflight then stops. */
function firefoxHeaders(run: Run, hop: HopRun): HopRun['provisional'] {
  const origin = hop.preflight?.headers.find(([name]) => name === 'Origin') ?? ['Origin', run.origin];
  const mode = hop.preflight?.headers.filter(([name]) => name === 'Sec-Fetch-Mode') ?? [];
  return [...hop.provisional, origin, ...mode];
}

/** All events of one call, in the order in which the source tells them. */
export function eventsOfRun(run: Run, told: Told): readonly WireEvent[] {
  const id = idOf(run);
  const { outcome } = run;
  const error = told.browser === 'firefox' ? firefoxError(run) : chromiumError(run);
  const refusal: readonly WireEvent[] =
    told.source === 'debugger' && outcome.kind === 'blocked'
      ? [
          {
            type: 'refusal',
            id,
            time: run.endedAt,
            refusal: { ...outcome.refusal, name: outcome.refusal.code },
            initiator: run.origin,
          },
        ]
      : [];
  return [
    ...run.hops.flatMap((_, index) => hopEvents(run, index, told)),
    ...refusal,
    { ...endEvent(run.endedAt, error), id },
  ];
}

/** The stream as the source tells it: in order of time, each call's own order kept. */
export const orderly = (runs: readonly Run[], told: Told): readonly WireEvent[] =>
  runs.flatMap((run) => eventsOfRun(run, told)).sort((a, b) => a.time - b.time);
