/** The model's runs as Chromium 156 tells them to the debugger: method and parameters, in order of time. */
import { isRedirect, profiles } from '../cors/index.ts';
import { epoch, type HopRun, type Message, type Run } from './traffic-run.testing.ts';
import { chromiumError, idOf } from './traffic-wire.testing.ts';

export interface CdpEvent {
  readonly time: number;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** CDP's own clock, in seconds since nobody knows when. */
const stamp = (time: number): number => 500 + (time - epoch) / 1000;

/** Lines of one name are joined by LF. */
const joined = (headers: readonly (readonly [string, string])[]): Readonly<Record<string, string>> => {
  const lines: Record<string, string> = {};
  for (const [name, value] of headers) {
    const before = lines[name];
    lines[name] = before === undefined ? value : `${before}\n${value}`;
  }
  return lines;
};

const cookie = [{ blockedReasons: ['SameSiteLax'], cookie: { name: 'session' } }];

function wire(requestId: string, message: Message): readonly CdpEvent[] {
  const { answer, headers, startedAt, endedAt } = message;
  const associatedCookies = message.cookies ? cookie : [];
  const sent = { requestId, headers: joined(headers), associatedCookies };
  return [
    { time: startedAt, method: 'Network.requestWillBeSentExtraInfo', params: sent },
    ...(answer === null
      ? []
      : [
          {
            time: endedAt,
            method: 'Network.responseReceivedExtraInfo',
            params: {
              requestId,
              statusCode: answer.status,
              headers: joined(answer.headers),
              blockedCookies: [],
            },
          },
        ]),
  ];
}

const response = (message: Message) => ({
  url: message.url,
  status: message.answer?.status ?? 0,
  headers: joined(message.answer?.headers ?? []),
  fromDiskCache: false,
  fromServiceWorker: false,
});
const received = (requestId: string, type: string, message: Message): CdpEvent => ({
  time: message.endedAt,
  method: 'Network.responseReceived',
  params: {
    requestId,
    type,
    timestamp: stamp(message.endedAt),
    hasExtraInfo: true,
    response: response(message),
  },
});
const finished = (requestId: string, time: number): CdpEvent => ({
  time,
  method: 'Network.loadingFinished',
  params: { requestId, timestamp: stamp(time) },
});
const failed = (requestId: string, time: number, errorText: string, more: object = {}): CdpEvent => ({
  time,
  method: 'Network.loadingFailed',
  params: { requestId, timestamp: stamp(time), errorText, canceled: false, ...more },
});

function asks(run: Run, hop: HopRun, index: number): readonly CdpEvent[] {
  const { preflight } = hop;
  if (preflight === null) return [];
  const requestId = `p${run.index}.${index}`;
  const { answer, startedAt, endedAt, url, headers } = preflight;
  const moved = answer !== null && isRedirect(answer.status, answer.headers, profiles.chromium);
  return [
    {
      time: startedAt,
      method: 'Network.requestWillBeSent',
      params: {
        requestId,
        loaderId: '',
        documentURL: url,
        request: { url, method: 'OPTIONS', headers: joined(headers) },
        timestamp: stamp(startedAt),
        wallTime: startedAt / 1000,
        initiator: { type: 'preflight', url, requestId: idOf(run) },
        type: 'Other',
      },
    },
    ...wire(requestId, preflight),
    ...(answer === null
      ? [failed(requestId, endedAt, 'net::ERR_CONNECTION_RESET')]
      : moved
        ? [failed(requestId, endedAt, 'net::ERR_INVALID_REDIRECT')]
        : [received(requestId, 'Preflight', preflight), finished(requestId, endedAt)]),
  ];
}

function begins(run: Run, index: number): readonly CdpEvent[] {
  const hop = run.hops[index];
  if (hop === undefined) return [];
  const before = run.hops[index - 1]?.actual ?? null;
  const { startedAt, url, method } = hop;
  return [
    {
      time: startedAt,
      method: 'Network.requestWillBeSent',
      params: {
        requestId: idOf(run),
        loaderId: 'L',
        documentURL: run.documentUrl,
        request: { url, method, headers: joined(hop.provisional) },
        timestamp: stamp(startedAt),
        wallTime: startedAt / 1000,
        initiator: { type: 'script' },
        type: 'Fetch',
        frameId: run.frame,
        ...(before === null ? {} : { redirectResponse: response(before), redirectHasExtraInfo: true }),
      },
    },
  ];
}

function ends(run: Run): readonly CdpEvent[] {
  const requestId = idOf(run);
  const { outcome, endedAt, hops } = run;
  const actual = hops[hops.length - 1]?.actual ?? null;
  const error = chromiumError(run);
  if (error === null)
    return actual === null ? [] : [received(requestId, 'Fetch', actual), finished(requestId, endedAt)];
  if (outcome.kind !== 'blocked') return [failed(requestId, endedAt, error)];
  const corsErrorStatus = { corsError: outcome.refusal.code, failedParameter: outcome.refusal.parameter };
  const corsIssueDetails = {
    corsErrorStatus,
    isWarning: false,
    request: { requestId, url: hops[hops.length - 1]?.url ?? '' },
    initiatorOrigin: `${run.origin}/`,
  };
  return [
    {
      time: endedAt,
      method: 'Audits.issueAdded',
      params: { issue: { code: 'CorsIssue', details: { corsIssueDetails } } },
    },
    failed(requestId, endedAt, error, { corsErrorStatus }),
  ];
}

/** Everything that the tab's session is told. */
export const cdpOf = (runs: readonly Run[]): readonly CdpEvent[] =>
  runs
    .flatMap((run) => [
      ...run.hops.flatMap((hop, index) => [
        ...begins(run, index),
        ...asks(run, hop, index),
        ...(hop.actual === null ? [] : wire(idOf(run), hop.actual)),
      ]),
      ...ends(run),
    ])
    .sort((a, b) => a.time - b.time);
