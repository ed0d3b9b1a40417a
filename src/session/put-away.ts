import type { Exchange } from '../exchange/index.ts';
import { BoundedMap } from './bounded.ts';

/** Exchanges that are kept to be brought back; the oldest go. */
const keptLimit = 1_000;

/**
 * Workers' requests that were taken to be this tab's and that the user says are not: by the origin that sent them. They
 * are kept aside, so that the user can change his mind.
 */
export class PutAway {
  readonly #origins = new Set<string>();
  readonly #kept = new BoundedMap<Exchange>(keptLimit);

  get origins(): readonly string[] {
    return [...this.#origins];
  }

  /** From now on its origin's workers are not this tab's; false for an exchange whose tab the browser told. */
  add({ origin, tabInferred }: Exchange): boolean {
    if (!tabInferred || origin === null) return false;
    this.#origins.add(origin);
    return true;
  }

  /** Whether this exchange is one of them; then it is kept here. */
  takes(exchange: Exchange): boolean {
    const { id, origin, tabInferred } = exchange;
    if (!tabInferred || origin === null || !this.#origins.has(origin)) return false;
    this.#kept.set(id, exchange);
    return true;
  }

  /** All that is kept, in order of arrival; nothing is put away any more. */
  bringBack(): readonly Exchange[] {
    const kept = [...this.#kept.entries()].map(([, exchange]) => exchange);
    this.clear();
    return kept;
  }

  /** Nothing is put away any more; returns the ids of what goes for good. */
  clear(): readonly string[] {
    const ids = [...this.#kept.entries()].map(([id]) => id);
    this.#origins.clear();
    this.#kept.clear();
    return ids;
  }
}
