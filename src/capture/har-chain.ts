import { type BrowserProfile, isRedirect, locationUrl, methodAfterRedirect } from '../cors/index.ts';
import type { HarEntry } from './har-entry.ts';

/** The absolute URL that an entry's redirect leads to, without fragment; null where none was followed. */
export function redirectTarget(entry: HarEntry, profile: BrowserProfile): string | null {
  const { url, status, redirectUrl, responseHeaders } = entry;
  if (entry.error !== null || entry.isPreflight || !isRedirect(status, responseHeaders, profile)) return null;
  return locationUrl(url, redirectUrl === '' ? responseHeaders : [['Location', redirectUrl]]);
}

/** An entry of a HAR, that is no preflight. `index` is its place in the file. */
export interface ChainEntry {
  readonly entry: HarEntry;
  readonly index: number;
}

/** How an entry goes on: to what URL, and with which entry of the file, where it is there. */
interface Followed {
  readonly target: string;
  readonly next: ChainEntry | null;
}

/**
 * How long before its redirect's end a hop may seem to start, in ms: each date comes from a reading of the clock of its
 * own, and on a busy machine those were seen to lie more than 10 ms apart.
 */
const early = 25;

/** How long after its redirect's end a hop may seem to start, in ms: its preflight may come first, and take as long as an API may. */
const late = 30_000;

/** How many entries of one URL are looked at for one redirect. */
const lookAt = 32;

/** Fetch, HTTP-redirect fetch: no browser follows more. */
const mostRedirects = 20;

/** Entries of one method and URL, in order of their start; none is taken twice, and none is behind the front. */
class Waiting {
  readonly #all: ChainEntry[] = [];
  readonly #taken = new Set<ChainEntry>();
  #front = 0;

  push(each: ChainEntry): void {
    this.#all.push(each);
  }

  /** From here on `from` begins anew. */
  rewind(): void {
    this.#front = 0;
  }

  /**
   * Takes the one that starts nearest to `from`: a stranger that asks for the same URL at about that time is not the
   * nearest where the redirect's own hop is there. `from` never falls from call to call.
   */
  take(from: number, accepts: (each: ChainEntry) => boolean): ChainEntry | null {
    for (; this.#front < this.#all.length; this.#front += 1) {
      const each = this.#all[this.#front];
      if (each !== undefined && !this.#taken.has(each) && each.entry.startedAt >= from - early) break;
    }
    let nearest: ChainEntry | null = null;
    let distance = Infinity;
    for (const each of this.#all.slice(this.#front, this.#front + lookAt)) {
      const away = Math.abs(each.entry.startedAt - from);
      if (away >= distance || each.entry.startedAt >= from + late) continue;
      if (this.#taken.has(each) || !accepts(each)) continue;
      [nearest, distance] = [each, away];
    }
    if (nearest !== null) this.#taken.add(nearest);
    return nearest;
  }
}

/** A chain by either of its ends. */
interface Chain {
  readonly first: ChainEntry;
  readonly last: ChainEntry;
  readonly redirects: number;
}

/** Chains of entries, as they are joined. */
class Chains {
  readonly #byEnd = new Map<ChainEntry, Chain>();

  at(each: ChainEntry): Chain {
    return this.#byEnd.get(each) ?? { first: each, last: each, redirects: 0 };
  }

  join(from: ChainEntry, next: ChainEntry): void {
    const [before, after] = [this.at(from), this.at(next)];
    const redirects = before.redirects + 1 + after.redirects;
    const joined = { first: before.first, last: after.last, redirects };
    this.#byEnd.set(joined.first, joined).set(joined.last, joined);
  }
}

/** A redirect that may have been followed. */
interface Due {
  readonly from: ChainEntry;
  readonly target: string;
  /** The entries that it can lead to. */
  readonly waiting: Waiting;
  /** The next redirect to the same place: what starts when it ends is likelier that one's. It may be what this one led to. */
  readonly next: ChainEntry | null;
}

/**
 * Joins a HAR's redirect hops, which are entries of their own: the entry that a redirect leads to has that URL and method,
 * and starts when the redirect had ended. `entries` come in order of their start.
 */
export function followRedirects(
  entries: readonly ChainEntry[],
  profile: BrowserProfile,
): ReadonlyMap<ChainEntry, Followed> {
  const chains = new Chains();
  const followed = new Map<ChainEntry, Followed>();
  const follow = ({ from, target, waiting, next: rival }: Due, until: number): boolean => {
    const before = chains.at(from);
    if (before.redirects >= mostRedirects) return true;
    const end = from.entry.endedAt;
    const next = waiting.take(end, (each) => {
      if (each.entry.startedAt >= until && each !== rival) return false;
      // The browser lists a hop after the one that led to it; the first of a chain would close a circle.
      const isEarly = each.entry.startedAt < end;
      if (each === before.first || each === from || (isEarly && each.index < from.index)) return false;
      return before.redirects + chains.at(each).redirects < mostRedirects;
    });
    followed.set(from, { target, next });
    if (next !== null) chains.join(from, next);
    return next !== null;
  };
  const due = redirectsOf(entries, profile);
  const left = due.filter((each) => {
    const own = each.from.entry.endedAt + early;
    return !follow(each, Math.max(each.next?.entry.endedAt ?? Infinity, own));
  });
  for (const { waiting } of left) waiting.rewind();
  for (const each of left) follow(each, Infinity);
  return followed;
}

/** The redirects among these entries in order of their end, each with the entries of the URL and method that it leads to. */
function redirectsOf(entries: readonly ChainEntry[], profile: BrowserProfile): readonly Due[] {
  const byKey = new Map<string, Waiting>();
  const targets = new Set<string>();
  const found: Omit<Due, 'next'>[] = [];
  for (const each of entries) {
    const { entry } = each;
    const target = redirectTarget(entry, profile);
    if (target === null) continue;
    const key = `${methodAfterRedirect(entry.status, entry.method)} ${entry.page} ${target}`;
    const waiting = byKey.get(key) ?? new Waiting();
    byKey.set(key, waiting);
    targets.add(target);
    found.push({ from: each, target, waiting });
  }
  for (const each of entries) {
    const { method, page, url } = each.entry;
    // Nearly no entry's URL is led to: the key is made for those only.
    if (targets.has(url)) byKey.get(`${method} ${page} ${url}`)?.push(each);
  }
  found.sort((a, b) => b.from.entry.endedAt - a.from.entry.endedAt || b.from.index - a.from.index);
  const nexts = new Map<Waiting, ChainEntry>();
  const due = found.map((each): Due => {
    const next = nexts.get(each.waiting) ?? null;
    nexts.set(each.waiting, each.from);
    return { ...each, next };
  });
  return due.reverse();
}
