import { type BrowserProfile, headerValue, maxAge, PreflightCache, preflightCheck } from '../cors/index.ts';
import { Latest } from './latest.ts';
import type { Exchanged } from './message.ts';
import type { Needs } from './owed.ts';
import { exchangedOf, firstHop, type Track } from './track.ts';

/** How many earlier preflights of one URL are looked at: a cache keeps one or two. */
const lookAt = 4;

/** How long after its age an answer stays, in ms, for requests whose own headers come late. */
const grace = 60_000;

interface Asked {
  readonly origin: string;
  readonly url: string;
  readonly time: number;
  readonly needs: Needs;
  /** What was found before for the same track: it is looked at though it may have gone since. */
  readonly servedBy: Exchanged | null;
}

/** Whether a cache that kept this answer lets the request go. Credentials are not on the wire: either mode will do. */
function covers(preflight: Exchanged, { origin, url, time, needs }: Asked, profile: BrowserProfile): boolean {
  const { response, startedAt, endedAt } = preflight;
  if (response === null) return false;
  const { status, headers } = response;
  return (['same-origin', 'include'] as const).some((credentials) => {
    const request = { origin, url, credentials, method: needs.method, unsafeHeaders: needs.headers };
    if (preflightCheck({ ...request, status, headers }, profile) !== null) return false;
    const cache = new PreflightCache(profile);
    cache.store(request, headers, (endedAt ?? startedAt) / 1000);
    return cache.matches(request, time / 1000);
  });
}

/** How many of `known`, sorted by start, started at `time` or before. */
function countUntil(known: readonly Exchanged[], time: number): number {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle]?.startedAt ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

const byStart = (a: Track, b: Track): number => (firstHop(a)?.startedAt ?? 0) - (firstHop(b)?.startedAt ?? 0);

const keyOf = (origin: string | null, url: string): string => `${origin} ${url}`;
const ownKey = ({ request }: Exchanged): string => keyOf(headerValue(request.headers, 'origin'), request.url);

/**
 * The preflights that were seen to be answered, by origin and URL: what a preflight cache may hold. Which of them the
 * browser did keep is not on the wire. Beyond the limit the least recent go, and so do those whose age was over when a
 * newer one came; without a finite limit all stay, to be asked for in any order of time.
 */
export class AnsweredPreflights {
  readonly #byKey = new Map<string, Exchanged[]>();
  readonly #profile: BrowserProfile;
  readonly #isBounded: boolean;
  /** Which go first; of what stays for good nothing is noted. */
  readonly #latest: Latest<Exchanged>;
  #size = 0;
  /** Of a capture that is over, until the first is asked for: mostly none is. */
  #unread: readonly Track[] = [];

  constructor(profile: BrowserProfile, limit: number) {
    this.#profile = profile;
    this.#isBounded = Number.isFinite(limit);
    this.#latest = new Latest(limit);
  }

  get size(): number {
    return this.#size + this.#unread.length;
  }

  /** Forgets what it knows and takes all preflights of a capture that is over. */
  replace(preflights: readonly Track[]): void {
    this.clear();
    this.#unread = preflights;
  }

  add(track: Track): void {
    this.#read();
    const hop = firstHop(track);
    if (hop === undefined || hop.response === null) return;
    const origin = headerValue(hop.headers, 'origin');
    if (origin === null) return;
    const preflight = exchangedOf(hop);
    const key = keyOf(origin, hop.url);
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, [preflight]);
    else known.splice(countUntil(known, preflight.startedAt), 0, preflight);
    this.#size += 1;
    if (!this.#isBounded) return;
    const oldest = this.#latest.add(preflight);
    if (oldest !== undefined) this.#drop(oldest);
    this.#dropExpired((preflight.endedAt ?? preflight.startedAt) - grace);
  }

  /** The latest earlier preflight that a cache may still have held at the time and that covers the needs. */
  find(asked: Asked): Exchanged | null {
    this.#read();
    const { origin, url, time, servedBy } = asked;
    const key = keyOf(origin, url);
    const known = this.#byKey.get(key) ?? [];
    const end = countUntil(known, time);
    const candidates = known.slice(Math.max(0, end - lookAt), end).reverse();
    if (servedBy !== null && ownKey(servedBy) === key) candidates.push(servedBy);
    const found = candidates.find(
      (each) => (each.endedAt ?? each.startedAt) <= time && covers(each, asked, this.#profile),
    );
    if (found !== undefined && this.#latest.has(found)) this.#latest.add(found);
    return found ?? null;
  }

  clear(): void {
    this.#byKey.clear();
    this.#latest.clear();
    this.#size = 0;
    this.#unread = [];
  }

  #read(): void {
    if (this.#unread.length === 0) return;
    const preflights = [...this.#unread].sort(byStart);
    this.#unread = [];
    for (const preflight of preflights) this.add(preflight);
  }

  #expiry({ startedAt, endedAt, response }: Exchanged): number {
    const age = response === null ? 0 : maxAge(response.headers, this.#profile);
    return (endedAt ?? startedAt) + age * 1000;
  }

  /** Stops at the first that still holds: what is behind it goes later. */
  #dropExpired(time: number): void {
    for (;;) {
      const oldest = this.#latest.oldest();
      if (oldest === undefined || this.#expiry(oldest) > time) return;
      this.#latest.delete(oldest);
      this.#drop(oldest);
    }
  }

  #drop(preflight: Exchanged): void {
    const key = ownKey(preflight);
    const known = this.#byKey.get(key);
    const index = known?.indexOf(preflight) ?? -1;
    if (index >= 0) known?.splice(index, 1);
    this.#size -= 1;
    if (known?.length === 0) this.#byKey.delete(key);
  }
}
