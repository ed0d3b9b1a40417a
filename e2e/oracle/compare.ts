/** Our verdicts beside the browser's: what is wrong, case by case, and the figures. */
import type { Diagnosed } from '../../src/diagnosis/index.ts';
import type { OracleCase } from './case.ts';
import type { Truth } from './truth.ts';

export interface Compared {
  readonly cases: number;
  /** Cases that the capture shows; requests that the browser refuses before any traffic are in none. */
  readonly captured: number;
  readonly assumed: number;
  readonly wrong: readonly string[];
  readonly codes: {
    readonly right: number;
    readonly amongAlternatives: number;
    readonly wrong: readonly string[];
  };
}

const numberOf = (url: string): number => Number(/\/case\/(\d+)\//.exec(url)?.[1] ?? Number.NaN);

function agrees({ verdict }: Diagnosed['judgement'], seen: Truth['seen']): boolean {
  switch (verdict.outcome) {
    case 'allowed':
      return seen === 'read';
    case 'not-cors':
      return seen !== 'failed';
    case 'blocked':
    case 'network-error':
      return seen === 'failed';
    case 'pending':
      return false;
  }
}

export function compare(
  cases: readonly OracleCase[],
  truths: readonly Truth[],
  diagnosed: readonly Diagnosed[],
): Compared {
  const wrong: string[] = [];
  const wrongCodes: string[] = [];
  let [captured, assumed, right, amongAlternatives] = [0, 0, 0, 0];
  for (const { exchange, judgement } of diagnosed) {
    const number = numberOf(exchange.hops[0]?.url ?? '');
    const [own, truth] = [cases[number], truths[number]];
    if (own === undefined || truth === undefined) continue;
    captured += 1;
    const { verdict } = judgement;
    if (verdict.basis === 'assumed') assumed += 1;
    const told = (): string =>
      JSON.stringify({
        number,
        ...own,
        truth,
        verdict,
        preflight: judgement.preflight,
        error: exchange.error,
      });
    const otherFits = verdict.alternatives.some((code) => (code === 'allowed') === (truth.seen === 'read'));
    if (!agrees(judgement, truth.seen) && !otherFits) wrong.push(told());
    else if (truth.preflighted && judgement.preflight !== 'sent' && exchange.hops[0]?.preflight === null)
      wrong.push(told());
    if (truth.reported === null) continue;
    if (verdict.code === truth.reported.code) right += 1;
    else if (verdict.alternatives.includes(truth.reported.code)) amongAlternatives += 1;
    else wrongCodes.push(told());
  }
  return {
    cases: cases.length,
    captured,
    assumed,
    wrong,
    codes: { right, amongAlternatives, wrong: wrongCodes },
  };
}
