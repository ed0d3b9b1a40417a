import { ownMember } from '../capture/index.ts';
import { isRedirect } from '../cors/index.ts';
import { profileOf } from '../exchange/index.ts';
import { generator } from './generator.ts';
import type { Report, ReportedExchange, ReportedMessages } from './report.ts';

/** A member of a HAR. HAR 1.2 lets writers add members whose names begin with an underscore. */
type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

type Role = 'preflight' | 'actual' | 'none';

/** The report's messages as HAR 1.2, which DevTools opens, and our own reader opens with nothing lost. */
export function toHar(report: Report): string {
  return [...harParts(report)].join('');
}

/** The same in pieces, so that a large one can be written bit by bit. */
export function* harParts(report: Report): Generator<string> {
  const { browser } = report.source;
  const log = {
    version: '1.2',
    creator: { name: generator.name, version: generator.version },
    ...(browser === undefined ? {} : { browser: { name: browser, version: '' } }),
    comment: `${report.redacted ? 'Credentials were replaced by REDACTED. ' : 'Not redacted: it may hold credentials. '}Bodies are not part of it.`,
    [ownMember]: { redacted: report.redacted, template: report.template?.name ?? null },
  };
  yield `{"log":${JSON.stringify(log).slice(0, -1)},"entries":[`;
  let first = true;
  for (const exchange of report.exchanges) {
    let text = '';
    for (const entry of entriesOf(exchange)) {
      text += `${first ? '\n' : ',\n'}${JSON.stringify(entry)}`;
      first = false;
    }
    yield text;
  }
  yield '\n]}}\n';
}

function entriesOf(exchange: ReportedExchange): readonly Json[] {
  const heads = exchange.hops.flatMap(({ url, preflight, actual }, hop) => [
    ...(preflight === null ? [] : [{ hop, role: 'preflight' as const, messages: preflight }]),
    ...(actual === null ? [] : [{ hop, role: 'actual' as const, messages: actual }]),
    ...(preflight === null && actual === null
      ? [{ hop, role: 'none' as const, messages: unsent(url, exchange) }]
      : []),
  ]);
  // A preflight ends before its request begins; what is equal stays in the order of the wire.
  const inTime = [...heads].sort((a, b) => a.messages.startedAt - b.messages.startedAt);
  return inTime.map(({ hop, role, messages }, index) => entryOf(exchange, messages, role, hop, index === 0));
}

/** A hop of which nothing was seen but its URL. */
function unsent(url: string, { request, startedAt }: ReportedExchange): ReportedMessages {
  const head = { method: request.method, url, headers: [], headersKnown: false };
  return { request: head, response: null, error: null, startedAt, endedAt: null };
}

function entryOf(
  exchange: ReportedExchange,
  messages: ReportedMessages,
  role: Role,
  hop: number,
  isFirst: boolean,
): Json {
  const { request, response, error, startedAt, endedAt } = messages;
  const span = (endedAt ?? startedAt) - startedAt;
  const time = Number.isFinite(span) ? Math.max(0, span) : 0;
  return {
    startedDateTime: dateOf(startedAt),
    time,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: '',
      cookies: [],
      headers: request.headers.map(([name, value]) => ({ name, value })),
      queryString: queryOf(request.url),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: response?.status ?? 0,
      statusText: '',
      httpVersion: '',
      cookies: [],
      headers: (response?.headers ?? []).map(([name, value]) => ({ name, value })),
      content: { size: 0, mimeType: headerIn(response?.headers ?? [], 'content-type') ?? 'x-unknown' },
      redirectURL: redirectOf(exchange, response),
      headersSize: -1,
      bodySize: -1,
      ...(error === null ? {} : { _error: error }),
      ...(exchange.fromServiceWorker && role === 'actual' ? { _fetchedViaServiceWorker: true } : {}),
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(response?.fromCache === true ? { _fromCache: 'disk' } : {}),
    _initiator: initiatorOf(exchange, role),
    _resourceType:
      role === 'preflight' ? 'preflight' : (chromesTypes[exchange.resourceType] ?? exchange.resourceType),
    [ownMember]: {
      exchange: exchange.id,
      hop,
      role,
      headersKnown: request.headersKnown,
      answered: response !== null,
      fromCache: response?.fromCache ?? false,
      startedAt,
      endedAt,
      error,
      ...(isFirst ? { facts: factsOf(exchange) } : {}),
    },
  };
}

/** What of an exchange no entry tells. */
function factsOf({ reported, settings, ...exchange }: ReportedExchange): Json {
  return {
    hops: exchange.hops.length,
    origin: exchange.origin,
    source: exchange.source,
    browser: exchange.browser,
    resourceType: exchange.resourceType,
    startedAt: exchange.startedAt,
    state: exchange.state,
    unfinished: exchange.unfinished,
    error: exchange.error,
    reported: reported === null ? null : { code: reported.code, parameter: reported.parameter },
    provenInclude: exchange.provenInclude,
    cachedPreflight: exchange.cachedPreflight === null ? null : plainMessages(exchange.cachedPreflight),
    blockedReason: exchange.blockedReason,
    fromServiceWorker: exchange.fromServiceWorker,
    passed: exchange.passed,
    requester: exchange.requester,
    headsShown: exchange.headsShown,
    tabInferred: exchange.tabInferred,
    call: exchange.call.map((frame) => ({ ...frame })),
    settings: { ...settings },
  };
}

const plainMessages = ({ request, response, ...rest }: ReportedMessages): Json => ({
  request: { ...request },
  response: response === null ? null : { ...response },
  ...rest,
});

/** As DevTools tells them, so that they show there too: CDP counts lines and columns from 0. */
function initiatorOf({ call, request }: ReportedExchange, role: Role): Json {
  if (role === 'preflight') return { type: 'preflight', url: request.url };
  if (call.length === 0) return { type: 'other' };
  const callFrames = call.map(({ functionName, url, line, column }) => ({
    functionName,
    scriptId: '',
    url,
    lineNumber: line - 1,
    columnNumber: column - 1,
  }));
  return { type: 'script', stack: { callFrames } };
}

/** Where DevTools calls them otherwise. */
const chromesTypes: Readonly<Partial<Record<ReportedExchange['resourceType'], string>>> = { beacon: 'ping' };

function redirectOf({ browser }: ReportedExchange, response: ReportedMessages['response']): string {
  if (response === null || !isRedirect(response.status, response.headers, profileOf(browser))) return '';
  return headerIn(response.headers, 'location') ?? '';
}

function headerIn(headers: ReportedMessages['request']['headers'], name: string): string | null {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? null;
}

function queryOf(url: string): Json {
  const query = url.split('#')[0]?.split('?').slice(1).join('?') ?? '';
  if (query === '') return [];
  return query.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    return {
      name: equals === -1 ? pair : pair.slice(0, equals),
      value: equals === -1 ? '' : pair.slice(equals + 1),
    };
  });
}

/** Years of four digits: HAR's dates have no others. */
const times = { first: Date.parse('0000-01-01T00:00:00Z'), last: Date.parse('9999-12-31T23:59:59Z') };

function dateOf(time: number): string {
  return new Date(time >= times.first && time <= times.last ? time : 0).toISOString();
}
