import { headerTokens, headerValue } from '../cors/index.ts';
import { requesterOrigin, taints } from './origin.ts';
import { firstHop, type HopTrack, type Track } from './track.ts';

/**
 * Pairing: a preflight and its actual request have different ids. Where the source does not tell, they belong together
 * by URL, method (`Access-Control-Request-Method`, case kept), origin, document and time. Twins that agree in all of
 * these are paired first come, first served: nothing tells them apart, and nothing hangs on it.
 */

/** How many candidates are looked at for one preflight: twins that overlap in time are few. */
const lookAt = 64;

export const hopKey = (hop: HopTrack): string => `${hop.method} ${hop.url}`;

/** The key of the hops that a preflight can belong to; null while its headers are not known. */
export function preflightKey(preflight: Track): string | null {
  const hop = firstHop(preflight);
  const acrm = hop === undefined ? null : headerValue(hop.headers, 'access-control-request-method');
  return hop === undefined || acrm === null ? null : `${acrm} ${hop.url}`;
}

/** Whether nothing speaks against this preflight being this hop's. Time is not looked at. */
export function fits(hop: HopTrack, preflight: Track): boolean {
  const { track } = hop;
  const head = firstHop(preflight);
  if (head === undefined || track === preflight) return false;
  if (track.scope !== '' && preflight.scope !== '' && track.scope !== preflight.scope) return false;
  const wanted = headerValue(head.headers, 'origin');
  const own = requesterOrigin(track);
  if (wanted !== null && own !== null && wanted !== own) {
    const tainted =
      taints(
        track.hops.map((each) => each.url),
        own,
      )[track.hops.indexOf(hop)] === true;
    if (!(tainted && wanted === 'null')) return false;
  }
  if (!hop.headersKnown) return true;
  const asked = headerTokens(head.headers, 'access-control-request-headers');
  if (asked === null || asked === 'invalid') return true;
  const names = new Set(hop.headers.map(([name]) => name.toLowerCase()));
  return asked.every((name) => names.has(name.toLowerCase()));
}

export function pair(hop: HopTrack, preflight: Track): void {
  hop.preflight = preflight;
  preflight.pairedWith = hop;
}

/** Hops that still wait for a preflight, as events arrive: constant time per event. */
export class OpenHops {
  readonly #byKey = new Map<string, Set<HopTrack>>();

  add(hop: HopTrack): void {
    const key = hopKey(hop);
    const open = this.#byKey.get(key);
    if (open === undefined) this.#byKey.set(key, new Set([hop]));
    else open.add(hop);
  }

  delete(hop: HopTrack): void {
    const key = hopKey(hop);
    const open = this.#byKey.get(key);
    open?.delete(hop);
    if (open?.size === 0) this.#byKey.delete(key);
  }

  /** The first open hop that fits. */
  find(preflight: Track): HopTrack | null {
    const key = preflightKey(preflight);
    let looked = 0;
    for (const hop of (key === null ? undefined : this.#byKey.get(key)) ?? []) {
      if (fits(hop, preflight)) return hop;
      looked += 1;
      if (looked === lookAt) break;
    }
    return null;
  }

  clear(): void {
    this.#byKey.clear();
  }
}

interface Clocks {
  /** How long before its hop a preflight may seem to start, in ms: two clocks in one HAR. */
  readonly early: number;
  /** How long after the end of its preflight a hop may seem to start, in ms: recording proxies see one after the other. */
  readonly follows: number;
}

/** Live events carry one clock, and the actual request always begins first. */
export const liveClocks: Clocks = { early: 0, follows: 0 };
export const harClocks: Clocks = { early: 50, follows: 5000 };

const byStart = (a: HopTrack, b: HopTrack): number =>
  a.startedAt - b.startedAt || (a.track.id < b.track.id ? -1 : a.track.id > b.track.id ? 1 : 0);

/** Hops in order of time, from which preflights take theirs; each step is bounded or paid for by moving on. */
class Queue {
  readonly #hops: HopTrack[] = [];
  #from = 0;

  push(hop: HopTrack): void {
    this.#hops.push(hop);
  }

  /** Lets go of leading hops that are taken already or that no later preflight can want. */
  drop(isPast: (hop: HopTrack) => boolean): void {
    for (; this.#from < this.#hops.length; this.#from += 1) {
      const hop = this.#hops[this.#from];
      if (hop !== undefined && hop.preflight === null && !isPast(hop)) return;
    }
  }

  find(accepts: (hop: HopTrack) => boolean): HopTrack | undefined {
    return this.#hops
      .slice(this.#from, this.#from + lookAt)
      .find((hop) => hop.preflight === null && accepts(hop));
  }
}

/**
 * Pairs the preflights and hops of one key by their times alone, so that the order in which events came does not
 * matter. Preflights in `preflights` that stay unpaired are orphans.
 */
export function pairByTime(hops: readonly HopTrack[], preflights: readonly Track[], clocks: Clocks): void {
  const heads = preflights.flatMap((track) => firstHop(track) ?? []).sort(byStart);
  const sorted = [...hops].sort(byStart);
  const orphans: HopTrack[] = [];
  const waiting = new Queue();
  let next = 0;
  for (const head of heads) {
    for (; next < sorted.length; next += 1) {
      const hop = sorted[next];
      if (hop === undefined || hop.startedAt > head.startedAt + clocks.early) break;
      waiting.push(hop);
    }
    const isPast = (hop: HopTrack) => (hop.closedAt ?? Infinity) < head.startedAt;
    waiting.drop(isPast);
    const found = waiting.find((hop) => !isPast(hop) && fits(hop, head.track));
    if (found === undefined) orphans.push(head);
    else pair(found, head.track);
  }
  if (clocks.follows === 0) return;
  const rest = new Queue();
  for (const hop of sorted) rest.push(hop);
  for (const head of orphans) {
    rest.drop((hop) => hop.startedAt < head.startedAt);
    const until = (head.endedAt ?? head.startedAt) + clocks.follows;
    const found = rest.find((hop) => hop.startedAt <= until && hop.headersKnown && fits(hop, head.track));
    if (found !== undefined) pair(found, head.track);
  }
}
