import type { HeaderLines } from './headers.ts';
import { maxAge } from './max-age.ts';
import { isSafelistedMethod } from './method.ts';
import type { BrowserProfile } from './profile.ts';
import type { Credentials } from './request.ts';
import { headerTokens } from './tokens.ts';

/** The request whose preflight is cached or looked up. Times are seconds on any one clock. */
export interface CachedRequest {
  readonly origin: string;
  readonly url: string;
  readonly credentials: Credentials;
  readonly method: string;
  /** Lower-case CORS-unsafe request-header names. */
  readonly unsafeHeaders: readonly string[];
}

interface Entry {
  readonly credentials: boolean;
  readonly expires: number;
  readonly methods: ReadonlySet<string>;
  readonly headerNames: ReadonlySet<string>;
}

const maxEntries = 1024;

/** The CORS-preflight cache of Fetch Standard §4.9, one answer per origin, URL and credentials flag. */
export class PreflightCache {
  readonly #profile: BrowserProfile;
  readonly #entries = new Map<string, Entry>();

  constructor(profile: BrowserProfile) {
    this.#profile = profile;
  }

  /** Keeps the answer of a preflight that passed, received at `now` (seconds). */
  store(request: CachedRequest, response: HeaderLines, now: number): void {
    const age = maxAge(response, this.#profile);
    const credentials = request.credentials === 'include';
    const key = keyOf(request.origin, request.url, credentials);
    this.#entries.delete(key);
    if (age <= 0) return;
    this.#entries.set(key, {
      credentials,
      expires: now + age,
      methods: tokenSet(response, 'access-control-allow-methods'),
      headerNames: new Set(
        [...tokenSet(response, 'access-control-allow-headers')].map((n) => n.toLowerCase()),
      ),
    });
    if (this.#entries.size > maxEntries) {
      const oldest = this.#entries.keys().next();
      if (oldest.done !== true) this.#entries.delete(oldest.value);
    }
  }

  /** Whether the cache answers for this request at `now` (seconds), so that no preflight goes out. */
  matches(request: CachedRequest, now: number): boolean {
    const own = this.#entries.get(keyOf(request.origin, request.url, request.credentials === 'include'));
    if (own !== undefined && this.#serves(own, request, now)) return true;
    if (request.credentials === 'include' || !this.#profile.credentialedEntryServesOthers) return false;
    const credentialed = this.#entries.get(keyOf(request.origin, request.url, true));
    return credentialed !== undefined && this.#serves(credentialed, request, now);
  }

  /** "clear cache entries" of Fetch Standard §4.9: a network error of a request that needs a preflight forgets its URL's answers. */
  clear(origin: string, url: string): void {
    this.#entries.delete(keyOf(origin, url, true));
    this.#entries.delete(keyOf(origin, url, false));
  }

  #serves(entry: Entry, request: CachedRequest, now: number): boolean {
    if (now >= entry.expires) return false;
    const wildcard = this.#profile.cachedWildcardHits && !entry.credentials;
    const method =
      isSafelistedMethod(request.method) ||
      entry.methods.has(request.method) ||
      (wildcard && entry.methods.has('*'));
    return (
      method &&
      request.unsafeHeaders.every(
        (name) =>
          entry.headerNames.has(name) ||
          (wildcard &&
            entry.headerNames.has('*') &&
            (name !== 'authorization' || this.#profile.wildcardCoversAuthorization)),
      )
    );
  }
}

function keyOf(origin: string, url: string, credentials: boolean): string {
  return `${credentials ? 1 : 0} ${origin} ${url}`;
}

function tokenSet(headers: HeaderLines, name: string): ReadonlySet<string> {
  const tokens = headerTokens(headers, name);
  return new Set(tokens === null || tokens === 'invalid' ? [] : tokens);
}
