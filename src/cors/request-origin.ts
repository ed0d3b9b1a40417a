import { serializeOrigin } from './origin.ts';
import type { BrowserProfile } from './profile.ts';

/**
 * The `Origin` that a request of `origin` carries after the redirects `urls` (first to current URL), and that the CORS check
 * compares: `'null'` once tainted. Fetch Standard §2.2.5 "byte-serializing a request origin" and "redirect-taint": a step from one
 * origin to another taints unless it starts at the request's own origin.
 */
export function requestOrigin(origin: string, urls: readonly string[]): string {
  return taintsAlong(origin, urls).at(-1) === true ? 'null' : origin;
}

/** What is told of a request that was not redirected, as nearly all are. */
const yes: readonly boolean[] = [true];
const no: readonly boolean[] = [false];

/** For each of `urls`, whether a request of `origin` that came there along the ones before carries `Origin: null`. */
export function taintsAlong(origin: string, urls: readonly string[]): readonly boolean[] {
  if (urls.length === 1) return origin === 'null' ? yes : no;
  return taintsOfChain(origin, urls);
}

function taintsOfChain(origin: string, urls: readonly string[]): readonly boolean[] {
  let last: string | null = null;
  let tainted = origin === 'null';
  return urls.map((url) => {
    const here = serializeOrigin(url);
    // Opaque origins are never same origin with anything.
    const moved = last !== null && (here !== last || here === 'null');
    tainted ||= moved && (last !== origin || last === 'null');
    last = here;
    return tainted;
  });
}

/**
 * Whether the response at the end of `urls` is read under CORS: any URL was of another origin. Fetch Standard §4.1 "main fetch":
 * once the tainting is "cors", coming back to the own origin does not undo it.
 */
export function isCrossOrigin(origin: string, urls: readonly string[]): boolean {
  return crossesAlong(origin, urls).at(-1) === true;
}

/** For each of `urls`, `isCrossOrigin` of the ones up to it. */
export function crossesAlong(origin: string, urls: readonly string[]): readonly boolean[] {
  if (urls.length === 1) return origin === 'null' || serializeOrigin(urls[0] ?? '') !== origin ? yes : no;
  let crossed = origin === 'null';
  return urls.map((url) => {
    crossed ||= serializeOrigin(url) !== origin;
    return crossed;
  });
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
