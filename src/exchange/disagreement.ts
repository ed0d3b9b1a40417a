import type { CorsErrorCode } from '../cors/index.ts';
import type { Exchange } from './exchange.ts';
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
 * Whether the browser refused for what no message here shows: the codes above, or a preflight that the source never
 * told (Chromium tells the debugger nothing of shared workers' preflights, measured in version 156).
 */
export function refusedUnseen({ reported, hops, cachedPreflight }: Exchange): boolean {
  if (reported === null) return false;
  if (fromElsewhere.has(reported.code)) return true;
  const shown = cachedPreflight !== null || hops.some((hop) => hop.preflight !== null);
  return !shown && isPreflightCode(reported.code);
}

/** Every reason code of a preflight, and no other, says so in its name. */
export function isPreflightCode(code: CorsErrorCode | null): boolean {
  return code?.includes('Preflight') ?? false;
}

/**
 * Our endings, one per credentials mode that is possible, beside the browser's word. They agree where one of them says
 * what the browser says; nothing that the browser was seen to do is used here, so that agreement proves something.
 */
export function disagreementOf(exchange: Exchange, endings: readonly Ending[]): Judgement['disagreement'] {
  const { reported, source, state, error } = exchange;
  const [first] = endings;
  if (first === undefined) return null;
  const computed = first.outcome === 'blocked' ? first.refusal.code : 'allowed';
  if (reported !== null) {
    if (refusedUnseen(exchange)) return null;
    const agrees = endings.some(
      (ending) => ending.outcome === 'blocked' && ending.refusal.code === reported.code,
    );
    return agrees ? null : { computed, reported: reported.name };
  }
  const passed = source === 'debugger' && state === 'settled' && error === null;
  if (!passed || endings.some((ending) => ending.outcome !== 'blocked')) return null;
  return { computed, reported: null };
}
