import type { FetchState } from './fetch-state.ts';
import type { PageRequest, SentRequest } from './fetched.ts';
import type { HeaderLine } from './headers.ts';
import type { BrowserProfile } from './profile.ts';
import { preflightOrigin, requestOrigin } from './request-origin.ts';

/** The preflight of a hop. Fetch Standard §4.8 "CORS-preflight fetch", steps 1 to 5; it never carries credentials. */
export function preflightOf(request: PageRequest, state: FetchState, profile: BrowserProfile): SentRequest {
  const headers: HeaderLine[] = [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', state.method],
  ];
  // 5.1 "Let value be the items in headers separated from each other by `,`."
  if (state.unsafeHeaders.length > 0) {
    headers.push(['Access-Control-Request-Headers', state.unsafeHeaders.join(',')]);
  }
  headers.push(['Origin', preflightOrigin(request.origin, state.urls, profile)]);
  return { url: state.url, method: 'OPTIONS', headers, isPreflight: true, withCredentials: false };
}

/** The request itself at a hop. */
export function actualOf({ origin, credentials }: PageRequest, state: FetchState): SentRequest {
  const { url, urls, method, tainting } = state;
  // §3.2 "append a request `Origin` header": for response tainting "cors", else unless the method is GET or HEAD.
  const hasOrigin = tainting === 'cors' || (method !== 'GET' && method !== 'HEAD');
  return {
    url,
    method,
    headers: hasOrigin ? [...state.headers, ['Origin', requestOrigin(origin, urls)]] : state.headers,
    isPreflight: false,
    // §4.6 "HTTP-network-or-cache fetch", includeCredentials.
    withCredentials: credentials === 'include' || (credentials === 'same-origin' && tainting === 'basic'),
  };
}
