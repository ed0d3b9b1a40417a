import type { BrowserProfile } from './profile.ts';

/** Where browsers depart from the Standard's preflight cache (Chromium's `preflight_cache.cc`, Gecko's `nsCORSListenerProxy.cpp`). */
export interface CacheRules {
  /** One answer per origin and URL, whatever the credentials: a new one replaces it and a lookup that it cannot serve drops it. */
  readonly oneEntry: boolean;
  /** A `*` that came with credentials, where it is a mere name, still matches a later lookup: the Standard's letter. */
  readonly credentialedWildcardHits: boolean;
  /** Methods that need no entry of their own. */
  readonly methodsWithoutEntry: ReadonlySet<string>;
  /** A request that ends in a network error forgets its origin's answers for its URL: none does, one that needs a preflight, or any. */
  readonly clearedBy: 'nothing' | 'preflighted' | 'any';
  readonly entries: number;
  /** URLs of this length or more are never kept. */
  readonly urlLength: number;
}

const standard = {
  oneEntry: false,
  credentialedWildcardHits: true,
  methodsWithoutEntry: new Set(['GET', 'HEAD', 'POST']),
  clearedBy: 'preflighted',
  // The Standard leaves the size open; a bound keeps a long capture from growing without one.
  entries: 1024,
  urlLength: Number.POSITIVE_INFINITY,
} as const satisfies CacheRules;

export const cacheRules: Readonly<Record<BrowserProfile['name'], CacheRules>> = {
  standard,
  chromium: {
    ...standard,
    oneEntry: true,
    credentialedWildcardHits: false,
    clearedBy: 'nothing',
    urlLength: 1024,
  },
  firefox: {
    ...standard,
    credentialedWildcardHits: false,
    methodsWithoutEntry: new Set(['GET', 'POST']),
    clearedBy: 'any',
    entries: 100,
  },
};
