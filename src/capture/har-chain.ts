import { type BrowserProfile, isRedirect, locationUrl, methodAfterRedirect } from '../cors/index.ts';
import type { HarEntry } from './har-entry.ts';

/** The absolute URL that an entry's redirect leads to, without fragment; null where none was followed. */
export function redirectTarget(entry: HarEntry, profile: BrowserProfile): string | null {
  const { url, status, redirectUrl, responseHeaders } = entry;
  if (entry.error !== null || entry.isPreflight || !isRedirect(status, responseHeaders, profile)) return null;
  return locationUrl(url, redirectUrl === '' ? responseHeaders : [['Location', redirectUrl]]);
}

/** How long before its redirect's end a hop may seem to start, in ms: dates are rounded, each from a reading of the clock of its own. */
const rounding = 10;

const mostRedirects = 20;

/**
 * Joins a HAR's redirect hops, which are entries of their own: the entry that a redirect leads to is the next one with
 * that URL and method that starts when the redirect had ended.
 */
export class RedirectChains {
  readonly #profile: BrowserProfile;
  readonly #followed = new Map<string, number>();
  readonly #due = new Map<string, { readonly id: string; readonly from: number }[]>();

  constructor(profile: BrowserProfile) {
    this.#profile = profile;
  }

  /**
   * The chain that this entry continues, and when its last hop ended; null where it begins one. Entries come in order of
   * their start.
   */
  continuedBy(entry: HarEntry): { readonly id: string; readonly from: number } | null {
    const key = `${entry.method} ${entry.page} ${entry.url}`;
    const due = this.#due.get(key);
    const first = due?.[0];
    if (first === undefined || entry.startedAt + rounding < first.from) return null;
    due?.shift();
    return first;
  }

  /** Notes where an entry leads. Returns the target, or null where it leads nowhere, or no browser goes on (Fetch, HTTP-redirect fetch: 20 redirects). */
  follow(entry: HarEntry, id: string): string | null {
    const target = redirectTarget(entry, this.#profile);
    const followed = (this.#followed.get(id) ?? 0) + 1;
    if (target === null || followed > mostRedirects) return null;
    this.#followed.set(id, followed);
    const key = `${methodAfterRedirect(entry.status, entry.method)} ${entry.page} ${target}`;
    const next = { id, from: entry.endedAt };
    const due = this.#due.get(key);
    if (due === undefined) this.#due.set(key, [next]);
    else due.push(next);
    return target;
  }
}
