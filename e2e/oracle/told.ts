/** Figures and faults in words. */
import type { Compared, Fault } from './compare.ts';
import type { OracleRun } from './run.ts';

export function figuresOf({
  name,
  cases,
  hidden,
  captured,
  assumed,
  contradicted,
  codes,
  faults,
}: Compared): string {
  const share = ((100 * assumed) / Math.max(1, captured)).toFixed(1);
  const kinds = new Map<string, number>();
  for (const { kind } of faults) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const wrong = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ') || 'nothing';
  return [
    `${name}: ${captured} requests of ${cases} cases captured${hidden > 0 ? ` (${hidden} cases hidden by the browser)` : ''}; wrong: ${wrong}`,
    `  ${assumed} assumed (${share} %), of them ${contradicted} that nothing explains`,
    `  reason codes: ${codes.right} right, ${codes.amongAlternatives} among alternatives`,
  ].join('\n');
}

/** One fault with its case, the truth and what we said. */
export function faultOf({ cases, truths }: Pick<OracleRun, 'cases' | 'truths'>, fault: Fault): string {
  const { source, kind, number, step, diagnosed } = fault;
  const exchange = diagnosed?.exchange;
  return JSON.stringify({
    source,
    kind,
    number,
    step,
    truth: truths[number]?.steps[step],
    verdict: diagnosed?.judgement.verdict,
    preflight: diagnosed?.judgement.preflight,
    inferred: diagnosed?.judgement.inferred,
    disagreement: diagnosed?.judgement.disagreement,
    error: exchange?.error,
    case: cases[number],
    hops: exchange?.hops,
  });
}
