import type { FetchState } from './fetch-state.ts';
import type { AnsweredResponse, FetchOutcome, PageRequest } from './fetched.ts';
import { serializeOrigin } from './origin.ts';
import type { BrowserProfile } from './profile.ts';
import { locationUrl, methodAfterRedirect } from './redirect.ts';
import { redirectCheck } from './redirect-check.ts';
import { unsafeRequestHeaderNames } from './unsafe-headers.ts';

const greatestRedirectCount = 20;

/** Fetch Standard §2.2.2, "request-body-header name". */
const bodyHeaders: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
]);

/**
 * The state at the next URL, or how the fetch ends here. Fetch Standard §4.5 "HTTP-redirect fetch". Step 11, a streamed body that
 * cannot be sent again, is left out: no message shows one.
 */
export function followRedirect(
  request: PageRequest,
  state: FetchState,
  response: AnsweredResponse,
  profile: BrowserProfile,
): FetchState | FetchOutcome {
  // 5. "If locationURL is failure, then return a network error."
  const location = locationUrl(state.url, response.headers);
  if (location === null) return { kind: 'failed', cause: 'location-unusable' };
  // 6, 9 and 10: the scheme, and a user name or password.
  const crossOrigin = state.tainting === 'cors';
  const refusal = request.mode === 'cors' ? redirectCheck({ ...request, location, crossOrigin }) : null;
  if (refusal !== null) return { kind: 'blocked', step: 'actual', refusal };
  if (!/^https?:/.test(location)) return { kind: 'failed', cause: 'location-unusable' };
  // 7. "If request's redirect count is 20, then return a network error."
  if (state.urls.length > greatestRedirectCount) return { kind: 'failed', cause: 'redirect-limit' };
  const method = methodAfterRedirect(response.status, state.method);
  const dropped = droppedHeaders(state, method, location);
  const headers = state.headers.filter(([name]) => !dropped.has(name.toLowerCase()));
  const unsafeHeaders = profile.unsafeNamesFixedAtStart
    ? state.unsafeHeaders.filter((name) => !dropped.has(name))
    : unsafeRequestHeaderNames(headers, profile);
  return {
    // 18. "Append locationURL to request's URL list."
    urls: [...state.urls, location],
    url: location,
    method,
    headers,
    unsafeHeaders,
    asksPreflight: profile.unsafeNamesFixedAtStart
      ? state.asksPreflight
      : request.forcesPreflight || unsafeHeaders.length > 0,
    tainting: state.tainting,
  };
}

function droppedHeaders(state: FetchState, method: string, location: string): ReadonlySet<string> {
  const dropped = new Set<string>();
  // 12.2 "For each headerName of request-body-header name, delete headerName from request's header list."
  if (method !== state.method) for (const name of bodyHeaders) dropped.add(name);
  // 13. "If request's current URL's origin is not same origin with locationURL's origin, then for each headerName of CORS
  // non-wildcard request-header name, delete headerName from request's header list."
  if (serializeOrigin(state.url) !== serializeOrigin(location)) dropped.add('authorization');
  return dropped;
}
