import type { HeaderLines } from './headers.ts';
import type { PreflightCache } from './preflight-cache.ts';
import type { Refusal } from './reason.ts';
import type { Credentials } from './request.ts';

/** A request as a page hands it to `fetch` or XMLHttpRequest. */
export interface PageRequest {
  /** The page's serialised origin; `'null'` for an opaque one. */
  readonly origin: string;
  /** Absolute, without fragment. */
  readonly url: string;
  readonly method: string;
  /** One line for each header that the page appended. */
  readonly headers: HeaderLines;
  readonly mode: 'cors' | 'no-cors' | 'same-origin';
  readonly credentials: Credentials;
  readonly redirect: 'follow' | 'error' | 'manual';
  /** The use-CORS-preflight flag: an upload listener, a streamed body. */
  readonly forcesPreflight: boolean;
}

/** One message to a server. */
export interface SentRequest {
  readonly url: string;
  readonly method: string;
  /** What CORS has a say in: the page's headers, `Origin`, and a preflight's `Access-Control-Request-*`. */
  readonly headers: HeaderLines;
  readonly isPreflight: boolean;
  /** Whether cookies and the like go along. */
  readonly withCredentials: boolean;
}

export interface AnsweredResponse {
  readonly status: number;
  readonly headers: HeaderLines;
}

/** What the network gives for a request; null where it gives nothing (no connection, a reset). */
export type Answerer = (sent: SentRequest) => AnsweredResponse | null;

/** The preflight cache to ask, and the time on its clock in seconds. */
export interface CacheInUse {
  readonly cache: PreflightCache;
  readonly now: number;
}

/** Why a fetch fails without a reason code: by the API, by a redirect, or by the network. */
export type FailureCause =
  | 'forbidden-method'
  | 'no-cors-method'
  | 'redirect-mode-error'
  | 'redirect-leaves-origin'
  | 'redirect-limit'
  | 'location-unusable'
  | 'unanswered';

export type FetchOutcome =
  | {
      readonly kind: 'allowed';
      readonly type: 'basic' | 'cors' | 'opaque' | 'opaqueredirect';
      readonly response: AnsweredResponse;
      /** Lower-case sorted names of the response headers that the page can read. */
      readonly exposed: readonly string[];
    }
  | {
      readonly kind: 'blocked';
      /** `request`: before anything was sent. */
      readonly step: 'request' | 'preflight' | 'actual';
      readonly refusal: Refusal;
    }
  | { readonly kind: 'failed'; readonly cause: FailureCause };

/** How a fetch ended, and every message that it took, in order. */
export interface Fetched {
  readonly outcome: FetchOutcome;
  readonly sent: readonly SentRequest[];
}
