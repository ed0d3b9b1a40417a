import { serializeOrigin } from './origin.ts';

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
