import { Latest, type Reported } from '../exchange/index.ts';
import type { DebuggerClock } from './debugger-clock.ts';
import { JoinedRequest, mostHops, type WireReceived, type WireSent } from './debugger-joined.ts';

/** How many requests, and how many ids with ExtraInfo but no request, are kept; the least recent go. */
export interface DebuggerLimits {
  readonly open: number;
  readonly ended: number;
  readonly unjoined: number;
}

export const debuggerLimits: DebuggerLimits = { open: 10_000, ended: 2_000, unjoined: 1_000 };

/** What came for an id before its request. */
export interface Unjoined {
  readonly raw: string;
  readonly sent: WireSent[];
  readonly received: WireReceived[];
  refusal: { readonly refusal: Reported; readonly origin: string | null } | null;
}

/**
 * Requests by CDP's id. Ids are unique in a browser, and one request's events may come in several sessions (a dedicated
 * worker's ExtraInfo comes in its page's), so that an id is looked for in the event's own session first, then in any.
 */
export class DebuggerRequests {
  readonly #bySession = new Map<string, JoinedRequest>();
  readonly #byRaw = new Map<string, JoinedRequest>();
  readonly #unjoined = new Map<string, Unjoined>();
  readonly #open: Latest<JoinedRequest>;
  readonly #ended: Latest<JoinedRequest>;
  readonly #waiting: Latest<Unjoined>;
  #reused = 0;

  constructor(limits: DebuggerLimits) {
    this.#open = new Latest(limits.open);
    this.#ended = new Latest(limits.ended);
    this.#waiting = new Latest(limits.unjoined);
  }

  get size(): number {
    return this.#bySession.size + this.#unjoined.size;
  }

  find(session: string, raw: string): JoinedRequest | undefined {
    return this.#bySession.get(keyOf(session, raw)) ?? this.#byRaw.get(raw);
  }

  /** A new request; one that had its id before is let go, and is never mixed with it. */
  begin(session: string, raw: string, clock: DebuggerClock): JoinedRequest {
    const before = this.#bySession.get(keyOf(session, raw));
    const isTaken = before !== undefined || this.#byRaw.has(raw);
    if (before !== undefined) this.#drop(before);
    if (isTaken) this.#reused += 1;
    const request = new JoinedRequest(isTaken ? `${raw}~${this.#reused}` : raw, session, raw, clock);
    this.#bySession.set(keyOf(session, raw), request);
    this.#byRaw.set(raw, request);
    this.touch(request);
    return request;
  }

  /** Marks a request as the most recent of its kind. */
  touch(request: JoinedRequest): void {
    if (request.ended) this.#open.delete(request);
    const oldest = (request.ended ? this.#ended : this.#open).add(request);
    if (oldest !== undefined) this.#drop(oldest);
  }

  /** The place for what comes before its request; null where there is too much of it. */
  unjoined(raw: string): Unjoined {
    const known = this.#unjoined.get(raw);
    const place = known ?? { raw, sent: [], received: [], refusal: null };
    if (known === undefined) this.#unjoined.set(raw, place);
    const oldest = this.#waiting.add(place);
    if (oldest !== undefined) this.#unjoined.delete(oldest.raw);
    return place;
  }

  /** What came for this id before its request; it is forgotten here. */
  takeUnjoined(raw: string): Unjoined | undefined {
    const place = this.#unjoined.get(raw);
    if (place === undefined) return undefined;
    this.#unjoined.delete(raw);
    this.#waiting.delete(place);
    return place;
  }

  /** The requests of a session that have not ended. */
  openOf(session: string): readonly JoinedRequest[] {
    return [...this.#bySession.values()].filter((each) => each.session === session && !each.ended);
  }

  #drop(request: JoinedRequest): void {
    this.#open.delete(request);
    this.#ended.delete(request);
    const key = keyOf(request.session, request.raw);
    if (this.#bySession.get(key) === request) this.#bySession.delete(key);
    if (this.#byRaw.get(request.raw) === request) this.#byRaw.delete(request.raw);
  }
}

const keyOf = (session: string, raw: string): string => `${session} ${raw}`;

export const addTo = <T>(list: T[], item: T): void => {
  if (list.length < mostHops) list.push(item);
};
