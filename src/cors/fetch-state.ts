import type { FetchOutcome, PageRequest } from './fetched.ts';
import { isForbiddenRequestHeader } from './forbidden-header.ts';
import type { HeaderLine, HeaderLines } from './headers.ts';
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from './method.ts';
import type { BrowserProfile } from './profile.ts';
import { profiles } from './profiles.ts';
import { isSafelistedRequestHeader } from './safelisted-header.ts';
import { unsafeRequestHeaderNames } from './unsafe-headers.ts';

/** What of a request changes from hop to hop. */
export interface FetchState {
  readonly urls: readonly string[];
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderLines;
  /** Lower-case CORS-unsafe request-header names. */
  readonly unsafeHeaders: readonly string[];
  /** Some unsafe header, or the use-CORS-preflight flag, asks for a preflight whatever the method. */
  readonly asksPreflight: boolean;
  readonly tainting: 'basic' | 'cors' | 'opaque';
}

/** Whether main fetch takes its branch with a preflight. */
export function needsPreflight({ method, asksPreflight }: FetchState): boolean {
  return asksPreflight || !isSafelistedMethod(method);
}

/** The state at the first URL, or why the API refuses the request. Fetch Standard §5.4, "new Request(input, init)". */
export function initialState(request: PageRequest, profile: BrowserProfile): FetchState | FetchOutcome {
  // 25.2 "If method is not a method or method is a forbidden method, then throw a TypeError." 25.3 "Normalize method."
  if (isForbiddenMethod(request.method)) return { kind: 'failed', cause: 'forbidden-method' };
  const method = normalizeMethod(request.method);
  // 32.1 "If this's request's method is not a CORS-safelisted method, then throw a TypeError."
  const isNoCors = request.mode === 'no-cors';
  if (isNoCors && !isSafelistedMethod(method)) return { kind: 'failed', cause: 'no-cors-method' };
  const headers = request.headers.filter((line) => isKept(line, isNoCors, profile));
  const unsafeHeaders = unsafeRequestHeaderNames(headers, profile);
  return {
    urls: [request.url],
    url: request.url,
    method,
    headers,
    unsafeHeaders,
    asksPreflight: request.forcesPreflight || unsafeHeaders.length > 0,
    tainting: 'basic',
  };
}

/** The guards of `Headers`, "request" and "request-no-cors": what a page may not set is dropped in silence. */
function isKept([name, value]: HeaderLine, isNoCors: boolean, profile: BrowserProfile): boolean {
  const lower = name.toLowerCase();
  if (isForbiddenRequestHeader(lower, value)) return false;
  if (lower === 'user-agent' && profile.userAgentIgnored) return false;
  return !isNoCors || (lower !== 'range' && isSafelistedRequestHeader(lower, value, profiles.standard));
}
