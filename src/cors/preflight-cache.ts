import { cacheRules } from './cache-rules.ts';
import { type CachedAnswer, serves } from './cached-answer.ts';
import type { HeaderLines } from './headers.ts';
import { maxAge } from './max-age.ts';
import type { BrowserProfile } from './profile.ts';
import type { Credentials } from './request.ts';
import { headerTokens } from './tokens.ts';

/** The request whose preflight is kept or looked up. */
export interface CachedRequest {
  /** Serialised; all opaque origins share `'null'`. */
  readonly origin: string;
  /** Whole URL with its query, without fragment. */
  readonly url: string;
  readonly credentials: Credentials;
  readonly method: string;
  /** Lower-case CORS-unsafe request-header names. */
  readonly unsafeHeaders: readonly string[];
  /** The use-CORS-preflight flag: a preflight for a request that would need none (upload listener, streamed body). */
  readonly forced?: boolean;
  /** The network partition (top-level site); requests without one share a partition. */
  readonly partition?: string;
}

/**
 * The CORS-preflight cache of one browser. Fetch Standard §4.9. Times are seconds on any one clock, given by the caller. Requests
 * with a cache mode that goes round the cache (DevTools' "disable cache", `no-store`) are neither kept nor looked up: leave
 * them out.
 */
export class PreflightCache {
  readonly #profile: BrowserProfile;
  readonly #answers = new Map<string, CachedAnswer>();

  constructor(profile: BrowserProfile) {
    this.#profile = profile;
  }

  /** Keeps the answer of a preflight that passed, received at `now`: CORS-preflight fetch steps 7.8 to 7.15. */
  store(request: CachedRequest, response: HeaderLines, now: number): void {
    const { oneEntry, urlLength, entries } = cacheRules[this.#profile.name];
    const key = this.#key(request, request.credentials === 'include');
    const kept = this.#answers.get(key);
    this.#answers.delete(key);
    const age = maxAge(response, this.#profile);
    const answer: CachedAnswer =
      kept === undefined || oneEntry
        ? { credentials: request.credentials === 'include', methods: new Map(), headerNames: new Map() }
        : kept;
    if (age > 0 && request.url.length < urlLength) {
      for (const method of methodsOf(request, response)) answer.methods.set(method, now + age);
      for (const name of tokensOf(response, 'access-control-allow-headers')) {
        answer.headerNames.set(name.toLowerCase(), now + age);
      }
      this.#answers.set(key, answer);
    }
    while (this.#answers.size > entries) this.#dropOldest();
  }

  /** Whether the cache answers for the request at `now`, so that no preflight goes out. Chromium drops an answer that does not serve. */
  matches(request: CachedRequest, now: number): boolean {
    const include = request.credentials === 'include';
    if (this.#serves(this.#key(request, include), request, now)) return true;
    // "cache entry match": credentials is true, or credentials is false and the request's credentials mode is not "include".
    return (
      !include &&
      this.#profile.credentialedEntryServesOthers &&
      this.#serves(this.#key(request, true), request, now)
    );
  }

  /** Tells that a request ended in a network error, which makes some browsers forget. Fetch Standard §4.9 "clear cache entries", asked for by §4.4 "HTTP fetch". */
  failed(request: CachedRequest, needsPreflight: boolean): void {
    const { clearedBy } = cacheRules[this.#profile.name];
    if (clearedBy === 'any' || (clearedBy === 'preflighted' && needsPreflight)) {
      this.clear(request.origin, request.url, request.partition);
    }
  }

  /** Forgets what is kept for an origin and a URL. */
  clear(origin: string, url: string, partition = ''): void {
    for (const credentials of ['include', 'omit'] as const) {
      const request = { origin, url, credentials, method: 'GET', unsafeHeaders: [], partition };
      this.#answers.delete(this.#key(request, credentials === 'include'));
    }
  }

  #serves(key: string, request: CachedRequest, now: number): boolean {
    const answer = this.#answers.get(key);
    if (answer === undefined) return false;
    const rules = cacheRules[this.#profile.name];
    const allowed = answer.credentials || request.credentials !== 'include';
    const hit = allowed && serves(answer, request, now, this.#profile, rules);
    if (hit || rules.oneEntry) this.#answers.delete(key);
    if (hit) this.#answers.set(key, answer);
    return hit;
  }

  #key({ partition, origin, url }: CachedRequest, credentials: boolean): string {
    const flag = credentials && !cacheRules[this.#profile.name].oneEntry ? '1' : '0';
    return JSON.stringify([flag, partition ?? '', origin, url]);
  }

  #dropOldest(): void {
    const oldest = this.#answers.keys().next();
    if (oldest.done !== true) this.#answers.delete(oldest.value);
  }
}

/** 7.4 "If methods is null and request's use-CORS-preflight flag is set, then set methods to a new list containing request's method." */
function methodsOf(request: CachedRequest, response: HeaderLines): readonly string[] {
  const methods = headerTokens(response, 'access-control-allow-methods');
  if (methods === null) return request.forced === true ? [request.method] : [];
  return methods === 'invalid' ? [] : methods;
}

function tokensOf(response: HeaderLines, name: Lowercase<string>): readonly string[] {
  const tokens = headerTokens(response, name);
  return tokens === null || tokens === 'invalid' ? [] : tokens;
}
