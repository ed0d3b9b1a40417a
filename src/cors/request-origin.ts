import { serializeOrigin } from './origin.ts';
import type { BrowserProfile } from './profile.ts';

/**
 * The `Origin` that a request of `origin` carries after the redirects `urls` (first to current URL), and that the CORS check
 * compares: `'null'` once tainted. Fetch Standard §2.2.5 "byte-serializing a request origin" and "redirect-taint": a step from one
 * origin to another taints unless it starts at the request's own origin.
 */
export function requestOrigin(origin: string, urls: readonly string[]): string {
  let last: string | null = null;
  for (const url of urls) {
    const here = serializeOrigin(url);
    // Opaque origins are never same origin with anything.
    const moved = last !== null && (here !== last || here === 'null');
    if (moved && (last !== origin || last === 'null')) return 'null';
    last = here;
  }
  return origin;
}

/**
 * Whether the response at the end of `urls` is read under CORS: any URL was of another origin. Fetch Standard §4.1 "main fetch":
 * once the tainting is "cors", coming back to the own origin does not undo it.
 */
export function isCrossOrigin(origin: string, urls: readonly string[]): boolean {
  return urls.some((url) => origin === 'null' || serializeOrigin(url) !== origin);
}

/**
 * The `Origin` that the preflight for the last of `urls` carries, and that its answer must allow. Fetch Standard §4.8 step 1 gives the
 * preflight the request's own URL list, hence its taint; Firefox forgets the redirects.
 */
export function preflightOrigin(origin: string, urls: readonly string[], profile: BrowserProfile): string {
  return profile.preflightKeepsOriginAfterTaint ? origin : requestOrigin(origin, urls);
}

/**
 * Whether a preflight's answer needs no CORS headers. Firefox looks at a preflight as at a request without a past: one that a redirect
 * sends back to the page's own origin is no cross-origin one, so only its status and what it allows are checked.
 */
export function preflightSkipsCorsCheck(origin: string, url: string, profile: BrowserProfile): boolean {
  return profile.preflightKeepsOriginAfterTaint && origin !== 'null' && serializeOrigin(url) === origin;
}
