import type { ResourceType, WireEvent } from '../exchange/index.ts';
import { BoundedMap } from './bounded.ts';

/** Requests under way that are remembered; some never end (a redirected preflight in Firefox). */
const openLimit = 10_000;

/** What ends only when one side has had enough. */
const endless: ReadonlySet<ResourceType> = new Set<ResourceType>(['eventsource', 'websocket']);

interface Open {
  readonly url: string;
  readonly ends: boolean;
}

/**
 * Decides which wire events pass while recording is switched on and off: a request that began while recording finishes,
 * with its redirects and its preflight; one that began while not recording stays out even if recording resumes.
 */
export class RecordGate {
  recording = true;
  /** By id, the requests that began while recording. */
  readonly #open = new BoundedMap<Open>(openLimit);
  readonly #ignored = new BoundedMap<true>(openLimit);

  admits(event: WireEvent): boolean {
    const { id } = event;
    if (event.type === 'request') {
      if (this.#ignored.has(id)) return false;
      if (!this.#open.has(id) && !this.recording && !this.awaitsPreflight(event)) {
        this.#ignored.set(id, true);
        return false;
      }
      this.#open.set(id, { url: event.url, ends: !endless.has(event.resourceType) });
      return true;
    }
    // The rest of a request whose beginning was not told here: its next hop is no beginning either.
    if (event.type === 'redirect' && !this.#open.has(id)) this.#ignored.set(id, true);
    const admitted = !this.#ignored.has(id);
    if (event.type === 'completion' || event.type === 'failure' || event.type === 'unfinished') {
      this.#open.delete(id);
      this.#ignored.delete(id);
    }
    return admitted;
  }

  /** From now on nothing of the requests under way passes. */
  ignoreOpen(): void {
    for (const [id] of this.#open.entries()) this.#ignored.set(id, true);
    this.#open.clear();
  }

  /** The requests that passed and are still under way. */
  get open(): readonly string[] {
    return [...this.#open.entries()].map(([id]) => id);
  }

  /** Whether a request that passed is still under way, and may be waited for. */
  get isOpen(): boolean {
    for (const [, { ends }] of this.#open.entries()) if (ends) return true;
    return false;
  }

  /**
   * Whether this may be the preflight of a request that passed. Sources without marks give a preflight as any OPTIONS
   * request to the URL of its actual request.
   */
  awaitsPreflight(event: WireEvent & { readonly type: 'request' }): boolean {
    if (event.preflightOf !== null) return this.#open.has(event.preflightOf);
    return event.method === 'OPTIONS' && this.isOpenFor(event.url);
  }

  /** Whether a request that passed is under way to this URL. */
  isOpenFor(url: string): boolean {
    for (const [, open] of this.#open.entries()) if (open.url === url) return true;
    return false;
  }
}
