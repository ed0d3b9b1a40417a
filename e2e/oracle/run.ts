/** Random cases judged by a real browser, and by us from each of our sources. */
import type { JudgeInBrowser, Truth } from './browser.ts';
import type { OracleCase } from './case.ts';
import { sampleCases } from './cases.ts';
import { type Compared, compare } from './compare.ts';

export interface OracleRun {
  readonly seconds: number;
  readonly cases: readonly OracleCase[];
  readonly truths: readonly Truth[];
  /** By source. */
  readonly compared: readonly Compared[];
}

export async function runCases(judge: JudgeInBrowser, cases: readonly OracleCase[]): Promise<OracleRun> {
  const { seconds, truths, captures } = await judge(cases);
  return { seconds, cases, truths, compared: captures.map((capture) => compare(cases, truths, capture)) };
}

export function runOracle(judge: JudgeInBrowser, seed: number, count: number): Promise<OracleRun> {
  return runCases(judge, sampleCases(seed, count));
}
