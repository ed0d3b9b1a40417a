import type { Credentials, HeaderLines } from '../cors/index.ts';
import type { Diagnosed, Finding, Judged, Remedy } from '../diagnosis/index.ts';
import { type Exchanged, type Outcome, untold } from '../exchange/index.ts';
import type { Policy } from '../gateway/index.ts';

interface Wanted {
  readonly origin?: string | null;
  readonly method?: string;
  readonly headers?: readonly string[];
  readonly credentials?: Credentials;
  readonly outcome?: Outcome;
  readonly url?: string;
  readonly sentOrigin?: string;
  readonly answer?: { readonly status: number; readonly headers: HeaderLines };
}

let serial = 0;

/** A judged exchange that wants the given access; a blocked simple GET of one page by default. */
export function judged(wanted: Wanted = {}): Judged {
  const { origin = 'http://localhost:3000', method = 'GET', headers = [], outcome = 'blocked' } = wanted;
  const url = wanted.url ?? 'https://a1.execute-api.eu-west-1.amazonaws.com/Prod/orders';
  const actual: Exchanged = {
    request: {
      method,
      url,
      headers: wanted.sentOrigin === undefined ? [] : [['Origin', wanted.sentOrigin]],
      headersKnown: wanted.sentOrigin !== undefined,
    },
    response: wanted.answer === undefined ? null : { ...wanted.answer, body: null, fromCache: false },
    error: null,
    startedAt: 0,
    endedAt: 1,
  };
  serial += 1;
  return {
    exchange: {
      id: `e${serial}`,
      source: 'har',
      browser: 'chromium',
      resourceType: 'fetch',
      origin,
      hops: [{ url, preflight: null, actual }],
      startedAt: 0,
      state: 'settled',
      error: null,
      ...untold,
    },
    judgement: {
      verdict: { outcome, step: null, code: null, parameter: null, url, basis: 'certain', alternatives: [] },
      preflight: headers.length > 0 ? 'sent' : 'not-needed',
      inferred: wanted.credentials === undefined ? {} : { credentials: wanted.credentials },
      hop: 0,
      needs: { method, headers },
      deviations: [],
      disagreement: null,
    },
  };
}

export function finding(remedies: readonly Remedy[], more: Partial<Finding> = {}): Finding {
  return {
    rule: 'made-up',
    severity: 'error',
    owner: 'gateway',
    title: '',
    explanation: '',
    confidence: 'certain',
    unverified: false,
    causedBy: null,
    evidence: [],
    remedies,
    ...more,
  };
}

export function diagnosed(one: Judged, findings: readonly Finding[] = []): Diagnosed {
  return { ...one, gateway: { kind: 'rest', evidence: ['x'] }, apiId: 'rest x', findings, settings: {} };
}

export function policy(parts: Partial<Policy> = {}): Policy {
  return {
    origins: ['http://localhost:3000'],
    methods: ['GET'],
    headers: [],
    exposeHeaders: [],
    credentials: false,
    maxAge: null,
    ...parts,
  };
}

/** The seed article's REST example: GET and POST from one origin with two headers. */
export const articleRest: readonly Judged[] = [
  judged({ method: 'GET', headers: ['x-api-key'] }),
  judged({ method: 'POST', headers: ['content-type', 'x-api-key'] }),
];

/** The seed article's HTTP API example: the same, from two origins. */
export const articleHttp: readonly Judged[] = [
  ...articleRest,
  judged({ origin: 'https://myproddomain.com', method: 'GET', headers: ['x-api-key'] }),
];
