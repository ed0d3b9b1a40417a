import { headerValue } from '../cors/index.ts';
import type { WireEvent } from '../exchange/index.ts';

type RequestEvent = Extract<WireEvent, { type: 'request' }>;

/** One hop of a shared worker's request, as the debugger tells it. */
interface Told {
  readonly id: string;
  readonly hop: number;
  readonly key: string;
  readonly origin: string | null;
  readonly startedAt: number;
  endedAt: number | null;
  answered: boolean;
  preflighted: boolean;
  sent: boolean;
}

/** One request, or its next hop, as the network tells it; `events` wait for the hop that it is of. */
interface Seen {
  readonly begin: RequestEvent;
  events: WireEvent[];
  kind: 'preflight' | 'actual' | null;
  key: string;
  of: Told | null;
}

/** How many hops, and how many requests of the network, are remembered; the oldest go. */
const most = 500;

/** How far the clocks of the debugger and the network may be apart, in ms. */
const skew = 1_000;

/**
 * Chromium's debugger tells of a shared worker's requests neither the preflight nor the wire's own heads (measured in
 * version 156); webRequest does, without a tab. This joins the two, in whatever order they come: by URL, method, origin
 * and time. What belongs to no shared worker that the debugger shows is dropped. Twins are joined first come, first
 * served.
 */
export class WorkerNetwork {
  #told: Told[] = [];
  readonly #seen = new Map<string, Seen>();

  /** How many things it remembers, of all kinds. */
  get kept(): number {
    return this.#told.length + this.#seen.size;
  }

  /** What the debugger told; gives what the network had told of it before. */
  told(events: readonly WireEvent[]): readonly WireEvent[] {
    let began = false;
    for (const event of events) began = this.#follow(event) || began;
    return began ? [...this.#seen.values()].flatMap((seen) => this.#join(seen)) : [];
  }

  /** What webRequest told of no tab; gives what is a shared worker's. */
  seen(events: readonly WireEvent[]): readonly WireEvent[] {
    return events.flatMap((event) => {
      if (event.type === 'request') this.#begin(event);
      const seen = this.#seen.get(event.id);
      if (seen === undefined) return [];
      seen.events.push(event);
      if (event.type === 'request-headers') classify(seen, event);
      return this.#join(seen);
    });
  }

  #begin(event: RequestEvent): void {
    this.#seen.delete(event.id);
    this.#seen.set(event.id, { begin: event, events: [], kind: null, key: '', of: null });
    if (this.#seen.size <= most) return;
    for (const oldest of this.#seen.keys()) {
      this.#seen.delete(oldest);
      return;
    }
  }

  /** Whether a hop began. */
  #follow(event: WireEvent): boolean {
    if (event.type === 'request') {
      if (event.requester !== 'shared-worker' || event.isPreflight) return false;
      this.#told.push({
        id: event.id,
        hop: this.#told.filter(({ id }) => id === event.id).length,
        key: `${event.method} ${event.url}`,
        origin: event.initiator,
        startedAt: event.time,
        endedAt: null,
        answered: false,
        preflighted: false,
        sent: false,
      });
      if (this.#told.length > most) this.#told = this.#told.slice(-most);
      return true;
    }
    if (event.type === 'completion' || event.type === 'failure') {
      for (const told of this.#told) if (told.id === event.id) told.endedAt = event.time;
    } else if (event.type === 'response') {
      for (const told of this.#told)
        if (told.id === event.id && told.hop === (event.hop ?? told.hop)) told.answered = true;
    }
    return false;
  }

  #join(seen: Seen): readonly WireEvent[] {
    seen.of ??= this.#find(seen);
    const { of } = seen;
    if (of === null) return [];
    const { events } = seen;
    seen.events = [];
    return events.flatMap((event) => (seen.kind === 'preflight' ? preflight(event, of) : actual(event, of)));
  }

  #find({ kind, key, begin }: Seen): Told | null {
    if (kind === null) return null;
    const use = kind === 'preflight' ? 'preflighted' : 'sent';
    const found = this.#told.find(
      (told) =>
        told.key === key &&
        !told[use] &&
        (told.origin === null || begin.initiator === null || told.origin === begin.initiator) &&
        begin.time >= told.startedAt - skew &&
        begin.time <= (told.endedAt ?? Number.POSITIVE_INFINITY) + skew,
    );
    if (found !== undefined) found[use] = true;
    return found ?? null;
  }
}

/** No script can set `Access-Control-Request-Method`: an OPTIONS request that has it is a preflight. */
function classify(seen: Seen, event: Extract<WireEvent, { type: 'request-headers' }>): void {
  const { method, url } = seen.begin;
  const acrm = method === 'OPTIONS' ? headerValue(event.headers, 'access-control-request-method') : null;
  seen.kind = acrm === null ? 'actual' : 'preflight';
  seen.key = `${acrm ?? method} ${url}`;
}

function preflight(event: WireEvent, { id }: Told): readonly WireEvent[] {
  const own = { ...event, id: `network ${event.id}` };
  if (own.type !== 'request') return [own];
  return [{ ...own, isPreflight: true, preflightOf: id, requester: 'shared-worker' }];
}

/** The wire's own heads; the debugger tells all else, and its response holds, since it is what the page got. */
function actual(event: WireEvent, { id, hop, answered }: Told): readonly WireEvent[] {
  if (event.type === 'request-headers') return [{ ...event, id, hop }];
  return event.type === 'response' && !answered ? [{ ...event, id, hop }] : [];
}
