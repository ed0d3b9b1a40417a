import type { Browser } from '../exchange/index.ts';
import { isObject, type JsonObject } from './har-entry.ts';
import { readStoredExchange, type StoredExchange } from './stored/exchange.ts';
import { Fields } from './stored/fields.ts';

/** The member of a HAR's log and entries in which we keep what HAR has no field for. */
export const ownMember = '_corsInspector';

/** An entry that we wrote: of which exchange it is, and where in it. */
interface OwnEntry {
  readonly entry: JsonObject;
  readonly own: JsonObject;
  readonly index: number;
  readonly hop: number;
}

/** More hops than any browser follows. */
const mostHops = 64;

/**
 * Puts together again the exchanges of which all is there that we wrote; entries that someone changed or took apart are
 * left to be read like anyone's. `taken` are the places of the entries that were used.
 */
export function takeOwn(
  entries: readonly unknown[],
  browser: Browser,
): { readonly stored: readonly StoredExchange[]; readonly taken: ReadonlySet<number> } {
  const groups = new Map<string, OwnEntry[]>();
  for (const [index, entry] of entries.entries()) {
    const own = isObject(entry) ? entry[ownMember] : undefined;
    if (!isObject(entry) || !isObject(own) || typeof own.exchange !== 'string') continue;
    const hop = typeof own.hop === 'number' && Number.isInteger(own.hop) ? own.hop : -1;
    const group = groups.get(own.exchange) ?? [];
    groups.set(own.exchange, group);
    group.push({ entry, own, index, hop });
  }
  const stored: StoredExchange[] = [];
  const taken = new Set<number>();
  for (const [id, group] of groups) {
    const exchange = together(id, group, browser);
    if (exchange === null) continue;
    stored.push(exchange);
    for (const { index } of group) taken.add(index);
  }
  return { stored, taken };
}

function together(id: string, group: readonly OwnEntry[], browser: Browser): StoredExchange | null {
  const facts = group.map(({ own }) => own.facts).find(isObject);
  const hopCount = facts?.hops;
  if (facts === undefined || typeof hopCount !== 'number') return null;
  if (!Number.isInteger(hopCount) || hopCount < 1 || hopCount > mostHops) return null;
  const hops = Array.from({ length: hopCount }, (_, hop) => hopOf(group.filter((each) => each.hop === hop)));
  if (hops.includes(null)) return null;
  const faults: string[] = [];
  const read = readStoredExchange(new Fields({ ...facts, id, hops }, '', faults), browser);
  return faults.length === 0 ? read : null;
}

function hopOf(entries: readonly OwnEntry[]): JsonObject | null {
  const ofRole = (role: string): OwnEntry | undefined => entries.find(({ own }) => own.role === role);
  const preflight = ofRole('preflight');
  const actual = ofRole('actual');
  const first = actual ?? preflight ?? ofRole('none');
  if (first === undefined || !isObject(first.entry.request)) return null;
  return {
    url: first.entry.request.url,
    preflight: preflight === undefined ? null : messagesOf(preflight),
    actual: actual === undefined ? null : messagesOf(actual),
  };
}

function messagesOf({ entry, own }: OwnEntry): JsonObject {
  const request = isObject(entry.request) ? entry.request : {};
  const response = isObject(entry.response) ? entry.response : {};
  const { headersKnown, startedAt, endedAt, error, fromCache } = own;
  return {
    request: { ...request, headers: pairsOf(request.headers), headersKnown },
    response:
      own.answered === true
        ? { status: response.status, headers: pairsOf(response.headers), fromCache }
        : null,
    startedAt,
    endedAt,
    error,
  };
}

/** HAR's objects as pairs; what is none stays, and is told as a fault by who reads it. */
function pairsOf(headers: unknown): unknown {
  if (!Array.isArray(headers)) return headers;
  return headers.map((line: unknown) => (isObject(line) ? [line.name, line.value] : line));
}
