import type { CorsErrorCode } from '../cors/index.ts';
import type { Exchange } from './exchange.ts';
import type { Judgement } from './verdict.ts';
import type { Ending } from './walk.ts';

/** Codes that no message shows: they come from the page's settings or from the network's address space. */
export const fromElsewhere: ReadonlySet<CorsErrorCode | null> = new Set<CorsErrorCode | null>([
  'DisallowedByMode',
  'CorsDisabledScheme',
  'NoCorsRedirectModeNotFollow',
  'InsecureLocalNetwork',
  'InvalidLocalNetworkAccess',
  'LocalNetworkAccessPermissionDenied',
]);

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
    if (fromElsewhere.has(reported.code)) return null;
    const agrees = endings.some(
      (ending) => ending.outcome === 'blocked' && ending.refusal.code === reported.code,
    );
    return agrees ? null : { computed, reported: reported.name };
  }
  const passed = source === 'debugger' && state === 'settled' && error === null;
  if (!passed || endings.some((ending) => ending.outcome !== 'blocked')) return null;
  return { computed, reported: null };
}
