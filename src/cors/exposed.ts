import type { HeaderLines } from './headers.ts';
import type { Credentials } from './request.ts';
import { headerTokens } from './tokens.ts';

const safelisted: readonly string[] = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
];
const forbidden: ReadonlySet<string> = new Set(['set-cookie', 'set-cookie2']);

/** Fetch Standard §2.2.2, "CORS-safelisted response-header name" with an empty list: a script reads it anyway. `name` in lower case. */
export function isSafelistedResponseHeader(name: string): boolean {
  return safelisted.includes(name);
}

/** Fetch Standard §2.2.2, "forbidden response-header name": no script reads it, whatever a server lists. `name` in lower case. */
export function isForbiddenResponseHeader(name: string): boolean {
  return forbidden.has(name);
}

/**
 * Lower-case sorted names of the response's headers that a script can read. Fetch Standard §2.2.2 "CORS-safelisted response-header
 * name" and §4.1 "main fetch": the safelisted ones, those that `Access-Control-Expose-Headers` names, all for `*` without
 * credentials; never `Set-Cookie`. A header that does not parse exposes nothing more.
 */
export function exposedHeaderNames(headers: HeaderLines, credentials: Credentials): readonly string[] {
  const aceh = headerTokens(headers, 'access-control-expose-headers');
  const listed = new Set(aceh === null || aceh === 'invalid' ? [] : aceh.map((name) => name.toLowerCase()));
  const all = credentials !== 'include' && listed.has('*');
  const exposed = new Set<string>();
  for (const [name] of headers) {
    const lower = name.toLowerCase();
    if (!forbidden.has(lower) && (all || listed.has(lower) || safelisted.includes(lower))) exposed.add(lower);
  }
  return [...exposed].sort();
}

/** The same where CORS has no say: all but the forbidden ones. Fetch Standard §2.2.6 "basic filtered response". */
export function readableHeaderNames(headers: HeaderLines): readonly string[] {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return [...names].filter((name) => !forbidden.has(name)).sort();
}
