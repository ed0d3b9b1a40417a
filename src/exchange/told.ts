import type { CorsErrorCode } from '../cors/index.ts';

/** One frame of a call stack. */
export interface CallFrame {
  /** Empty for an anonymous function. */
  readonly functionName: string;
  readonly url: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** What issues a request: a document in any frame, or a worker; `background-worker` is a shared or a service worker where the source tells the two apart no further. */
export type Requester = 'page' | 'worker' | 'shared-worker' | 'service-worker' | 'background-worker';

/** The browser's own word on why it refused a request (CDP `Network.CorsErrorStatus`). */
export interface Reported {
  /** Null where the browser uses a name that we do not know yet. */
  readonly code: CorsErrorCode | null;
  /** The name as the browser gave it. */
  readonly name: string;
  readonly parameter: string;
}

/**
 * Our own word beside CDP's blocked reasons: DevTools saw the request fail without a name, and the network never saw it.
 * A service worker took it.
 */
export const unseenByNetwork = 'unseen-by-network';
