import { fits, lookAt, pair, preflightMethod } from './pairing.ts';
import { firstHop, type HopTrack, type Track } from './track.ts';

interface Clocks {
  /** How long before its hop a preflight may seem to start, in ms: two clocks in one HAR. */
  readonly early: number;
  /** How long after the end of its preflight a hop may seem to start, in ms: recording proxies see one after the other. */
  readonly follows: number;
  /** How long after the start of its hop a preflight may seem to start though the hop seems over, in ms: rounding. */
  readonly late: number;
}

/** Live events carry one clock, and the actual request always begins first. */
const liveClocks: Clocks = { early: 0, follows: 0, late: 0 };
const harClocks: Clocks = { early: 50, follows: 5000, late: 250 };

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

  /** The first that was under way at that time; else the last that was over, because it is the nearest; else the next. */
  findAt(time: number, accepts: (hop: HopTrack) => boolean): HopTrack | undefined {
    let first: HopTrack | undefined;
    let over: HopTrack | undefined;
    for (const hop of this.#hops.slice(this.#from, this.#from + lookAt)) {
      if (hop.preflight !== null || !accepts(hop)) continue;
      first ??= hop;
      if (hop.startedAt > time) continue;
      if (hop.endedAt === null || hop.endedAt >= time) return hop;
      over = hop;
    }
    return over ?? first;
  }
}

/**
 * Pairs the preflights and hops of one key by their times alone, so that the order in which events came does not
 * matter. Preflights in `preflights` that stay unpaired are orphans.
 */
function pairByTime(hops: readonly HopTrack[], preflights: readonly Track[], clocks: Clocks): void {
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
    const found = waiting.findAt(head.startedAt, (hop) => !isPast(hop) && fits(hop, head.track));
    if (found === undefined) orphans.push(head);
    else pair(found, head.track);
  }
  if (clocks.follows === 0) return;
  const over = new Queue();
  const rest = new Queue();
  for (const hop of sorted) {
    over.push(hop);
    rest.push(hop);
  }
  for (const head of orphans) {
    over.drop((hop) => hop.startedAt < head.startedAt - clocks.late);
    const late = over.find((hop) => hop.startedAt <= head.startedAt && fits(hop, head.track));
    if (late !== undefined) {
      pair(late, head.track);
      continue;
    }
    rest.drop((hop) => hop.startedAt < head.startedAt);
    const until = (head.endedAt ?? head.startedAt) + clocks.follows;
    const found = rest.find((hop) => hop.startedAt <= until && hop.headersKnown && fits(hop, head.track));
    if (found !== undefined) pair(found, head.track);
  }
}

/** The preflights of one method and URL, and the hops that they can belong to. */
interface Group {
  readonly preflights: Track[];
  readonly hops: HopTrack[];
}

/** Pairs by time everything of which the source does not say whose it is: a request that it names may have been missed, and its twin was not. */
export function pairAll(tracks: readonly Track[], live: boolean): void {
  // By URL, then by method: a text made of both would have to be made and hashed for every hop.
  const groups = new Map<string, Map<string, Group>>();
  for (const track of tracks) {
    if (track.role !== 'preflight' || track.preflightOf !== null) continue;
    const method = preflightMethod(track);
    const url = firstHop(track)?.url;
    if (method === null || url === undefined) continue;
    if (track.pairedWith !== null) track.pairedWith.preflight = null;
    track.pairedWith = null;
    const known = groups.get(url);
    const group = known?.get(method);
    if (group !== undefined) group.preflights.push(track);
    else if (known !== undefined) known.set(method, { preflights: [track], hops: [] });
    else groups.set(url, new Map([[method, { preflights: [track], hops: [] }]]));
  }
  for (const track of tracks) {
    if (track.role === 'preflight') continue;
    for (const hop of track.hops) {
      if (hop.preflight === null) groups.get(hop.url)?.get(hop.method)?.hops.push(hop);
    }
  }
  for (const ofUrl of groups.values()) {
    for (const { preflights, hops } of ofUrl.values()) {
      if (hops.length > 0) pairByTime(hops, preflights, live ? liveClocks : harClocks);
    }
  }
}
