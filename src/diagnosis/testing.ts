import type { Credentials, HeaderLines } from '../cors/index.ts';
import {
  type Exchange,
  type Exchanged,
  type Judgement,
  type PreflightState,
  untold,
  type Verdict,
} from '../exchange/index.ts';
import type { GatewayKind } from '../gateway/index.ts';
import { diagnose } from './diagnose.ts';
import type { Finding } from './finding.ts';
import type { Judged, Subject } from './rule.ts';
import type { LoadedApi } from './template/loaded.ts';

/** Makes exchanges, judgements and subjects for this room's tests. */

export const origin = 'https://app.example';
export const url = 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/Prod/orders';

/** Response headers written as an object; an array makes several lines of one name. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

export interface Answer {
  readonly status?: number;
  readonly headers?: Headers;
  readonly fromCache?: boolean;
}

export interface Case {
  readonly kind?: GatewayKind;
  readonly id?: string;
  /** What the preflight was answered; absent for a request that sent none. */
  readonly preflight?: Answer;
  /** What the actual request was answered; absent where it never went out. */
  readonly actual?: Answer;
  readonly verdict?: Partial<Verdict>;
  readonly state?: PreflightState;
  readonly credentials?: Credentials;
  readonly mode?: 'no-cors';
  readonly method?: string;
  readonly headers?: readonly string[];
  readonly origin?: string;
  readonly error?: string;
  readonly blockedReason?: string;
  readonly source?: Exchange['source'];
  /** The URL of the judged hop, where not the usual one. */
  readonly url?: string;
  /** The error of a preflight that got no answer. */
  readonly unansweredPreflight?: string;
  readonly deviations?: Judgement['deviations'];
  readonly cachedPreflight?: Answer;
  /** Earlier hops of a redirect chain, before the one that is judged. */
  readonly hopsBefore?: number;
  readonly siblings?: readonly Judged[];
  /** More headers of the actual request than its origin. */
  readonly sent?: Headers;
  /** When it was sent, in ms; 1 where the time does not matter. */
  readonly at?: number;
  readonly template?: LoadedApi;
}

function headerLines(headers: Headers): HeaderLines {
  return Object.entries(headers).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((text) => [name, text] as const),
  );
}

function exchanged(method: string, request: Headers, answer: Answer, at: string, time = 1): Exchanged {
  return {
    request: { method, url: at, headers: headerLines(request), headersKnown: true },
    response: {
      status: answer.status ?? 200,
      headers: headerLines(answer.headers ?? {}),
      body: null,
      fromCache: answer.fromCache ?? false,
    },
    error: null,
    startedAt: time,
    endedAt: time + 1,
  };
}

export function judged(of: Case): Judged {
  const method = of.method ?? 'GET';
  const from = of.origin ?? origin;
  const asked = {
    origin: from,
    'access-control-request-method': method,
    ...(of.headers?.length ? { 'access-control-request-headers': of.headers.join(',') } : {}),
  };
  const at = of.url ?? url;
  const dead = of.unansweredPreflight ?? null;
  const preflight =
    dead !== null
      ? { ...exchanged('OPTIONS', asked, {}, at), response: null, error: dead }
      : of.preflight
        ? exchanged('OPTIONS', asked, of.preflight, at, of.at)
        : null;
  const actual = of.actual ? exchanged(method, { origin: from, ...of.sent }, of.actual, at, of.at) : null;
  const before = Array.from({ length: of.hopsBefore ?? 0 }, () => ({ url, preflight: null, actual: null }));
  const exchange: Exchange = {
    id: of.id ?? '1',
    source: of.source ?? 'har',
    browser: 'chromium',
    resourceType: 'fetch',
    origin: of.hopsBefore ? origin : from,
    hops: [...before, { url: at, preflight, actual }],
    startedAt: of.at ?? 1,
    state: 'settled',
    error: of.error ?? null,
    ...untold,
    blockedReason: of.blockedReason ?? null,
    cachedPreflight: of.cachedPreflight ? exchanged('OPTIONS', asked, of.cachedPreflight, at) : null,
  };
  const judgement: Judgement = {
    verdict: {
      outcome: 'allowed',
      step: null,
      code: null,
      parameter: null,
      url: at,
      basis: 'certain',
      alternatives: [],
      ...of.verdict,
    },
    preflight: of.state ?? (preflight ? 'sent' : 'not-needed'),
    inferred: {
      ...(of.credentials ? { credentials: of.credentials } : {}),
      ...(of.mode ? { mode: of.mode } : {}),
    },
    hop: before.length,
    needs: { method, headers: of.headers ?? [] },
    deviations: of.deviations ?? [],
    disagreement: null,
  };
  return { exchange, judgement };
}

export function subject(of: Case): Subject {
  const self = judged(of);
  return {
    ...self,
    gateway: { kind: of.kind ?? 'rest', evidence: ['made by a test'] },
    siblings: [...(of.siblings ?? []), self],
    template: of.template ?? null,
  };
}

export const findings = (of: Case): readonly Finding[] => diagnose(subject(of));

/** The finding of one rule; null where it is silent. */
export const finding = (rule: string, of: Case): Finding | null =>
  findings(of).find((one) => one.rule === rule) ?? null;

/** The rule of the first finding: the root cause. */
export const root = (of: Case): string | null => findings(of)[0]?.rule ?? null;

type Code = NonNullable<Verdict['code']>;

/** A verdict of a blocked preflight, or of a blocked actual response. */
export const blocked = (step: 'preflight' | 'actual', code: Code, parameter = ''): Partial<Verdict> => ({
  outcome: 'blocked',
  step,
  code,
  parameter,
});

/** A preflight answered without Access-Control-Allow-Origin, as Chromium codes it. */
export const preflightWithout = (status: number, headers: Headers = {}): Case => ({
  preflight: { status, headers },
  verdict: blocked('preflight', 'PreflightMissingAllowOriginHeader'),
});

/** An actual response without Access-Control-Allow-Origin. */
export const actualWithout = (status: number, headers: Headers = {}): Case => ({
  actual: { status, headers },
  verdict: blocked('actual', 'MissingAllowOriginHeader'),
});

/** A request that ended in a network error. Of the actual request only `actual` came back. */
export const unanswered = (
  of: Pick<Case, 'error' | 'actual' | 'origin' | 'blockedReason' | 'source' | 'url' | 'unansweredPreflight'>,
): Case => ({ ...of, verdict: { outcome: 'network-error' } });
