import { fits, lacksAsked, lookAt, pair, preflightMethod } from './pairing.ts';
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
    const end = Math.min(this.#hops.length, this.#from + lookAt);
    for (let at = this.#from; at < end; at += 1) {
      const hop = this.#hops[at];
      if (hop !== undefined && hop.preflight === null && accepts(hop)) return hop;
    }
    return undefined;
  }

  /** The first that was under way at that time; else the last that was over, because it is the nearest; else the next. */
  findAt(time: number, accepts: (hop: HopTrack) => boolean): HopTrack | undefined {
    let first: HopTrack | undefined;
    let over: HopTrack | undefined;
    const end = Math.min(this.#hops.length, this.#from + lookAt);
    for (let at = this.#from; at < end; at += 1) {
      const hop = this.#hops[at];
      if (hop === undefined || hop.preflight !== null || !accepts(hop)) continue;
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
 * matter: both are in order of their start. Preflights that stay unpaired are orphans.
 */
function pairByTime(sorted: readonly HopTrack[], heads: readonly HopTrack[], clocks: Clocks): void {
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
    const isDue = (hop: HopTrack) => !isPast(hop) && fits(hop, head.track);
    const found =
      waiting.findAt(head.startedAt, (hop) => isDue(hop) && !lacksAsked(hop, head.track)) ??
      waiting.findAt(head.startedAt, isDue);
    if (found === undefined) orphans.push(head);
    else pair(found, head.track);
  }
  if (clocks.follows > 0 && orphans.length > 0) pairLeftOver(sorted, orphans, clocks);
}

/** Pairs preflights that no hop was under way for, with one that seems over or seems to begin later. */
function pairLeftOver(sorted: readonly HopTrack[], orphans: readonly HopTrack[], clocks: Clocks): void {
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
  /** The preflights' own hops. */
  readonly heads: HopTrack[];
  /** Null until there is one: most groups have one of each, and an array that was empty keeps room for many. */
  hops: HopTrack[] | null;
}

interface Groups {
  /** Then by URL: methods are few, and of most hops no preflight asked for theirs. */
  readonly byMethod: ReadonlyMap<string, ReadonlyMap<string, Group>>;
  /** In order of their first preflight: what was paired at one hop of a request may tell its origin to the next. */
  readonly inOrder: readonly Group[];
}

function groupsOf(preflights: readonly Track[]): Groups {
  const byMethod = new Map<string, Map<string, Group>>();
  const inOrder: Group[] = [];
  for (const track of preflights) {
    if (track.preflightOf !== null) continue;
    const method = preflightMethod(track);
    const head = firstHop(track);
    if (method === null || head === undefined) continue;
    if (track.pairedWith !== null) track.pairedWith.preflight = null;
    track.pairedWith = null;
    const byUrl = byMethod.get(method);
    const known = byUrl?.get(head.url);
    if (known !== undefined) {
      known.heads.push(head);
      continue;
    }
    const group: Group = { heads: [head], hops: null };
    inOrder.push(group);
    if (byUrl === undefined) byMethod.set(method, new Map([[head.url, group]]));
    else byUrl.set(head.url, group);
  }
  return { byMethod, inOrder };
}

/**
 * Pairs by time all of these preflights of which the source does not say whose they are: a request that it names may have been
 * missed, and its twin was not. `tracks` are all that were seen.
 */
export function pairAll(preflights: readonly Track[], tracks: readonly Track[], live: boolean): void {
  const { byMethod, inOrder } = groupsOf(preflights);
  if (inOrder.length === 0) return;
  for (const track of tracks) {
    if (track.role === 'preflight') continue;
    for (const hop of track.hops) {
      const group = hop.preflight === null ? byMethod.get(hop.method)?.get(hop.url) : undefined;
      if (group === undefined) continue;
      if (group.hops === null) group.hops = [hop];
      else group.hops.push(hop);
    }
  }
  const clocks = live ? liveClocks : harClocks;
  for (const { heads, hops } of inOrder) {
    if (hops !== null) pairByTime(hops.sort(byStart), heads.sort(byStart), clocks);
  }
}
