import type { CorsErrorCode, RequestMode } from '../cors/index.ts';
import type { Exchange } from './exchange.ts';
import { observe } from './observed.ts';
import { needsOf } from './owed.ts';
import { profileOf } from './profile-of.ts';
import type { Reported } from './told.ts';
import type { Judgement } from './verdict.ts';
import type { Ending } from './walk.ts';

/** Codes that no message shows: they come from the page's settings or from the network's address space. */
const fromElsewhere: ReadonlySet<CorsErrorCode | null> = new Set<CorsErrorCode | null>([
  'DisallowedByMode',
  'CorsDisabledScheme',
  'NoCorsRedirectModeNotFollow',
  'InsecureLocalNetwork',
  'InvalidLocalNetworkAccess',
  'LocalNetworkAccessPermissionDenied',
]);

/**
 * Whether the browser refused for what no message here shows: the codes above, or a shared worker's preflight that was
 * not told. Chromium tells the debugger nothing of those (measured in version 156), and the network may not be ours to
 * listen to. Any other preflight is told: where it is missing we lost it, and that must be counted.
 */
export function refusedUnseen({ reported, hops, cachedPreflight, requester, source }: Exchange): boolean {
  if (reported === null) return false;
  if (fromElsewhere.has(reported.code)) return true;
  if (source !== 'debugger' || requester !== 'shared-worker') return false;
  const shown = cachedPreflight !== null || hops.some((hop) => hop.preflight !== null);
  return !shown && isOfPreflight(reported);
}

/** Every reason code of a preflight, and no other, says so in its name. */
export const isOfPreflight = ({ name }: Reported): boolean => name.includes('Preflight');

/**
 * Our endings, one per credentials mode that is possible, beside the browser's word. They agree where one of them says
 * what the browser says; nothing that the browser was seen to do is used here, so that agreement proves something.
 */
export function disagreementOf(
  exchange: Exchange,
  endings: readonly Ending[],
  mode: RequestMode | null,
): Judgement['disagreement'] {
  const { reported } = exchange;
  const [first] = endings;
  if (first === undefined) return null;
  const computed = first.outcome === 'blocked' ? first.refusal.code : 'allowed';
  if (reported === null) {
    // A no-cors POST carries Origin too: where nothing tells the mode, passing proves nothing.
    const asked = mode !== null && observe(exchange).end === 'passed' && exchange.source === 'debugger';
    if (!asked || endings.some((ending) => ending.outcome !== 'blocked')) return null;
    return { computed, reported: null };
  }
  if (refusedUnseen(exchange)) return null;
  const same = endings.flatMap((ending) =>
    ending.outcome === 'blocked' && ending.refusal.code === reported.code ? [ending] : [],
  );
  const [nearest] = same;
  if (nearest === undefined) return { computed, reported: reported.name };
  if (same.some((ending) => sameParameter(ending, reported, exchange))) return null;
  const parameters = { computed: nearest.refusal.parameter, reported: reported.parameter };
  return { computed: nearest.refusal.code, reported: reported.name, parameters };
}

type Blocked = Extract<Ending, { outcome: 'blocked' }>;

/** Whether the browser names the same culprit, as far as the wire can tell. */
function sameParameter({ refusal, hop }: Blocked, reported: Reported, exchange: Exchange): boolean {
  if (refusal.parameter === reported.parameter) return true;
  // Bytes beyond ASCII are decoded differently in headers and in reasons.
  if (/[^\x20-\x7e]/.test(refusal.parameter + reported.parameter)) return true;
  if (refusal.code !== 'HeaderDisallowedByPreflightResponse') return false;
  // Of several refused headers Chromium names the first of a hash table's order, which no capture shows.
  const at = exchange.hops[hop];
  if (at === undefined) return false;
  const { headers } = needsOf(at, exchange.resourceType, profileOf(exchange.browser));
  return headers.includes(reported.parameter.toLowerCase());
}
