import { AnsweredPreflights } from './answered.ts';
import { buildExchange, buildOrphan, type CaptureOf } from './build.ts';
import type { Exchange } from './exchange.ts';
import { beginTrack, continueTrack, foldEvent } from './fold.ts';
import { isExchange } from './listed.ts';
import { preflightOrigin } from './origin.ts';
import { harClocks, hopKey, liveClocks, OpenHops, pair, pairByTime, preflightKey } from './pairing.ts';
import { exchangedOf, firstHop, type HopTrack, lastHop, type Track } from './track.ts';
import type { WireEvent } from './wire-event.ts';

/** How long after its start a hop of a HAR may still get a preflight, in ms: Firefox leaves the wait out of its times. */
const harGrace = 250;

/**
 * Makes exchanges of wire events: joins the events of one id, pairs each preflight with its actual request, follows
 * redirects. Any order between ids, unknown ids, repeated and missing events are survived; the work per event is
 * bounded.
 *
 * Live sources give exchanges as they change. A HAR's come at `end`, when all its entries are known.
 */
export class Assembler {
  readonly #capture: CaptureOf;
  readonly #tracks = new Map<string, Track>();
  readonly #open = new OpenHops();
  readonly #answered = new AnsweredPreflights();
  readonly #changed = new Set<Track>();

  constructor(capture: CaptureOf) {
    this.#capture = capture;
  }

  get #live(): boolean {
    return this.#capture.source !== 'har';
  }

  /** Takes events; returns the exchanges that they changed, as whole new values under the same ids. */
  push(event: WireEvent): readonly Exchange[] {
    const track = this.#take(event);
    if (track === null || !this.#live) return [];
    this.#changed.add(track.pairedWith?.track ?? track);
    return this.#flush();
  }

  /**
   * No more events come: pairs what only time tells, and makes exchanges of preflights that stayed alone. Returns every
   * exchange that this settles or changes.
   */
  end(): readonly Exchange[] {
    this.#pairAll();
    this.#answered.clear();
    const preflights = [...this.#tracks.values()].filter((track) => track.role === 'preflight');
    for (const preflight of preflights.sort(byStart)) this.#remember(preflight);
    const exchanges: Exchange[] = [];
    for (const track of this.#tracks.values()) {
      if (!track.settled) track.settled = !this.#live;
      if (track.role === 'unknown') track.role = 'actual';
      if (track.role === 'preflight' && track.pairedWith === null && preflightKey(track) !== null) {
        exchanges.push(buildOrphan(track, this.#capture));
      } else if (track.listed || isExchange(track)) {
        exchanges.push(buildExchange(track, this.#capture, this.#answered));
      }
    }
    return exchanges;
  }

  /** Forgets everything, requests under way too. */
  clear(): void {
    this.#tracks.clear();
    this.#open.clear();
    this.#answered.clear();
    this.#changed.clear();
  }

  #take(event: WireEvent): Track | null {
    const known = this.#tracks.get(event.id);
    if (event.type === 'request') return this.#request(known, event);
    if (known === undefined) return null;
    const roleBefore = known.role;
    if (!foldEvent(known, event)) return null;
    const hop = lastHop(known);
    if (hop !== undefined) this.#close(hop, event);
    if (!this.#live) return known;
    if (known.role === 'preflight') {
      if (roleBefore === 'unknown' && hop !== undefined) this.#open.delete(hop);
      if (known.pairedWith === null) this.#seek(known);
      if (known.settled) this.#remember(known);
    }
    return known;
  }

  #request(known: Track | undefined, event: Extract<WireEvent, { type: 'request' }>): Track | null {
    if (known !== undefined) {
      const before = lastHop(known);
      const hop = continueTrack(known, event);
      if (hop === null) return null;
      if (before !== undefined) this.#open.delete(before);
      if (this.#live) this.#open.add(hop);
      return known;
    }
    const track = beginTrack(event);
    this.#tracks.set(event.id, track);
    const hop = firstHop(track);
    if (this.#live && hop !== undefined && track.role !== 'preflight') this.#open.add(hop);
    if (track.role === 'preflight') this.#seek(track);
    return track;
  }

  /** Notes from when on a hop can have no preflight any more. */
  #close(hop: HopTrack, event: WireEvent): void {
    if (!this.#live) {
      hop.closedAt = Math.max(hop.endedAt ?? hop.startedAt, hop.startedAt + harGrace);
      return;
    }
    // Chromium's own request headers come after its preflight, Firefox's before it.
    const sent = this.#capture.browser === 'chromium' ? hop.headersKnown : hop.response !== null;
    if (!sent && hop.endedAt === null) return;
    hop.closedAt ??= event.time;
    this.#open.delete(hop);
  }

  #seek(preflight: Track): void {
    const told = preflight.preflightOf === null ? undefined : this.#tracks.get(preflight.preflightOf);
    const hop = told === undefined ? this.#live && this.#open.find(preflight) : lastHop(told);
    if (!hop || hop.track === preflight || hop.track.role === 'preflight') return;
    if (hop.preflight !== null) return;
    pair(hop, preflight);
    this.#open.delete(hop);
  }

  #remember(preflight: Track): void {
    const hop = firstHop(preflight);
    const origin = preflightOrigin(preflight);
    if (hop !== undefined && hop.response !== null && origin !== null) {
      this.#answered.add(origin, hop.url, exchangedOf(hop));
    }
  }

  /** Pairs by time everything that the source did not pair itself. */
  #pairAll(): void {
    const hops = new Map<string, HopTrack[]>();
    const preflights = new Map<string, Track[]>();
    for (const track of this.#tracks.values()) {
      const told = track.preflightOf !== null && track.pairedWith !== null;
      const key = preflightKey(track);
      if (track.role === 'preflight' && !told && key !== null) {
        if (track.pairedWith !== null) track.pairedWith.preflight = null;
        track.pairedWith = null;
        const group = preflights.get(key);
        if (group === undefined) preflights.set(key, [track]);
        else group.push(track);
      }
    }
    for (const track of this.#tracks.values()) {
      if (track.role === 'preflight') continue;
      for (const hop of track.hops) {
        const key = hopKey(hop);
        if (hop.preflight !== null || !preflights.has(key)) continue;
        const group = hops.get(key);
        if (group === undefined) hops.set(key, [hop]);
        else group.push(hop);
      }
    }
    for (const [key, group] of preflights) {
      pairByTime(hops.get(key) ?? [], group, this.#live ? liveClocks : harClocks);
    }
  }

  #flush(): readonly Exchange[] {
    const exchanges: Exchange[] = [];
    for (const track of this.#changed) {
      track.listed ||= isExchange(track);
      if (track.listed) exchanges.push(buildExchange(track, this.#capture, this.#answered));
    }
    this.#changed.clear();
    return exchanges;
  }
}

const byStart = (a: Track, b: Track): number => (firstHop(a)?.startedAt ?? 0) - (firstHop(b)?.startedAt ?? 0);

/** All exchanges of a finished capture, in order of time. */
export function assemble(events: readonly WireEvent[], capture: CaptureOf): readonly Exchange[] {
  const assembler = new Assembler(capture);
  const byId = new Map<string, Exchange>();
  for (const event of events) {
    for (const exchange of assembler.push(event)) byId.set(exchange.id, exchange);
  }
  for (const exchange of assembler.end()) byId.set(exchange.id, exchange);
  return [...byId.values()].sort((a, b) => a.startedAt - b.startedAt);
}
