import type { CacheRules } from './cache-rules.ts';
import type { CachedRequest } from './preflight-cache.ts';
import type { BrowserProfile } from './profile.ts';

/**
 * What the cache holds for one key: the Standard's "cache entries", grouped. Each method and header name expires by itself
 * (seconds); `*` is kept literally.
 */
export interface CachedAnswer {
  readonly credentials: boolean;
  readonly methods: Map<string, number>;
  readonly headerNames: Map<string, number>;
}

/** Whether the answer lets the request go without a preflight at `now`: its method, and every unsafe header name. */
export function serves(
  answer: CachedAnswer,
  request: CachedRequest,
  now: number,
  profile: BrowserProfile,
  rules: CacheRules,
): boolean {
  const wildcard = profile.cachedWildcardHits && (!answer.credentials || rules.credentialedWildcardHits);
  const alive = (entries: ReadonlyMap<string, number>, name: string): boolean =>
    (entries.get(name) ?? 0) > now;
  // "method cache entry match": "its method is method or `*`". HTTP fetch asks it of safelisted methods only with the
  // use-CORS-preflight flag.
  const method =
    (request.forced !== true && rules.methodsWithoutEntry.has(request.method)) ||
    alive(answer.methods, request.method) ||
    (wildcard && alive(answer.methods, '*'));
  // "header-name cache entry match": the name, or `*` where the name is no CORS non-wildcard request-header name.
  return (
    method &&
    request.unsafeHeaders.every(
      (name) =>
        alive(answer.headerNames, name) ||
        (wildcard &&
          (name !== 'authorization' || profile.wildcardCoversAuthorization) &&
          alive(answer.headerNames, '*')),
    )
  );
}
