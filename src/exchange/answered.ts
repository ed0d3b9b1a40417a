import { type BrowserProfile, maxAge, preflightCheck } from '../cors/index.ts';
import type { Exchanged } from './message.ts';
import type { Needs } from './owed.ts';

/** How many earlier preflights of one URL are looked at: a cache keeps one or two. */
const kept = 4;

/** Whether this answer, were it still cached, covers these needs. Credentials are not on the wire: either mode will do. */
function covers(preflight: Exchanged, origin: string, needs: Needs, profile: BrowserProfile): boolean {
  const { response } = preflight;
  if (response === null) return false;
  const headers = profile.cachedWildcardHits
    ? response.headers
    : response.headers.filter(
        ([name, value]) => !(/^access-control-allow-(methods|headers)$/i.test(name) && value === '*'),
      );
  return (['same-origin', 'include'] as const).some(
    (credentials) =>
      preflightCheck(
        {
          origin,
          credentials,
          method: needs.method,
          unsafeHeaders: needs.headers,
          status: response.status,
          headers,
        },
        profile,
      ) === null,
  );
}

/** How many of `known`, sorted by start, started at `time` or before. */
function countUntil(known: readonly Exchanged[], time: number): number {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle]?.startedAt ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The preflights that were seen to be answered, by origin and URL: what a preflight cache may hold. Which of them the
 * browser did keep is not on the wire.
 */
export class AnsweredPreflights {
  readonly #byKey = new Map<string, Exchanged[]>();

  add(origin: string, url: string, preflight: Exchanged): void {
    const key = `${origin} ${url}`;
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, [preflight]);
    else known.splice(countUntil(known, preflight.startedAt), 0, preflight);
  }

  /** The latest earlier preflight that a cache may still have held at `time` and that covers the needs. */
  find(
    request: { readonly origin: string; readonly url: string; readonly time: number; readonly needs: Needs },
    profile: BrowserProfile,
  ): Exchanged | null {
    const known = this.#byKey.get(`${request.origin} ${request.url}`) ?? [];
    const end = countUntil(known, request.time);
    const latest = known.slice(Math.max(0, end - kept), end).reverse();
    return (
      latest.find((each) => {
        const received = each.endedAt ?? each.startedAt;
        const age = each.response === null ? 0 : maxAge(each.response.headers, profile);
        return (
          received <= request.time &&
          request.time < received + age * 1000 &&
          covers(each, request.origin, request.needs, profile)
        );
      }) ?? null
    );
  }

  clear(): void {
    this.#byKey.clear();
  }
}
