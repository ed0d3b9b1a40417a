import { headerTokens, headerValue, isCrossOrigin } from '../cors/index.ts';
import { requesterOrigin, taints } from './origin.ts';
import { firstHop, type HopTrack, type Track } from './track.ts';

/**
 * Pairing: a preflight and its actual request have different ids. Where the source does not tell, they belong together
 * by URL, method (`Access-Control-Request-Method`, case kept), origin, document and time. Twins that agree in all of
 * these are paired first come, first served: nothing tells them apart, and nothing hangs on it.
 */

/** How many candidates are looked at for one preflight: twins that overlap in time are few. */
export const lookAt = 64;

const hopKey = (hop: HopTrack): string => `${hop.method} ${hop.url}`;

/** The method of the hops that a preflight can belong to; null while its headers are not known. */
export function preflightMethod(preflight: Track): string | null {
  const hop = firstHop(preflight);
  return hop === undefined ? null : headerValue(hop.headers, 'access-control-request-method');
}

/** The key of the hops that a preflight can belong to; null while its headers are not known. */
function preflightKey(preflight: Track): string | null {
  const method = preflightMethod(preflight);
  return method === null ? null : `${method} ${firstHop(preflight)?.url}`;
}

/** Whether nothing speaks against this preflight being this hop's. Time is not looked at. */
export function fits(hop: HopTrack, preflight: Track): boolean {
  const { track } = hop;
  const head = firstHop(preflight);
  if (head === undefined || track === preflight) return false;
  if (track.scope !== '' && preflight.scope !== '' && track.scope !== preflight.scope) return false;
  const own = requesterOrigin(track);
  if (own !== null) {
    const urls = track.hops.slice(0, track.hops.indexOf(hop) + 1).map(({ url }) => url);
    // Main fetch asks for no preflight before the first URL of another origin.
    if (!isCrossOrigin(own, urls)) return false;
    const wanted = headerValue(head.headers, 'origin') ?? own;
    if (wanted !== own && !(wanted === 'null' && taints(urls, own).at(-1) === true)) return false;
  }
  return !hop.headersKnown || holdsAsked(track, head);
}

/**
 * Whether a hop of which only provisional headers are known shows some, but not those that the preflight asks for: a page's own
 * headers are nearly always among them.
 */
export function lacksAsked(hop: HopTrack, preflight: Track): boolean {
  const head = firstHop(preflight);
  if (hop.headersKnown || hop.headers.length === 0 || head === undefined) return false;
  return !holdsAsked(hop.track, head);
}

/** Whether a request's headers are all there that a preflight asks for. */
function holdsAsked(track: Track, head: HopTrack): boolean {
  const asked = headerTokens(head.headers, 'access-control-request-headers');
  if (asked === null || asked === 'invalid') return true;
  const missing = new Set(asked.map((name) => name.toLowerCase()));
  // Firefox goes on asking for headers that a redirect took off.
  for (const { headers } of track.hops) {
    for (const [name] of headers) {
      if (missing.size === 0) return true;
      missing.delete(name.toLowerCase());
    }
  }
  return missing.size === 0;
}

export function pair(hop: HopTrack, preflight: Track): void {
  hop.preflight = preflight;
  preflight.pairedWith = hop;
}

/** Hops that still wait for a preflight, as events arrive: constant time per event. */
export class OpenHops {
  readonly #byKey = new Map<string, Set<HopTrack>>();

  add(hop: HopTrack): void {
    const key = hopKey(hop);
    const open = this.#byKey.get(key);
    if (open === undefined) this.#byKey.set(key, new Set([hop]));
    else open.add(hop);
  }

  delete(hop: HopTrack): void {
    const key = hopKey(hop);
    const open = this.#byKey.get(key);
    open?.delete(hop);
    if (open?.size === 0) this.#byKey.delete(key);
  }

  /** The first open hop that fits. */
  find(preflight: Track): HopTrack | null {
    const key = preflightKey(preflight);
    let looked = 0;
    for (const hop of (key === null ? undefined : this.#byKey.get(key)) ?? []) {
      if (fits(hop, preflight)) return hop;
      looked += 1;
      if (looked === lookAt) break;
    }
    return null;
  }

  get size(): number {
    let size = 0;
    for (const open of this.#byKey.values()) size += open.size;
    return size;
  }

  clear(): void {
    this.#byKey.clear();
  }
}
