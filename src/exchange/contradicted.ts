import type { RequestMode } from '../cors/index.ts';
import { type Candidate, namesOf } from './candidates.ts';
import type { Exchange } from './exchange.ts';
import { hiddenCodes, hidesBlocked } from './hidden.ts';
import type { Observed } from './observed.ts';
import { plain, type Said, verdictOf } from './said.ts';

/** No candidate explains what the browser did. */
export function contradicted(
  exchange: Exchange,
  end: Observed['end'],
  candidates: readonly Candidate[],
  mode: RequestMode | null,
): { readonly verdict: Said; readonly mode: RequestMode | null } {
  const names = namesOf(candidates);
  // Chromium gives a CORS failure no other name than its general one.
  if (end === 'passed' && exchange.error !== null)
    return { verdict: plain('network-error', 'certain'), mode };
  if (end === 'failed') return { verdict: plain('network-error', 'certain'), mode };
  // A no-cors POST carries Origin, and passes and is redirected whatever the answers say.
  if (mode === null && (end === 'passed' || end === null))
    return { verdict: plain('not-cors', 'assumed', names), mode: 'no-cors' };
  if (end === 'passed') return { verdict: plain('allowed', 'assumed', names), mode };
  // A browser's CORS failure shares its name with other failures: that our own checks pass tells them apart, but only
  // where no message at all came back is there nothing left to doubt.
  if (end === 'refused') {
    const last = exchange.hops[exchange.hops.length - 1];
    const silent = (last?.preflight?.response ?? last?.actual?.response ?? null) === null;
    if (hidesBlocked(exchange)) return { verdict: plain('network-error', 'assumed', hiddenCodes), mode };
    return {
      verdict: plain('network-error', silent ? 'certain' : 'assumed', names),
      mode,
    };
  }
  const [first] = candidates;
  const verdict = first === undefined ? plain('network-error', 'assumed') : verdictOf(first, candidates);
  return { verdict: { ...verdict, basis: 'assumed' }, mode };
}
