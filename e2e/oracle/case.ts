/** One case of the oracle: a page, what it asks for step by step, and what the local servers answer. Plain data. */

export type Line = readonly [name: string, value: string];

/**
 * What a server answers at one hop, byte for byte: values are latin-1. In values and in `location`, `{ORIGIN}` stands
 * for the requester's serialised origin, `{ECHO}` for the request's own `Origin`, `{NEXT}` for the next hop's URL and
 * `{NEXT_REST}` for the same without its scheme.
 */
export interface Answer {
  readonly status: number;
  readonly headers: readonly Line[];
  /** Null: none. */
  readonly location: string | null;
  /** The connection is closed without an answer. */
  readonly drop: boolean;
}

/** Which of the local servers: 0 is the page's own origin, 2 its own host at another port. */
export type ServerIndex = 0 | 1 | 2 | 3 | 4 | 5;

export interface OracleHop {
  readonly server: ServerIndex;
  readonly preflight: Answer;
  readonly response: Answer;
}

/** What issues the requests: the document, an opaque origin, a dedicated worker, a frame of another site with an IDN. */
export type OraclePage = 'top' | 'sandboxed' | 'data' | 'worker' | 'idn';

export interface OracleRequest {
  readonly api: 'fetch' | 'xhr' | 'eventsource';
  readonly method: string;
  readonly headers: readonly Line[];
  readonly credentials: 'include' | 'same-origin' | 'omit';
  readonly mode: 'cors' | 'no-cors' | 'same-origin';
  readonly redirect: 'follow' | 'manual' | 'error';
  readonly body: 'text' | 'json' | 'form' | 'search' | 'bytes' | null;
  /** XMLHttpRequest with a listener for the upload's progress, which forces a preflight. */
  readonly uploadListener: boolean;
}

export interface OracleCase {
  readonly page: OraclePage;
  /** Its URLs lie where the hosts' cookies are sent. */
  readonly cookies: boolean;
  /** Asked one after another for the same URL; the answers stay the same. */
  readonly requests: readonly OracleRequest[];
  readonly hops: readonly OracleHop[];
}
