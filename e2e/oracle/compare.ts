/** Our verdicts beside the browser's: what is wrong, case by case, and the figures. */
import type { Diagnosed } from '../../src/diagnosis/index.ts';
import { align, byCase } from './align.ts';
import type { Capture, Truth } from './browser.ts';
import type { OracleCase } from './case.ts';
import { type FaultKind, faultsOf, isContradicted } from './compare-step.ts';

export interface Fault {
  readonly kind: FaultKind;
  readonly source: string;
  readonly number: number;
  readonly step: number;
  /** What we said; null where the capture has nothing. */
  readonly diagnosed: Diagnosed | null;
}

export interface Compared {
  readonly name: string;
  readonly cases: number;
  /** Cases left out, because the browser shows to no extension what decides them. */
  readonly hidden: number;
  /** Requests of which the capture shows something; those that the browser refuses before any traffic are in none. */
  readonly captured: number;
  readonly assumed: number;
  /** Assumed for want of any explanation: hidden faults. */
  readonly contradicted: number;
  /** Reason codes that the browser gave: ours outright, and only among our alternatives. */
  readonly codes: { readonly right: number; readonly amongAlternatives: number };
  readonly faults: readonly Fault[];
}

export function compare(
  cases: readonly OracleCase[],
  truths: readonly Truth[],
  { name, diagnosed, blindTo }: Capture,
): Compared {
  const found = byCase(diagnosed);
  const faults: Fault[] = [];
  let hidden = 0;
  let [captured, assumed, contradicted, right, amongAlternatives] = [0, 0, 0, 0, 0];
  for (const [number, own] of cases.entries()) {
    const truth = truths[number];
    if (truth === undefined) continue;
    if (truth.hidden === true || blindTo?.(own, truth) === true) {
      hidden += 1;
      continue;
    }
    const at = { source: name, number };
    const { steps, missing, surplus } = align(own, truth, found.get(number) ?? []);
    if (missing > 0) faults.push({ ...at, kind: 'missing', step: 0, diagnosed: null });
    if (surplus > 0) faults.push({ ...at, kind: 'surplus', step: 0, diagnosed: null });
    for (const [step, each] of steps.entries()) {
      const [told, request] = [truth.steps[step], own.requests[step]];
      if (each === null || told === undefined || request === undefined) continue;
      const { verdict } = each.judgement;
      captured += 1;
      if (verdict.basis === 'assumed') assumed += 1;
      if (isContradicted(each)) contradicted += 1;
      const words = told.reasons ?? (told.reported === null ? [] : [told.reported.code]);
      if (words.some((code) => code === verdict.code)) right += 1;
      else if (words.some((code) => verdict.alternatives.includes(code))) amongAlternatives += 1;
      for (const kind of faultsOf(each, told, truth, request, step))
        faults.push({ ...at, kind, step, diagnosed: each });
    }
  }
  const codes = { right, amongAlternatives };
  return { name, cases: cases.length, hidden, captured, assumed, contradicted, codes, faults };
}
