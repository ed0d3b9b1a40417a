import { AnsweredPreflights } from './answered.ts';
import { buildExchange, type CaptureOf } from './build.ts';
import type { Exchange } from './exchange.ts';
import { finish } from './finish.ts';
import { beginTrack, continueTrack, foldEvent } from './fold.ts';
import { KnownTracks, type Limits, liveLimits, unlimited } from './known-tracks.ts';
import { isExchange } from './listed.ts';
import { OpenHops, pair } from './pairing.ts';
import { profileOf } from './profile-of.ts';
import { firstHop, type HopTrack, lastHop, type Track } from './track.ts';
import type { WireEvent } from './wire-event.ts';

/** How long after its start a hop of a HAR may still get a preflight, in ms: Firefox leaves the wait out of its times. */
const harGrace = 250;

/**
 * Makes exchanges of wire events: joins the events of one id, pairs each preflight with its actual request, follows
 * redirects. Any order between ids, unknown ids, repeated and missing events are survived; the work per event is
 * bounded.
 *
 * Live sources give exchanges as they change, and what is settled and old is forgotten: a session may last for days. A
 * HAR's come at `end`, when all its entries are known.
 */
export class Assembler {
  readonly #capture: CaptureOf;
  readonly #tracks: KnownTracks;
  readonly #open = new OpenHops();
  readonly #answered: AnsweredPreflights;

  /** `limits` bound what a live capture keeps; a HAR is kept whole until its end. */
  constructor(capture: CaptureOf, limits: Limits = capture.source === 'har' ? unlimited : liveLimits) {
    this.#capture = capture;
    this.#tracks = new KnownTracks(limits);
    this.#answered = new AnsweredPreflights(profileOf(capture.browser), limits.answered);
  }

  /** How many things it remembers, of all kinds. */
  get kept(): number {
    return this.#tracks.size + this.#open.size + this.#answered.size;
  }

  get #live(): boolean {
    return this.#capture.source !== 'har';
  }

  /** Takes events; returns the exchanges that they changed, as whole new values under the same ids. */
  push(event: WireEvent): readonly Exchange[] {
    const track = this.#take(event);
    if (track === null || !this.#live) return [];
    const changed = track.pairedWith?.track ?? track;
    const exchanges = this.#tell(changed);
    for (const each of new Set([track, changed])) this.#touch(each);
    return exchanges;
  }

  /**
   * No more events come: pairs what only time tells, and makes exchanges of preflights that stayed alone. Returns every
   * exchange that this settles or changes.
   */
  end(): readonly Exchange[] {
    return finish([...this.#tracks.values()], this.#capture, this.#answered);
  }

  /** Forgets everything, requests under way too. */
  clear(): void {
    this.#tracks.clear();
    this.#open.clear();
    this.#answered.clear();
  }

  #take(event: WireEvent): Track | null {
    const known = this.#tracks.get(event.id);
    if (event.type === 'request') return this.#request(known, event);
    if (known === undefined) return null;
    const { role: roleBefore, settled: settledBefore } = known;
    if (!foldEvent(known, event)) return null;
    const hop = lastHop(known);
    if (hop !== undefined) this.#close(hop, event);
    if (!this.#live) return known;
    if (known.role === 'preflight') {
      if (roleBefore === 'unknown' && hop !== undefined) this.#open.delete(hop);
      if (known.pairedWith === null) this.#seek(known);
      if (known.settled && !settledBefore) this.#answered.add(known);
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
    if (this.#tracks.isGone(event.id)) return null;
    const track = beginTrack(event);
    this.#tracks.add(track);
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

  #tell(track: Track): readonly Exchange[] {
    track.listed ||= isExchange(track);
    if (!track.listed) return [];
    const exchange = buildExchange(track, this.#capture, this.#answered);
    track.servedBy = exchange.cachedPreflight;
    return [exchange];
  }

  #touch(track: Track): void {
    const forgotten = this.#tracks.touch(track);
    const hop = forgotten === undefined ? undefined : lastHop(forgotten);
    if (hop !== undefined) this.#open.delete(hop);
  }
}
