import type { WireEvent } from '../exchange/index.ts';

/** Requests kept that were announced and not sent; each is sent, ends, or was taken by a service worker. */
const kept = 1_000;

const keyOf = (method: string, url: string): string => `${method} ${url}`;

interface Announced {
  readonly id: string;
  readonly key: string;
  /** When it was announced, in milliseconds since the epoch. */
  readonly time: number;
}

/** Requests that webRequest announced and told nothing more of, by id, oldest first. */
export class UnsentRequests {
  readonly #byId = new Map<string, Announced>();

  /** False for a request that was announced before, as Firefox does when the service worker lets it pass. */
  take(event: WireEvent): boolean {
    if (event.type !== 'request') {
      this.#byId.delete(event.id);
      return true;
    }
    const key = keyOf(event.method, event.url);
    if (this.#byId.get(event.id)?.key === key) return false;
    this.#byId.delete(event.id);
    this.#byId.set(event.id, { id: event.id, key, time: event.time });
    if (this.#byId.size <= kept) return true;
    for (const oldest of this.#byId.keys()) {
      this.#byId.delete(oldest);
      break;
    }
    return true;
  }

  /** The oldest one of that method and URL, which ends with this; null where there is none. */
  end(method: string, url: string): Pick<Announced, 'id' | 'time'> | null {
    const key = keyOf(method, url);
    for (const announced of this.#byId.values()) {
      if (announced.key !== key) continue;
      this.#byId.delete(announced.id);
      return announced;
    }
    return null;
  }
}
