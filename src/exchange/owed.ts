import {
  type BrowserProfile,
  type HeaderLines,
  isSafelistedMethod,
  preflightAsks,
  tokenList,
  unsafeRequestHeaderNames,
} from '../cors/index.ts';
import type { Exchange, Hop } from './exchange.ts';

/**
 * Request headers that browsers add on the wire by themselves, after the decision on a preflight: `Cache-Control` and
 * `Pragma` with "Disable cache", conditions of a revalidation, the rest of their own accord.
 */
const addedByBrowsers = new Set([
  'cache-control',
  'pragma',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
  'user-agent',
  'purpose',
  'priority',
  'upgrade-insecure-requests',
  'dnt',
  'save-data',
  'x-client-data',
]);

/** What a request needs a preflight to allow, read off the wire where no preflight was seen to tell it exactly. */
export function unsafeNamesOnWire(
  headers: HeaderLines,
  resourceType: Exchange['resourceType'],
  profile: BrowserProfile,
): readonly string[] {
  const names = unsafeRequestHeaderNames(headers, profile);
  if (names.length === 0) return names;
  return names.filter(
    (name) => !addedByBrowsers.has(name) && !(name === 'range' && resourceType === 'media'),
  );
}

const none: readonly string[] = [];

export interface Needs {
  readonly method: string;
  readonly headers: readonly string[];
}

/** The method and the unsafe header names of a hop: exactly as its preflight asked, else as the wire shows. */
export function needsOf(hop: Hop, resourceType: Exchange['resourceType'], profile: BrowserProfile): Needs {
  if (last.hop !== hop || last.resourceType !== resourceType || last.profile !== profile) {
    last.needs = needsAsked(hop) ?? needsOnWire(hop, resourceType, profile);
    last.hop = hop;
    last.resourceType = resourceType;
    last.profile = profile;
  }
  return last.needs;
}

/** What was asked last, and the answer: one exchange's judgement asks the same several times in a row. */
const last: {
  hop: Hop | null;
  resourceType: Exchange['resourceType'] | null;
  profile: BrowserProfile | null;
  needs: Needs;
} = { hop: null, resourceType: null, profile: null, needs: { method: 'GET', headers: none } };

function needsAsked({ preflight, actual }: Hop): Needs | null {
  if (preflight === null) return null;
  const { acrm, acrh } = preflightAsks(preflight.request.headers);
  const asked = acrh === null ? 'invalid' : tokenList(acrh).names;
  return { method: acrm ?? actual?.request.method ?? 'GET', headers: asked === 'invalid' ? none : asked };
}

function needsOnWire(
  { actual }: Hop,
  resourceType: Exchange['resourceType'],
  profile: BrowserProfile,
): Needs {
  if (actual === null) return { method: 'GET', headers: none };
  return {
    method: actual.request.method,
    headers: unsafeNamesOnWire(actual.request.headers, resourceType, profile),
  };
}

/** Whether needs like these owe a preflight (HTTP fetch, "make a CORS preflight"). */
export const owesPreflight = (needs: Needs): boolean =>
  !isSafelistedMethod(needs.method) || needs.headers.length > 0;
