import type { Outcome } from '../exchange/index.ts';
import type { Finding } from './finding.ts';
import { ledByStatus } from './hidden-status.ts';
import type { Rule, Subject } from './rule.ts';
import { rules } from './rules/index.ts';

const order = { error: 0, warning: 1, info: 2 } as const;
const byRank = [...rules].sort((a, b) => a.rank - b.rank);

const rulesFor = (outcome: Outcome): readonly Rule[] =>
  byRank.filter(({ outcomes }) => outcomes === undefined || outcomes.includes(outcome));
const byOutcome: Readonly<Record<Outcome, readonly Rule[]>> = {
  allowed: rulesFor('allowed'),
  blocked: rulesFor('blocked'),
  'not-cors': rulesFor('not-cors'),
  'network-error': rulesFor('network-error'),
  pending: rulesFor('pending'),
};

/**
 * All findings about one exchange: errors, then warnings, then notes, each by rank. The first error is the root cause;
 * later errors are its symptoms unless their rule says that they stand on their own (`causedBy: null`). Errors that
 * rest on an assumed verdict are never more than likely. A blocked exchange always has an error; an allowed one never.
 */
export function diagnose(subject: Subject): readonly Finding[] {
  return diagnoseWith(byOutcome[subject.judgement.verdict.outcome], subject);
}

/** `diagnose` with rules of one's own, in order of rank. */
export function diagnoseWith(ranked: readonly Rule[], subject: Subject): readonly Finding[] {
  let root: string | null = null;
  const findings: Finding[] = [];
  for (const rule of ranked) {
    const found = rule.find(subject);
    if (found === null) continue;
    const severity = found.severity ?? rule.meta.severity;
    const isError = severity === 'error';
    const assumed = isError && subject.judgement.verdict.basis === 'assumed';
    const finding: Finding = {
      rule: rule.id,
      severity,
      owner: found.owner ?? rule.meta.owner,
      title: found.title,
      explanation: found.explanation,
      confidence: assumed ? 'likely' : (found.confidence ?? 'certain'),
      unverified: found.unverified ?? false,
      causedBy: found.causedBy === undefined ? (isError ? root : null) : found.causedBy,
      evidence: found.evidence,
      remedies: found.remedies ?? ['none'],
    };
    findings.push(isError && root === null ? ledByStatus(finding, subject) : finding);
    if (isError) root ??= rule.id;
  }
  return findings.length < 2 ? findings : findings.sort((a, b) => order[a.severity] - order[b.severity]);
}
