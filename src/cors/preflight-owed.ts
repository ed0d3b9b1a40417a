import type { HeaderLines } from './headers.ts';
import { isSafelistedMethod } from './method.ts';
import type { BrowserProfile } from './profile.ts';
import { unsafeRequestHeaderNames } from './unsafe-headers.ts';

/**
 * Whether a cross-origin cors request asks the server first. Fetch Standard §4.1 "main fetch": the method is not safelisted, or
 * there is a CORS-unsafe request-header name. The use-CORS-preflight flag (an upload listener, a streamed body) is not on the wire.
 */
export function preflightOwed(
  request: { readonly method: string; readonly headers: HeaderLines },
  profile: BrowserProfile,
): boolean {
  return !isSafelistedMethod(request.method) || unsafeRequestHeaderNames(request.headers, profile).length > 0;
}
