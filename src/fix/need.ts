import { type Credentials, headerValue } from '../cors/index.ts';
import type { Judged } from '../diagnosis/index.ts';
import type { Hop } from '../exchange/index.ts';

/** Who answers the actual request: the code behind the route, or the gateway with an error of its own. */
export type Answerer = 'code' | 'gateway-4xx' | 'gateway-5xx';

/** What one exchange needs of its API. Equal needs have equal keys, so that a thousand like exchanges are replayed once. */
export interface Need {
  readonly key: string;
  /** Serialised origin as the API sees it; `'null'` is a value. */
  readonly origin: string;
  readonly method: string;
  /** CORS-unsafe request-header names, lower case and sorted. */
  readonly headers: readonly string[];
  readonly credentials: Credentials;
  readonly preflight: boolean;
  readonly answerer: Answerer;
}

const seen = new WeakMap<Judged['judgement'], { exchange: Judged['exchange']; need: Need | null }>();

/**
 * The need of a judged exchange; null where CORS is not what the page asked about (`not-cors`), while it is pending,
 * and where nothing tells the origin.
 * A request that got no answer for another reason (`network-error`) still shows what the page wants to send.
 */
export function needOf(judged: Judged): Need | null {
  const known = seen.get(judged.judgement);
  if (known?.exchange === judged.exchange) return known.need;
  const need = computeNeed(judged);
  seen.set(judged.judgement, { exchange: judged.exchange, need });
  return need;
}

function computeNeed({ exchange, judgement }: Judged): Need | null {
  const { outcome } = judgement.verdict;
  if (outcome === 'not-cors' || outcome === 'pending') return null;
  const hop = exchange.hops[judgement.hop];
  if (hop === undefined) return null;
  const origin = originAt(hop, exchange.origin);
  if (origin === null) return null;
  const { method, headers } = judgement.needs;
  const need = {
    origin,
    method,
    headers: [...new Set(headers)].sort(),
    credentials:
      judgement.inferred.credentials ?? exchange.provenCredentials ?? ('same-origin' satisfies Credentials),
    preflight: judgement.preflight !== 'not-needed' || headers.length > 0,
    answerer: answererAt(hop),
  };
  return { ...need, key: JSON.stringify(Object.values(need)) };
}

/**
 * After a redirect across origins the wire's `Origin` is `null` whatever the page's is, so the actual request's own
 * header comes first; a preflight's may still name the page's origin (Chromium).
 */
function originAt(hop: Hop, pageOrigin: string | null): string | null {
  const actual = hop.actual?.request;
  const sent = actual?.headersKnown === true ? headerValue(actual.headers, 'origin') : null;
  return sent ?? pageOrigin ?? headerValue(hop.preflight?.request.headers ?? [], 'origin');
}

/** REST marks its own errors with `x-amzn-errortype`; an answer of the code behind it has none. */
function answererAt(hop: Hop): Answerer {
  const response = hop.actual?.response ?? null;
  if (response === null || response.status < 400) return 'code';
  if (headerValue(response.headers, 'x-amzn-errortype') === null) return 'code';
  return response.status < 500 ? 'gateway-4xx' : 'gateway-5xx';
}
