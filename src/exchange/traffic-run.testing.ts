/** A browser that does what pages want: the Fetch Standard's own walk (`cors`) over the model's servers, with times. */
import {
  type AnsweredResponse,
  type FetchOutcome,
  fetchCors,
  type HeaderLine,
  type HeaderLines,
  headerValue,
  profiles,
  type SentRequest,
} from '../cors/index.ts';
import { type Allows, type Call, pages, type Traffic, urlOf } from './traffic.testing.ts';

export interface Message {
  readonly url: string;
  readonly method: string;
  /** As the wire has them. */
  readonly headers: HeaderLines;
  /** Whether the browser considered cookies for it, even those that it then held back. */
  readonly cookies: boolean;
  /** Null where the network gave nothing. */
  readonly answer: AnsweredResponse | null;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface HopRun {
  readonly url: string;
  readonly method: string;
  readonly startedAt: number;
  /** What a source knows of the request's headers that saw no wire. */
  readonly provisional: HeaderLines;
  /** Null where none was sent. */
  readonly preflight: Message | null;
  /** Null where its preflight stopped it. */
  readonly actual: Message | null;
}

/** One call as it went. */
export interface Run {
  readonly index: number;
  readonly call: Call;
  readonly origin: string;
  readonly documentUrl: string;
  readonly frame: string;
  readonly hops: readonly HopRun[];
  readonly outcome: FetchOutcome;
  readonly endedAt: number;
}

export const epoch = Date.UTC(2026, 0, 1);

const allowOrigin = (allows: Allows, asking: string): readonly HeaderLine[] =>
  allows === 'none'
    ? []
    : [
        [
          'Access-Control-Allow-Origin',
          allows === 'echo' ? asking : allows === 'other' ? 'https://other.test' : '*',
        ],
      ];
const allowCredentials = (allows: boolean): readonly HeaderLine[] =>
  allows ? [['Access-Control-Allow-Credentials', 'true']] : [];
const optional = (name: string, value: string | null): readonly HeaderLine[] =>
  value === null ? [] : [[name, value]];

function answerOf(traffic: Traffic, sent: SentRequest): AnsweredResponse | null {
  const index = traffic.servers.findIndex((_, each) => urlOf(traffic.scheme, each) === sent.url);
  const server = traffic.servers[index];
  if (server === undefined) return null;
  const asking = headerValue(sent.headers, 'origin') ?? '*';
  const { preflight, redirectTo } = server;
  if (!sent.isPreflight) {
    if (server.fails) return null;
    const headers = [...allowOrigin(server.acao, asking), ...allowCredentials(server.acac)];
    if (redirectTo === null) return { status: server.status, headers };
    return { status: 307, headers: [...headers, ['Location', urlOf(traffic.scheme, redirectTo)]] };
  }
  if (preflight.kind === 'fails') return null;
  if (preflight.kind === 'held') {
    return {
      status: 204,
      headers: [
        ...allowOrigin('echo', asking),
        ...allowCredentials(true),
        ...optional(
          'Access-Control-Allow-Methods',
          headerValue(sent.headers, 'access-control-request-method'),
        ),
        ...optional(
          'Access-Control-Allow-Headers',
          headerValue(sent.headers, 'access-control-request-headers'),
        ),
      ],
    };
  }
  const { status } = preflight;
  return {
    status,
    headers: [
      ...allowOrigin(preflight.acao, asking),
      ...allowCredentials(preflight.acac),
      ...optional('Access-Control-Allow-Methods', preflight.methods),
      ...optional('Access-Control-Allow-Headers', preflight.headers),
      ...optional('Location', status === 301 ? 'https://moved.test/' : null),
    ],
  };
}

function wireHeaders(traffic: Traffic, call: Call, sent: SentRequest, referer: string): HeaderLines {
  const host = new URL(sent.url).host;
  return [
    ...sent.headers,
    ['Host', host],
    ['Referer', referer],
    ...optional('Sec-Fetch-Mode', traffic.scheme === 'https' ? call.mode : null),
    ...optional('Cookie', sent.withCredentials && traffic.jar === 'sent' ? 'session=1' : null),
  ];
}

function runOf(traffic: Traffic, call: Call, index: number, browser: 'chromium' | 'firefox'): Run {
  const page = pages[call.page] ?? pages[0];
  const origin = `${traffic.scheme}://${page.host}`;
  const { to, ...asked } = call;
  const exchanged: { readonly sent: SentRequest; readonly answer: AnsweredResponse | null }[] = [];
  const { outcome } = fetchCors(
    { ...asked, origin, url: urlOf(traffic.scheme, to), redirect: 'follow', forcesPreflight: false },
    (sent) => {
      const answer = answerOf(traffic, sent);
      exchanged.push({ sent, answer });
      return answer;
    },
    profiles[browser],
  );
  const hops: HopRun[] = [];
  let now = epoch + call.start;
  let startedAt = now;
  let preflight: Message | null = null;
  let asking: string | null = null;
  const add = (url: string, method: string, actual: Message | null) => {
    const provisional: HeaderLines = [...call.headers, ['Referer', `${origin}/`]];
    hops.push({ url, method, startedAt, provisional, preflight, actual });
    preflight = null;
    asking = null;
    startedAt = now;
  };
  for (const { sent, answer } of exchanged) {
    const held = traffic.servers.some(
      (server, each) => server.preflight.kind === 'held' && urlOf(traffic.scheme, each) === sent.url,
    );
    if (sent.isPreflight && held) continue;
    const began = now + 1;
    now = began + call.takes;
    const message: Message = {
      url: sent.url,
      method: sent.method,
      headers: wireHeaders(traffic, call, sent, `${origin}/`),
      cookies: sent.withCredentials && traffic.jar !== 'empty',
      answer,
      startedAt: began,
      endedAt: now,
    };
    if (sent.isPreflight) {
      preflight = message;
      asking = headerValue(sent.headers, 'access-control-request-method');
    } else {
      add(sent.url, sent.method, message);
    }
  }
  const last = exchanged[exchanged.length - 1];
  if (last?.sent.isPreflight === true) add(last.sent.url, asking ?? call.method, null);
  const documentUrl = `${origin}${page.path}`;
  return { index, call, origin, documentUrl, frame: page.frame, hops, outcome, endedAt: now };
}

/** Every call as it went in this browser. */
export const runsOf = (traffic: Traffic, browser: 'chromium' | 'firefox'): readonly Run[] =>
  traffic.calls.map((call, index) => runOf(traffic, call, index, browser));
