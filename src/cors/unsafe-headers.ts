import { byteLength } from './bytes.ts';
import { isForbiddenRequestHeader } from './forbidden-header.ts';
import type { HeaderLines } from './headers.ts';
import type { BrowserProfile } from './profile.ts';
import { requestHeaderKind } from './request-header-kind.ts';
import { isSafelistedRequestHeader } from './safelisted-header.ts';

/**
 * The names that `Access-Control-Request-Headers` must carry: lower case, sorted by bytes, each once (in Firefox as often as the page
 * appended it). Fetch Standard §2.2.2,
 * "CORS-unsafe request-header names". What a page cannot set (`Host`, `Cookie`, `Sec-*` …) is left out, so that the headers of the
 * wire can be given. `User-Agent` can be set by a page: give it only where the page did.
 */
export function unsafeRequestHeaderNames(headers: HeaderLines, profile: BrowserProfile): readonly string[] {
  const unsafe: string[] = [];
  const potentiallyUnsafe: string[] = [];
  let safelistValueSize = 0;
  for (const [name, value] of headers) {
    const { name: lower, kind } = requestHeaderKind(name);
    if (kind === 'forbidden') continue;
    if (lower === 'user-agent' && profile.userAgentIgnored) continue;
    if (kind === 'by-value' && isForbiddenRequestHeader(lower, value)) continue;
    if (kind === 'by-value' && isSafelistedRequestHeader(lower, value, profile)) {
      potentiallyUnsafe.push(lower);
      safelistValueSize += byteLength(value);
    } else {
      unsafe.push(lower);
    }
  }
  // "If safelistValueSize is greater than 1024, then for each name of potentiallyUnsafeNames, append name to unsafeNames."
  const names = safelistValueSize > 1024 ? [...unsafe, ...new Set(potentiallyUnsafe)] : unsafe;
  if (names.length < 2) return names;
  return (profile.unsafeNamesFixedAtStart ? names : [...new Set(names)]).sort(byCodeUnit);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
