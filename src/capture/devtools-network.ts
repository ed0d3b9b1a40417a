import { headerValue, serializeOrigin } from '../cors/index.ts';
import { unseenByNetwork, type WireEvent } from '../exchange/index.ts';
import { UnsentRequests } from './devtools-unsent.ts';
import { type HarEntry, readEntry } from './har-entry.ts';
import { harResourceType } from './har-type.ts';
import { failureOf, unseenInitiator } from './har-unseen.ts';
import { SharedLines } from './shared-lines.ts';

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
  readonly #isFirefox: boolean;
  readonly #unsent = new UnsentRequests();
  readonly #shared = new SharedLines();
  #last = 0;

  constructor(since: number, browser: 'chromium' | 'firefox' = 'chromium') {
    this.#since = since;
    this.#isFirefox = browser === 'firefox';
  }

  /** Takes what webRequest told, so that no request is told twice. */
  wire(events: readonly WireEvent[]): void {
    for (const event of events) {
      const isNew = this.#unsent.take(event);
      if (event.type !== 'request' || (this.#isFirefox && !isNew)) continue;
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
    const entry = readEntry(value, this.#shared);
    if ('missing' in entry) return [];
    if (this.#isFirefox) return this.#finishedInFirefox(entry, page);
    if (entry.neverSent || entry.fromServiceWorker) return this.#told(entry, page);
    if (this.#takeSeen(keyOf(entry.method, entry.url))) return [];
    // Chromium gives this name also to what the network saw fail; a request that it never saw was a service worker's.
    const worker = entry.status === 0 && entry.error === 'net::ERR_FAILED' && !entry.isPreflight;
    return worker && entry.startedAt >= this.#since ? this.#told(entry, page) : [];
  }

  /**
   * Firefox's webRequest announces what a service worker takes, and never tells its end; of what the page's policies stop
   * it tells nothing. Its entries name no cause (both measured in Firefox 153).
   */
  #finishedInFirefox(entry: HarEntry, page: string): readonly WireEvent[] {
    const taken = this.#unsent.end(entry.method, entry.url);
    if (this.#takeSeen(keyOf(entry.method, entry.url)))
      return taken === null ? [] : endOf(taken, { ...entry, fromServiceWorker: entry.status > 0 });
    const isStopped = entry.untimed && entry.startedAt >= this.#since;
    return isStopped ? this.#told({ ...entry, neverSent: true, resourceType: typeOf(entry) }, page) : [];
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
    return [
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
      ...(entry.neverSent ? stopped(id, entry, page) : endOf(start, entry)),
    ];
  }
}

/** Firefox gives what it stopped no `Sec-Fetch-*`; fetch and XHR then differ from other loads by their `Origin`. */
function typeOf({ requestHeaders }: HarEntry): string {
  if (headerValue(requestHeaders, 'origin') === null) return '';
  return /\bfont/.test(headerValue(requestHeaders, 'accept') ?? '') ? 'font' : 'fetch';
}

/** How a call ended that the browser itself stopped. */
const stopped = (id: string, entry: HarEntry, page: string): readonly WireEvent[] => [
  { id, time: entry.endedAt, type: 'failure', ...failureOf(entry, page) },
];

/** How a call ended that the network never saw: a service worker's answer, or its error. */
function endOf(
  { id, time }: { readonly id: string; readonly time: number },
  entry: HarEntry,
): readonly WireEvent[] {
  // The two sources' clocks differ by a little; no end is before its start.
  const end = { id, time: Math.max(time, entry.endedAt) };
  const { status, responseHeaders: headers, body } = entry;
  if (!entry.fromServiceWorker)
    return [{ ...end, type: 'failure', error: entry.error ?? '', blockedReason: unseenByNetwork }];
  return [
    { ...end, type: 'response', status, headers, fromCache: false, fromServiceWorker: true },
    { ...end, type: 'completion', body },
  ];
}
