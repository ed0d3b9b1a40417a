import { firstHop, type HopTrack, type Track } from './track.ts';

/**
 * The hop of its actual request to which a preflight belongs, where the source tells the request: each hop has at most one, and
 * all name the same request, so that URL and time tell the hop. It is the latest that began before the preflight did.
 */
export function toldHop(preflight: Track, actual: Track): HopTrack | null {
  const head = firstHop(preflight);
  if (head === undefined) return null;
  const free = actual.hops.filter((hop) => hop.preflight === null && hop.url === head.url);
  const begun = free.filter((hop) => hop.startedAt <= head.startedAt);
  return begun[begun.length - 1] ?? free[0] ?? null;
}

const none: readonly Track[] = [];

/** Preflights that came before the hop that they belong to, by the id of their actual request. */
export class ToldPreflights {
  readonly #byActual = new Map<string, Set<Track>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(preflight: Track): void {
    if (preflight.preflightOf === null) return;
    const waiting = this.#byActual.get(preflight.preflightOf) ?? new Set();
    if (waiting.has(preflight)) return;
    this.#byActual.set(preflight.preflightOf, waiting.add(preflight));
    this.#size += 1;
  }

  delete(preflight: Track): void {
    if (preflight.preflightOf === null) return;
    const waiting = this.#byActual.get(preflight.preflightOf);
    if (waiting?.delete(preflight) !== true) return;
    this.#size -= 1;
    if (waiting.size === 0) this.#byActual.delete(preflight.preflightOf);
  }

  /** Those that wait for this request, in the order in which they came. */
  of(actual: Track): readonly Track[] {
    const waiting = this.#byActual.get(actual.id);
    return waiting === undefined ? none : [...waiting];
  }

  clear(): void {
    this.#byActual.clear();
    this.#size = 0;
  }
}
