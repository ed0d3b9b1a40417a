import { isRedirect } from '../cors/index.ts';
import type { HarEntry } from './har-entry.ts';

/** The absolute URL that an entry's redirect leads to, without fragment; null where none was followed. */
export function redirectTarget(entry: HarEntry): string | null {
  if (entry.error !== null || entry.isPreflight || !isRedirect(entry.status, entry.responseHeaders))
    return null;
  const location =
    entry.redirectUrl !== ''
      ? entry.redirectUrl
      : (entry.responseHeaders.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? '');
  return URL.canParse(location, entry.url) ? new URL(location, entry.url).href.replace(/#.*$/s, '') : null;
}

/** The method of the next hop (HTTP-redirect fetch, step 12). */
function nextMethod({ status, method }: HarEntry): string {
  if ((status === 301 || status === 302) && method === 'POST') return 'GET';
  if (status === 303 && method !== 'GET' && method !== 'HEAD') return 'GET';
  return method;
}

/** How long before its redirect's end a hop may seem to start, in ms: dates are rounded. */
const rounding = 2;

/**
 * Joins a HAR's redirect hops, which are entries of their own: the entry that a redirect leads to is the next one with
 * that URL and method that starts when the redirect had ended.
 */
export class RedirectChains {
  readonly #due = new Map<string, { readonly id: string; readonly from: number }[]>();

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

  /** Notes where an entry leads. Returns the target, or null where it leads nowhere. */
  follow(entry: HarEntry, id: string): string | null {
    const target = redirectTarget(entry);
    if (target === null) return null;
    const key = `${nextMethod(entry)} ${entry.page} ${target}`;
    const next = { id, from: entry.endedAt };
    const due = this.#due.get(key);
    if (due === undefined) this.#due.set(key, [next]);
    else due.push(next);
    return target;
  }
}
