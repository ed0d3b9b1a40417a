import { AnsweredPreflights } from './answered.ts';
import { buildExchange, type CaptureOf } from './build.ts';
import type { Exchange } from './exchange.ts';
import { finish } from './finish.ts';
import { beginTrack, continueTrack, foldEvent } from './fold.ts';
import { KnownTracks, type Limits, liveLimits, unlimited } from './known-tracks.ts';
import { isExchange } from './listed.ts';
import { OpenHops, pair } from './pairing.ts';
import { profileOf } from './profile-of.ts';
import { ToldPreflights, toldHop } from './told-preflights.ts';
import { firstHop, type HopTrack, lastHop, type Track } from './track.ts';
import type { WireEvent } from './wire-event.ts';

/** How long after its start a hop of Firefox's HAR may still get a preflight, in ms: its times leave the wait out. */
const harGrace = 1000;

const isAnswered = (track: Track): boolean => track.settled && (firstHop(track)?.response ?? null) !== null;

/**
 * Makes exchanges of wire events: joins the events of one id, pairs each preflight with its actual request, follows
 * redirects. Unknown ids, repeated, missing and misplaced events are survived, and never pair what does not belong
 * together; the work per event is bounded.
 *
 * Promised is more where every event comes and those of one id come in the wire's order: however the ids are mixed, how
 * late an id's events are (each carries its own time), and however often and how much later an event is repeated, the
 * capture settles at `end` to the same exchanges. Until then a live source's preflight may stand at a twin of the request
 * that it belongs to, where the source does not link the two.
 *
 * Live sources give exchanges as they change, and what is settled and old is forgotten: a session may last for days. A
 * HAR's come at `end`, when all its entries are known.
 */
export class Assembler {
  readonly #capture: CaptureOf;
  readonly #tracks: KnownTracks;
  readonly #open = new OpenHops();
  readonly #told = new ToldPreflights();
  readonly #answered: AnsweredPreflights;

  /** `limits` bound what a live capture keeps; a HAR is kept whole until its end. */
  constructor(capture: CaptureOf, limits: Limits = capture.source === 'har' ? unlimited : liveLimits) {
    this.#capture = capture;
    this.#tracks = new KnownTracks(limits);
    this.#answered = new AnsweredPreflights(profileOf(capture.browser), limits.answered);
  }

  /** How many things it remembers, of all kinds. */
  get kept(): number {
    return this.#tracks.size + this.#open.size + this.#told.size + this.#answered.size;
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
    this.#touch(track);
    if (changed !== track) this.#touch(changed);
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
    this.#told.clear();
    this.#answered.clear();
  }

  #take(event: WireEvent): Track | null {
    const known = this.#tracks.get(event.id);
    if (event.type === 'request') return this.#request(known, event);
    if (known === undefined) return null;
    const roleBefore = known.role;
    const answeredBefore = isAnswered(known);
    if (!foldEvent(known, event)) return null;
    const hop = lastHop(known);
    if (hop !== undefined) this.#close(hop, event);
    if (!this.#live) return known;
    if (known.role === 'preflight') {
      if (roleBefore === 'unknown' && hop !== undefined) this.#open.delete(hop);
      if (known.pairedWith === null) this.#seek(known);
      if (isAnswered(known) && !answeredBefore) this.#answered.add(known);
    }
    return known;
  }

  #request(known: Track | undefined, event: Extract<WireEvent, { type: 'request' }>): Track | null {
    if (known !== undefined) {
      const before = lastHop(known);
      const hop = continueTrack(known, event);
      if (hop === null) return null;
      if (before !== undefined) this.#open.delete(before);
      this.#opened(hop);
      return known;
    }
    if (this.#tracks.isGone(event.id)) return null;
    const track = beginTrack(event);
    this.#tracks.add(track);
    const hop = firstHop(track);
    if (track.role === 'preflight') this.#seek(track);
    else if (hop !== undefined) this.#opened(hop);
    return track;
  }

  /** A hop begins; its preflight may have come before it. */
  #opened(hop: HopTrack): void {
    if (this.#live) this.#open.add(hop);
    for (const preflight of this.#told.of(hop.track)) this.#seek(preflight);
  }

  /** Notes from when on a hop can have no preflight any more. */
  #close(hop: HopTrack, event: WireEvent): void {
    if (!this.#live) {
      hop.closedAt = Math.max(
        hop.endedAt ?? hop.startedAt,
        hop.startedAt + (this.#capture.browser === 'chromium' ? 0 : harGrace),
      );
      return;
    }
    // Chromium's own request headers come after its preflight, Firefox's before it.
    const sent = this.#capture.browser === 'chromium' ? hop.headersKnown : hop.response !== null;
    if (!sent && hop.endedAt === null) return;
    hop.closedAt ??= event.time;
    this.#open.delete(hop);
  }

  #seek(preflight: Track): void {
    const hop = this.#hopOf(preflight);
    if (!hop || hop.track === preflight || hop.track.role === 'preflight' || hop.preflight !== null) {
      this.#told.add(preflight);
      return;
    }
    pair(hop, preflight);
    this.#open.delete(hop);
    this.#told.delete(preflight);
  }

  #hopOf(preflight: Track): HopTrack | null {
    if (preflight.preflightOf === null) return this.#live ? this.#open.find(preflight) : null;
    const actual = this.#tracks.get(preflight.preflightOf);
    return actual === undefined ? null : toldHop(preflight, actual);
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
    if (forgotten === undefined) return;
    this.#told.delete(forgotten);
    const hop = lastHop(forgotten);
    if (hop !== undefined) this.#open.delete(hop);
  }
}
