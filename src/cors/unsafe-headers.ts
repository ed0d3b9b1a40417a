import { byteLength } from './bytes.ts';
import { isForbiddenRequestHeader } from './forbidden-header.ts';
import type { HeaderLines } from './headers.ts';
import type { BrowserProfile } from './profile.ts';
import { type RequestHeaderKind, requestHeaderKind } from './request-header-kind.ts';
import { isSafelistedRequestHeader } from './safelisted-header.ts';

/**
 * The names that `Access-Control-Request-Headers` must carry: lower case, sorted by bytes, each once (in Firefox as often as the page
 * appended it). Fetch Standard §2.2.2,
 * "CORS-unsafe request-header names". What a page cannot set (`Host`, `Cookie`, `Sec-*` …) is left out, so that the headers of the
 * wire can be given. `User-Agent` can be set by a page: give it only where the page did.
 */
export function unsafeRequestHeaderNames(headers: HeaderLines, profile: BrowserProfile): readonly string[] {
  const unsafe: string[] = [];
  let safelistValueSize = 0;
  for (const [name, value] of headers) {
    const kind = requestHeaderKind(name);
    const standing = standingOf(kind, value, profile);
    if (standing === 'unsafe') unsafe.push(kind.name);
    else if (standing === 'safelisted') safelistValueSize += byteLength(value);
  }
  // "If safelistValueSize is greater than 1024, then for each name of potentiallyUnsafeNames, append name to unsafeNames."
  if (safelistValueSize > 1024) unsafe.push(...new Set(safelistedNames(headers, profile)));
  if (unsafe.every((name, at) => at === 0 || name > (unsafe[at - 1] ?? name))) return unsafe;
  return (profile.unsafeNamesFixedAtStart ? unsafe : [...new Set(unsafe)]).sort(byCodeUnit);
}

function safelistedNames(headers: HeaderLines, profile: BrowserProfile): readonly string[] {
  return headers.flatMap(([name, value]) => {
    const kind = requestHeaderKind(name);
    return standingOf(kind, value, profile) === 'safelisted' ? [kind.name] : [];
  });
}

function standingOf(
  { name, kind }: RequestHeaderKind,
  value: string,
  profile: BrowserProfile,
): 'not-the-pages' | 'safelisted' | 'unsafe' {
  if (kind === 'forbidden' || (name === 'user-agent' && profile.userAgentIgnored)) return 'not-the-pages';
  if (kind === 'unsafe') return 'unsafe';
  if (kind === 'override') return isForbiddenRequestHeader(name, value) ? 'not-the-pages' : 'unsafe';
  return isSafelistedRequestHeader(name, value, profile) ? 'safelisted' : 'unsafe';
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
