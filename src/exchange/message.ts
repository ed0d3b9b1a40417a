import type { HeaderLines } from '../cors/index.ts';

/** One HTTP request head as it went, or was about to go, over the wire. */
export interface RequestHead {
  /** Method with its case kept: `patch` is not `PATCH`. */
  readonly method: string;
  /** Absolute URL without fragment. */
  readonly url: string;
  readonly headers: HeaderLines;
  /** Whether `headers` are the wire's own; provisional ones lack what the network adds (`Origin`, `Cookie`). */
  readonly headersKnown: boolean;
}

/** One HTTP response head. Bodies exist only where a source holds them; no rule depends on one. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: HeaderLines;
  readonly body: string | null;
  /** Served from the HTTP cache, so that its headers belong to an earlier request. */
  readonly fromCache: boolean;
}

/** A request with what came back: a response, or the network error's name, or neither while it is under way. */
export interface Exchanged {
  readonly request: RequestHead;
  readonly response: ResponseHead | null;
  /** The source's own error (`net::ERR_FAILED`, `NS_ERROR_DOM_BAD_URI`), null where none was reported. */
  readonly error: string | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number | null;
}
