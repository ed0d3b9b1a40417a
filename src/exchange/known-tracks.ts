import { Latest } from './latest.ts';
import type { Track } from './track.ts';

/** How much a live capture keeps, in numbers; the least recent goes. */
export interface Limits {
  /** Requests under way: some never end (a redirected preflight in Firefox, a renderer that crashed). */
  readonly open: number;
  /** Settled exchanges and preflights: the browser's word on credentials or on a refusal may come after the end. */
  readonly listed: number;
  /** Settled requests that are no exchanges, such as same-origin ones: only a late preflight can still make them one. */
  readonly unlisted: number;
  /** Bare ids of what went, so that a repeated `request` event does not begin it anew. */
  readonly gone: number;
  /** Answered preflights. */
  readonly answered: number;
}

/** `answered` is the size of Chromium's preflight cache. */
export const liveLimits: Limits = {
  open: 10_000,
  listed: 2_000,
  unlisted: 256,
  gone: 10_000,
  answered: 1_024,
};

/** For captures that are finished already. */
export const unlimited: Limits = {
  open: Infinity,
  listed: Infinity,
  unlisted: Infinity,
  gone: Infinity,
  answered: Infinity,
};

/** Tracks by id, in order of first sight. */
export class KnownTracks {
  readonly #byId = new Map<string, Track>();
  /** The one asked for last: a request's events mostly come one after the other. */
  #last: Track | undefined;
  readonly #open: Latest<Track>;
  readonly #listed: Latest<Track>;
  readonly #unlisted: Latest<Track>;
  readonly #gone: Latest<string>;

  constructor(limits: Limits) {
    this.#open = new Latest(limits.open);
    this.#listed = new Latest(limits.listed);
    this.#unlisted = new Latest(limits.unlisted);
    this.#gone = new Latest(limits.gone);
  }

  get size(): number {
    return this.#byId.size + this.#gone.size;
  }

  get(id: string): Track | undefined {
    if (this.#last?.id !== id) this.#last = this.#byId.get(id);
    return this.#last;
  }

  values(): Iterable<Track> {
    return this.#byId.values();
  }

  add(track: Track): void {
    this.#byId.set(track.id, track);
    this.#last = track;
  }

  isGone(id: string): boolean {
    return this.#gone.has(id);
  }

  /** Marks a track as the most recent of its kind. Returns the one that is forgotten for it. */
  touch(track: Track): Track | undefined {
    // One that went already may still be told of, by its preflight.
    if (this.#byId.get(track.id) !== track) return undefined;
    const kind = this.#kind(track);
    for (const each of [this.#open, this.#unlisted]) if (each !== kind) each.delete(track);
    const oldest = kind.add(track);
    if (oldest === undefined) return undefined;
    this.#byId.delete(oldest.id);
    if (this.#last === oldest) this.#last = undefined;
    this.#gone.add(oldest.id);
    return oldest;
  }

  clear(): void {
    this.#byId.clear();
    this.#last = undefined;
    for (const each of [this.#open, this.#listed, this.#unlisted, this.#gone]) each.clear();
  }

  #kind(track: Track): Latest<Track> {
    if (!track.settled) return this.#open;
    return track.listed || track.role === 'preflight' ? this.#listed : this.#unlisted;
  }
}
