import type { CorsErrorCode } from '../cors/index.ts';
import type { Verdict } from '../exchange/index.ts';
import type { GatewayKind } from '../gateway/index.ts';
import { faultOf } from './fault.ts';
import type { Finding, Owner, Severity } from './finding.ts';
import { type HiddenCause, hiddenCause } from './hidden-cause.ts';
import { ledByStatus } from './hidden-status.ts';
import { type RefusedCause, refusedCause } from './refused-cause.ts';
import type { Rule, Subject } from './rule.ts';
import { rules } from './rules/index.ts';
import { hasSign, type Signs, signsOf } from './signs.ts';

const order = { error: 0, warning: 1, info: 2 } as const;
const byRank = [...rules].sort((a, b) => a.rank - b.rank);

/** Objects of one shape: engines look up a property of rules, which have many, the slow way. */
interface Asked {
  readonly find: Rule['find'];
  readonly id: string;
  readonly severity: Severity;
  readonly owner: Owner;
}

const asked = ({ find, id, meta }: Rule): Asked => ({
  find,
  id,
  severity: meta.severity,
  owner: meta.owner,
});

/** An outcome, or of a blocked exchange the step at which it was. */
type Place = Verdict['outcome'] | 'preflight' | 'actual';

/** What most rules ask first is asked of them once, so that the many that cannot apply cost an exchange nothing. */
function rulesFor(subject: Subject, signs: Signs): readonly Asked[] {
  const { gateway, judgement, template } = subject;
  const { outcome, step, code } = judgement.verdict;
  const place: Place = outcome === 'blocked' ? (step ?? outcome) : outcome;
  const atPlace = within(within(template === null ? withoutTemplate : withTemplate, gateway.kind), place);
  const cause =
    place === 'preflight' ? refusedCause(subject) : place === 'actual' ? hiddenCause(subject) : null;
  const known = within(within(atPlace, code), cause);
  const before = known.get(signs);
  if (before !== undefined) return before;
  const fault = faultOf(code);
  const list = byRank
    .filter(
      (rule) =>
        (template !== null || rule.needsTemplate === undefined) &&
        (rule.outcomes?.includes(outcome) ?? true) &&
        (rule.gateways?.includes(gateway.kind) ?? true) &&
        (rule.faults?.some((each) => each === fault) ?? true) &&
        (rule.cause === undefined || rule.cause === cause) &&
        (rule.sign === undefined || hasSign(signs, rule.sign)) &&
        (rule.step === undefined || rule.step === place),
    )
    .map(asked);
  known.set(signs, list);
  return list;
}

/** By front door, place, reason code, cause and signs. Filled as they come; all are few. */
type ByCause = Map<HiddenCause | RefusedCause | null, Map<Signs, readonly Asked[]>>;
type ByCode = Map<CorsErrorCode | null, ByCause>;
type ByPlace = Map<Place, ByCode>;
const withoutTemplate = new Map<GatewayKind, ByPlace>();
const withTemplate = new Map<GatewayKind, ByPlace>();

function within<Key, Inner, Value>(map: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const inner = new Map<Inner, Value>();
  map.set(key, inner);
  return inner;
}

/**
 * All findings about one exchange: errors, then warnings, then notes, each by rank. The first error is the root cause;
 * later errors are its symptoms unless their rule says that they stand on their own (`causedBy: null`). Errors that
 * rest on an assumed verdict are never more than likely. A blocked exchange always has an error; an allowed one never.
 */
export function diagnose(subject: Subject): readonly Finding[] {
  return findingsOf(rulesFor(subject, signsOf(subject)), subject);
}

/** `diagnose` with rules of one's own, in order of rank. */
export function diagnoseWith(ranked: readonly Rule[], subject: Subject): readonly Finding[] {
  return findingsOf(ranked.map(asked), subject);
}

const noRemedy: Finding['remedies'] = ['none'];

function findingsOf(ranked: readonly Asked[], subject: Subject): readonly Finding[] {
  let root: string | null = null;
  /** Set where the root explains all but these rules' errors. */
  let leaves: readonly string[] | null = null;
  const findings: Finding[] = [];
  for (const { find, id, severity: usual, owner } of ranked) {
    const found = find(subject);
    if (found === null) continue;
    const severity = found.severity ?? usual;
    const isError = severity === 'error';
    const assumed = isError && subject.judgement.verdict.basis === 'assumed';
    const folds = isError && leaves !== null && !leaves.includes(id);
    const own = found.causedBy === undefined ? (isError ? root : null) : found.causedBy;
    const finding: Finding = {
      rule: id,
      severity,
      owner: found.owner ?? owner,
      title: found.title,
      explanation: found.explanation,
      confidence: assumed ? 'likely' : (found.confidence ?? 'certain'),
      unverified: found.unverified ?? false,
      causedBy: folds ? root : own,
      evidence: found.evidence,
      remedies: found.remedies ?? noRemedy,
    };
    findings.push(isError && root === null ? ledByStatus(finding, subject) : finding);
    if (isError && root === null) {
      root = id;
      leaves = found.leaves ?? null;
    }
  }
  return isSorted(findings) ? findings : findings.sort((a, b) => order[a.severity] - order[b.severity]);
}

/** As most are, because errors rank first. */
function isSorted(findings: readonly Finding[]): boolean {
  let before: number = order.error;
  for (const { severity } of findings) {
    if (order[severity] < before) return false;
    before = order[severity];
  }
  return true;
}
