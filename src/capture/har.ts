import { headerValue } from '../cors/index.ts';
import { type Browser, profileOf, type WireEvent } from '../exchange/index.ts';
import { type ChainEntry, followRedirects } from './har-chain.ts';
import { type HarEntry, isObject, type JsonObject, readEntry } from './har-entry.ts';
import type { HarFault } from './har-fault.ts';
import { ownMember, takeOwn } from './har-own.ts';
import { harResourceType } from './har-type.ts';
import { failureOf, unseenInitiator } from './har-unseen.ts';
import { parseJson } from './parse-json.ts';
import { SharedLines } from './shared-lines.ts';
import type { StoredExchange } from './stored/exchange.ts';

export type DecodedHar = ({ readonly ok: true } & ReadHar) | { readonly ok: false; readonly fault: HarFault };

/** What a HAR holds. */
export interface ReadHar {
  /** Made as they are asked for, and anew each time: of a large file they are millions, and are looked at once. */
  readonly events: Iterable<WireEvent>;
  /** Exchanges that we wrote ourselves, whole as they were; `events` are of all other entries. */
  readonly stored: readonly StoredExchange[];
  readonly browser: Browser;
  readonly lost: { readonly credentials: boolean; readonly template: string | null };
}

/**
 * Decodes the text of a HAR 1.2 file: Chrome's (with its `_` members), Firefox's, or anyone's. Never throws.
 * Events come entry by entry in order of the entries' starts; the hops of a redirect share an id.
 */
export function decodeHar(text: string): DecodedHar {
  const json = parseJson(text);
  if ('fault' in json) return { ok: false, fault: json.fault };
  const har = readHar(json.value);
  return 'reason' in har ? { ok: false, fault: har } : { ok: true, ...har };
}

/** The same of a text that was parsed. */
export function readHar(har: unknown): ReadHar | HarFault {
  if (!isObject(har) || !isObject(har.log)) return { reason: 'not-har', missing: 'log' };
  const { log } = har;
  if (!Array.isArray(log.entries)) return { reason: 'not-har', missing: 'log.entries' };
  const browser = browserOf(log);
  const { stored, taken } = takeOwn(log.entries, browser);
  const shared = new SharedLines();
  const entries: HarEntry[] = [];
  for (const [index, value] of log.entries.entries()) {
    if (taken.has(index)) continue;
    const entry = readEntry(value, shared);
    if ('missing' in entry) return { reason: 'entry', index, field: entry.missing };
    entries.push(entry);
  }
  const own = isObject(log[ownMember]) ? log[ownMember] : {};
  return {
    events: eventsOf(placed(entries, browser, pageUrls(log.pages))),
    stored,
    browser,
    lost: {
      credentials: own.redacted === true,
      template: typeof own.template === 'string' ? own.template : null,
    },
  };
}

/** Chromium's DevTools call themselves WebInspector; Safari's, `WebKit Web Inspector`, are another browser. */
function browserOf(log: JsonObject): Browser {
  const creator = isObject(log.creator) ? log.creator.name : undefined;
  if (creator === 'WebInspector') return 'chromium';
  if (creator === 'Firefox') return 'firefox';
  const { browser: named } = log;
  const told = isObject(named) && isObject(log[ownMember]) ? named.name : undefined;
  return told === 'chromium' || told === 'firefox' ? told : 'unknown';
}

/** Chrome titles a page by its URL. */
function pageUrls(pages: unknown): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const page of Array.isArray(pages) ? pages : [])
    if (isObject(page) && typeof page.id === 'string' && typeof page.title === 'string')
      urls.set(page.id, page.title);
  return urls;
}

/** Each entry with its id and its times, in order of its start. */
function placed(
  entries: readonly HarEntry[],
  browser: Browser,
  pages: ReadonlyMap<string, string>,
): readonly Placed[] {
  const order = entries.map((entry, index) => ({ entry, index }));
  order.sort((a, b) => a.entry.startedAt - b.entry.startedAt || a.index - b.index);
  const followed = followRedirects(
    order.filter(({ entry }) => !isPreflight(entry)),
    profileOf(browser),
  );
  const continued = new Set([...followed.values()].map(({ next }) => next));
  const all: Placed[] = [];
  for (const each of order) {
    if (continued.has(each)) continue;
    const id = `har-${each.index}`;
    let notBefore = 0;
    for (let hop: ChainEntry | null = each; hop !== null; ) {
      const { entry } = hop;
      const onward = followed.get(hop);
      const page = pages.get(entry.page) ?? '';
      const target = onward?.target ?? null;
      const startedAt = Math.max(entry.startedAt, notBefore);
      const endedAt = Math.max(entry.endedAt, notBefore);
      all.push({ entry, id, isPreflight: isPreflight(entry), browser, page, target, startedAt, endedAt });
      notBefore = endedAt;
      hop = onward?.next ?? null;
    }
  }
  // Stable, so that the hops of a chain keep their order.
  return all.sort((a, b) => a.startedAt - b.startedAt);
}

const eventsOf = (entries: readonly Placed[]): Iterable<WireEvent> => ({
  *[Symbol.iterator]() {
    for (const entry of entries) yield* eventsOfEntry(entry);
  },
});

const isPreflight = (entry: HarEntry): boolean =>
  entry.isPreflight ||
  (entry.method === 'OPTIONS' && headerValue(entry.requestHeaders, 'access-control-request-method') !== null);

interface Placed {
  readonly entry: HarEntry;
  readonly id: string;
  readonly isPreflight: boolean;
  readonly browser: Browser;
  /** The page's URL; empty where the file does not tell. */
  readonly page: string;
  readonly target: string | null;
  /** Dates are rounded, durations are not: a hop never starts before the one that led to it has ended. */
  readonly startedAt: number;
  readonly endedAt: number;
}

type RequestEvent = Extract<WireEvent, { type: 'request' }>;

/** Written out without spreads: of a large file these are the most objects, and an engine lays out best what is made at once. */
function* eventsOfEntry({
  entry,
  id,
  isPreflight,
  browser,
  page,
  target,
  startedAt,
  endedAt,
}: Placed): Generator<WireEvent> {
  const { status, requestHeaders, responseHeaders: headers } = entry;
  const request: { -readonly [Member in keyof RequestEvent]: RequestEvent[Member] } = {
    type: 'request',
    id,
    time: startedAt,
    method: entry.method,
    url: entry.url,
    resourceType: harResourceType(entry),
    initiator: unseenInitiator(entry, page),
    scope: entry.page,
    isPreflight,
    preflightOf: null,
  };
  // DevTools names no page for what another target sent: a worker's heads on the wire are told to none.
  if (browser === 'chromium' && entry.page !== '') request.headsShown = true;
  yield request;
  const provisional = browser === 'chromium' ? !entry.hasHost : status === 0;
  yield { type: 'request-headers', id, time: startedAt, headers: requestHeaders, provisional };
  if (target !== null) {
    yield { type: 'redirect', id, time: endedAt, status, headers, location: target };
    return;
  }
  if (status !== 0) {
    const { fromCache } = entry;
    const response = { type: 'response' as const, id, time: endedAt, status, headers, fromCache };
    yield entry.fromServiceWorker ? { ...response, fromServiceWorker: true } : response;
  }
  if (entry.error !== null) yield { type: 'failure', id, time: endedAt, ...failureOf(entry, page) };
  else yield { type: 'completion', id, time: endedAt, body: entry.body };
}
