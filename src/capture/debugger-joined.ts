import type { HeaderLines } from '../cors/index.ts';
import type { WireEvent } from '../exchange/index.ts';
import type { DebuggerClock } from './debugger-clock.ts';
import { decidingHead } from './debugger-headers.ts';

/** What `requestWillBeSentExtraInfo` says: the wire's own headers, and whether cookies of the host were considered. */
export interface WireSent {
  readonly headers: HeaderLines;
  readonly cookies: boolean;
}

/** What `responseReceivedExtraInfo` says: the wire's own head. */
export interface WireReceived extends WireSent {
  readonly status: number;
}

/** A response head as it was handed to the page: after extensions and caches. */
export interface PageReceived {
  readonly status: number;
  readonly headers: HeaderLines;
  readonly fromCache: boolean;
  readonly fromServiceWorker: boolean;
  /** The page has it; a redirect's it never has. */
  readonly passed: boolean;
}

interface HopSeen {
  readonly method: string;
  readonly url: string;
  readonly provisional: HeaderLines;
  head: PageReceived | null;
  /** Whether ExtraInfo comes for it; null while that is not told. */
  hasExtra: boolean | null;
  toldSent: WireSent | null | undefined;
  toldReceived: WireReceived | null;
  toldHead: PageReceived | null;
  toldCookies: boolean;
}

/** How many hops and ExtraInfos of one request are kept: browsers follow 20 redirects. */
export const mostHops = 64;

/**
 * One request, whose ExtraInfos carry neither time nor hop and may come at any moment: the n-th belongs to the n-th hop
 * that has any. Whatever the order, the same events in it end in the same words: each change is told as a whole, by hop.
 */
export class JoinedRequest {
  readonly #hops: HopSeen[] = [];
  readonly #sent: WireSent[] = [];
  readonly #received: WireReceived[] = [];
  ended = false;
  /** The page's own memory answered, as `Network.requestServedFromCache` tells before the response. */
  isFromMemory = false;

  constructor(
    readonly id: string,
    readonly session: string,
    readonly raw: string,
    readonly clock: DebuggerClock,
  ) {}

  get hops(): number {
    return this.#hops.length;
  }

  /** Whether a further `request` is this one again, as another session may show it. */
  isRepeatedBy(method: string, url: string): boolean {
    const last = this.#hops[this.#hops.length - 1];
    return last?.method === method && last.url === url;
  }

  beginHop(seen: Pick<HopSeen, 'method' | 'url'> & { readonly headers: HeaderLines }): void {
    this.#hops.push({
      method: seen.method,
      url: seen.url,
      provisional: seen.headers,
      head: null,
      hasExtra: null,
      toldSent: undefined,
      toldReceived: null,
      toldHead: null,
      toldCookies: false,
    });
  }

  /** The head of the hop now under way, and whether ExtraInfo comes for that hop. */
  setHead(head: PageReceived, hasExtra: boolean | null): void {
    const hop = this.#hops[this.#hops.length - 1];
    if (hop === undefined) return;
    hop.head = head;
    hop.hasExtra = hasExtra;
  }

  addSent(sent: WireSent): void {
    if (this.#sent.length < mostHops) this.#sent.push(sent);
  }

  addReceived(received: WireReceived): void {
    if (this.#received.length < mostHops) this.#received.push(received);
  }

  /** What has changed since it was told last. */
  tell(): readonly WireEvent[] {
    const events: WireEvent[] = [];
    let nth = 0;
    for (const [index, hop] of this.#hops.entries()) {
      const none = hop.hasExtra === false;
      const sent = none ? null : this.#nth(this.#sent, nth, index);
      const received = none ? null : this.#nth(this.#received, nth, index);
      if (!none) nth += 1;
      const base = { id: this.id, time: this.clock.now, hop: index };
      if (sent !== hop.toldSent) {
        hop.toldSent = sent;
        const headers = sent?.headers ?? hop.provisional;
        events.push({ ...base, type: 'request-headers', headers, provisional: sent === null });
      }
      if (received !== hop.toldReceived || hop.head !== hop.toldHead) {
        hop.toldReceived = received;
        hop.toldHead = hop.head;
        events.push({ ...base, type: 'response', ...headOf(hop.head, received) });
      }
      // Until its place is sure: a word on credentials cannot be taken back.
      const isSure = hop.hasExtra !== null || this.ended;
      if (isSure && !hop.toldCookies && (sent?.cookies === true || received?.cookies === true)) {
        hop.toldCookies = true;
        events.push({ ...base, type: 'credentials', credentials: 'include' });
      }
    }
    return events;
  }

  /** The head of the hop now under way, as told last. */
  get head(): { readonly status: number; readonly headers: HeaderLines } {
    const hop = this.#hops[this.#hops.length - 1];
    return headOf(hop?.toldHead ?? null, hop?.toldReceived ?? null);
  }

  /** A hop that the server made the browser repeat (authentication) has several: the last is the one that counts. */
  #nth<T>(list: readonly T[], nth: number, index: number): T | null {
    const hop = this.#hops[index];
    const isLast = index === this.#hops.length - 1 && (this.ended || hop?.head !== null);
    return (isLast && list.length > nth ? list[list.length - 1] : list[nth]) ?? null;
  }
}

function headOf(head: PageReceived | null, received: WireReceived | null) {
  const page = head ?? { status: 0, headers: [], fromCache: false, fromServiceWorker: false, passed: false };
  const { status, headers } =
    received === null ? page : head === null ? received : decidingHead(received, head);
  return {
    status,
    headers,
    fromCache: page.fromCache,
    ...(page.fromServiceWorker ? { fromServiceWorker: true as const } : {}),
    ...(page.passed ? { passed: true as const } : {}),
  };
}
