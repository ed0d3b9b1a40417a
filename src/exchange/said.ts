import { type Candidate, isSame, namesOf } from './candidates.ts';
import { isOfPreflight } from './disagreement.ts';
import type { Reported } from './told.ts';
import type { Verdict } from './verdict.ts';
import type { Ending } from './walk.ts';

/** A verdict without its place. */
export type Said = Pick<Verdict, 'outcome' | 'step' | 'code' | 'parameter' | 'basis' | 'alternatives'>;

const none: Verdict['alternatives'] = [];

/** A verdict that blocks nothing. */
export const plain = (
  outcome: 'allowed' | 'not-cors' | 'network-error' | 'pending',
  basis: Verdict['basis'],
  alternatives: Verdict['alternatives'] = none,
): Said => ({
  outcome,
  step: null,
  code: null,
  parameter: null,
  basis,
  alternatives,
});

const same: readonly Candidate[] = [];

function differingFrom(candidate: Candidate, others: readonly Candidate[]): readonly Candidate[] {
  for (const each of others) {
    if (!isSame(each, candidate)) return others.filter((other) => !isSame(other, candidate));
  }
  return same;
}

/** What the Standard says of this candidate, for an exchange that has ended. */
export function verdictOf(candidate: Candidate, others: readonly Candidate[]): Said {
  const differing = differingFrom(candidate, others);
  const basis = differing.length === 0 ? 'certain' : 'assumed';
  const alternatives = differing.length === 0 ? none : namesOf(differing);
  const { ending } = candidate;
  if (ending.outcome === 'unanswered') return plain('network-error', basis, alternatives);
  if (ending.outcome === 'allowed') return plain('allowed', basis, alternatives);
  const { code, parameter } = ending.refusal;
  return { outcome: 'blocked', step: ending.step, code, parameter, basis, alternatives };
}

/** Nothing tells the request mode, and a `no-cors` request passes whatever the answer says. */
export const orNotCors = (verdict: Said, endUntold = false): Said =>
  verdict.outcome === 'allowed' || (endUntold && verdict.outcome === 'blocked' && verdict.step === 'actual')
    ? { ...verdict, basis: 'assumed', alternatives: [...verdict.alternatives, 'not-cors'] }
    : verdict;

/** Likely, and no more: the request may have failed for another reason than CORS, of which the source shows nothing. */
export const orNetworkError = (said: Said): Said => ({
  ...said,
  basis: 'assumed',
  alternatives: [...said.alternatives, 'network-error'],
});

/** The browser's own word is the verdict. `ending` is ours that says the same; null where none does. */
export function spoken(reported: Reported, ending: Ending | null): Said {
  const { code, parameter } = reported;
  const told = isOfPreflight(reported) ? 'preflight' : 'actual';
  const step = ending?.outcome === 'blocked' ? ending.step : told;
  return { outcome: 'blocked', step, code, parameter, basis: 'certain', alternatives: [] };
}
