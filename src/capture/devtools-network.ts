import { serializeOrigin } from '../cors/index.ts';
import { unseenByNetwork, type WireEvent } from '../exchange/index.ts';
import { type HarEntry, readEntry } from './har-entry.ts';
import { harResourceType } from './har-type.ts';
import { failureOf, unseenInitiator } from './har-unseen.ts';

/** Requests of webRequest that wait for their DevTools entry; some never get one. */
const waiting = 10_000;

const keyOf = (method: string, url: string): string => `${method} ${url}`;

/**
 * What `devtools.network.onRequestFinished` adds to webRequest: requests that webRequest can never see, because the
 * browser stopped them before the network (mixed content, a policy of the page) or a service worker took them. They
 * become wire events under ids of their own; every other entry is webRequest's to tell, and gives nothing here.
 */
export class DevtoolsNetworkDecoder {
  /** Requests that webRequest told and DevTools has not ended yet, by method and URL. */
  readonly #seen = new Map<string, number>();
  /** From when on webRequest was listened to: earlier requests were never told. Milliseconds since the epoch. */
  readonly #since: number;
  #last = 0;

  constructor(since: number) {
    this.#since = since;
  }

  /** Takes what webRequest told, so that no request is told twice. */
  wire(events: readonly WireEvent[]): void {
    for (const event of events) {
      if (event.type !== 'request') continue;
      const key = keyOf(event.method, event.url);
      const count = (this.#seen.get(key) ?? 0) + 1;
      this.#seen.delete(key);
      this.#seen.set(key, count);
      if (this.#seen.size <= waiting) continue;
      for (const oldest of this.#seen.keys()) {
        this.#seen.delete(oldest);
        break;
      }
    }
  }

  /** One finished entry, as the browser gives it. `page` is the URL of the inspected page, empty where not known. */
  finished(value: unknown, page: string): readonly WireEvent[] {
    const entry = readEntry(value);
    if ('missing' in entry) return [];
    if (entry.neverSent || entry.fromServiceWorker) return this.#told(entry, page);
    if (this.#takeSeen(keyOf(entry.method, entry.url))) return [];
    // Chromium gives this name also to what the network saw fail; a request that it never saw was a service worker's.
    const worker = entry.status === 0 && entry.error === 'net::ERR_FAILED' && !entry.isPreflight;
    return worker && entry.startedAt >= this.#since ? this.#told(entry, page) : [];
  }

  #takeSeen(key: string): boolean {
    const count = this.#seen.get(key) ?? 0;
    if (count > 1) this.#seen.set(key, count - 1);
    else this.#seen.delete(key);
    return count > 0;
  }

  #told(entry: HarEntry, page: string): readonly WireEvent[] {
    this.#last += 1;
    const id = `devtools-${this.#last}`;
    const start = { id, time: entry.startedAt };
    const end = { id, time: entry.endedAt };
    const { status, responseHeaders: headers } = entry;
    const request: readonly WireEvent[] = [
      {
        ...start,
        type: 'request',
        method: entry.method,
        url: entry.url,
        resourceType: harResourceType(entry),
        initiator: unseenInitiator(entry, page) ?? (URL.canParse(page) ? serializeOrigin(page) : null),
        scope: '',
        isPreflight: false,
        preflightOf: null,
      },
      { ...start, type: 'request-headers', headers: entry.requestHeaders, provisional: true },
    ];
    if (entry.fromServiceWorker)
      return [
        ...request,
        { ...end, type: 'response', status, headers, fromCache: false, fromServiceWorker: true },
        { ...end, type: 'completion', body: entry.body },
      ];
    const failure = entry.neverSent
      ? failureOf(entry, page)
      : { error: entry.error ?? '', blockedReason: unseenByNetwork };
    return [...request, { ...end, type: 'failure', ...failure }];
  }
}
