/** One judged exchange beside the truth about its request: every way in which they differ. */
import { exposedHeaderNames, refusedHeaderNames } from '../../src/cors/index.ts';
import type { Diagnosed } from '../../src/diagnosis/index.ts';
import { judge, profileOf, type Verdict } from '../../src/exchange/index.ts';
import type { StepTruth, Truth } from './browser.ts';
import type { OracleRequest } from './case.ts';
import { placeOf } from './server.ts';

export type FaultKind =
  | 'outcome'
  | 'code'
  | 'parameter'
  | 'hop'
  | 'preflight'
  | 'readable'
  | 'disagreement'
  | 'blind'
  | 'missing'
  | 'surplus';

type Answer = Verdict['alternatives'][number];

/** Refused before any traffic, for what the script asked: told by an issue without a request id. */
const isRefusedByMode = ({ code }: Verdict, { mode, redirect }: OracleRequest): boolean =>
  (code === 'DisallowedByMode' && mode === 'same-origin') ||
  (code === 'NoCorsRedirectModeNotFollow' && mode === 'no-cors' && redirect !== 'follow');

/** What the script may have got of each outcome. */
function outcomeFits(verdict: Verdict, truth: StepTruth, speaks: boolean, request: OracleRequest): boolean {
  const { seen, reported } = truth;
  switch (verdict.outcome) {
    case 'allowed':
      return seen === 'read' || (seen === 'opaque' && request.redirect === 'manual');
    case 'not-cors':
      return seen !== 'failed';
    case 'blocked':
      return seen === 'failed' && (!speaks || reported !== null || isRefusedByMode(verdict, request));
    case 'network-error':
      return seen === 'failed' && reported === null;
    case 'pending':
      return false;
  }
}

/** Whether a coarse word of the browser's can mean that; it always can where there is none. */
const reasonFits = (code: Verdict['code'], { reasons }: StepTruth): boolean =>
  reasons === undefined || reasons === null || (code !== null && reasons.includes(code));

function answerFits(answer: Answer, truth: StepTruth, speaks: boolean, { redirect }: OracleRequest): boolean {
  const { seen, reported } = truth;
  if (answer === 'not-cors') return seen === 'opaque';
  if (answer === 'network-error') return seen === 'failed' && reported === null;
  if (answer === 'allowed') return seen === 'read' || (seen === 'opaque' && redirect === 'manual');
  return speaks ? reported?.code === answer : seen === 'failed' && reasonFits(answer, truth);
}

/** Of several refused headers Chromium names the first in the order of a hash table, which nothing tells. */
function parameterFits({ exchange, judgement }: Diagnosed, { reported }: StepTruth): boolean {
  const { verdict, hop, needs, inferred } = judgement;
  if (verdict.parameter === reported?.parameter) return true;
  const answer = exchange.hops[hop]?.preflight?.response ?? null;
  if (answer === null || verdict.code !== 'HeaderDisallowedByPreflightResponse') return false;
  const { method, headers: unsafeHeaders } = needs;
  const { status, headers } = answer;
  const credentials = inferred.credentials ?? 'same-origin';
  const asked = { origin: '', credentials, method, unsafeHeaders, status, headers };
  return refusedHeaderNames(asked, profileOf(exchange.browser)).includes(reported?.parameter ?? '');
}

/** A refused redirect is decided at the hop that it comes from, or at the one that it names and that is never sent. */
const hopOf = (exchange: Diagnosed['exchange'], hop: number): number | undefined => {
  const isTarget = placeOf(exchange.hops[hop]?.url ?? '') === null;
  return placeOf(exchange.hops[isTarget ? hop - 1 : hop]?.url ?? '')?.hop;
};

function lastTouched(truth: StepTruth): { readonly hop: number; readonly step: 'preflight' | 'actual' } {
  const hop = truth.hops.findLastIndex(({ preflights, requests }) => preflights + requests > 0);
  return { hop, step: (truth.hops[hop]?.requests ?? 0) > 0 ? 'actual' : 'preflight' };
}

function preflightFits({ exchange, judgement }: Diagnosed, truth: StepTruth, step: number): boolean {
  const first = truth.hops.findIndex(({ preflights }) => preflights > 0);
  const sent = first >= 0;
  // A cache may have answered for an earlier hop than the one that sent its own.
  const byCache = step > 0 && first > 0 && judgement.preflight === 'cached';
  if (!byCache && sent !== (judgement.preflight === 'sent')) return false;
  if (!sent && judgement.preflight !== 'not-needed' && (step === 0 || judgement.preflight === 'missing'))
    return false;
  // By URL and not by index: an empty Location leads round and round one hop.
  const asked = new Set(
    exchange.hops.flatMap(({ url, preflight }) => (preflight === null ? [] : placeOf(url)?.hop)),
  );
  return truth.hops.every(({ preflights }, hop) => preflights > 0 === asked.has(hop));
}

function readableFits({ exchange, judgement }: Diagnosed, { readable }: StepTruth): boolean {
  const response = exchange.hops[exchange.hops.length - 1]?.actual?.response ?? null;
  if (readable === null || response === null || judgement.verdict.outcome !== 'allowed') return true;
  const { credentials } = judgement.inferred;
  const modes = credentials === undefined ? (['same-origin', 'include'] as const) : [credentials];
  const got = [...new Set(readable)].join();
  return modes.some((mode) => exposedHeaderNames(response.headers, mode).join() === got);
}

/** Only an assumed verdict that no candidate explains leaves the credentials open: a fault of ours that hides. */
export const isContradicted = ({ judgement: { verdict, inferred } }: Diagnosed): boolean =>
  verdict.basis === 'assumed' && inferred.credentials === undefined;

export function faultsOf(
  diagnosed: Diagnosed,
  truth: StepTruth,
  { speaks }: Pick<Truth, 'speaks'>,
  request: OracleRequest,
  step: number,
): readonly FaultKind[] {
  const { exchange, judgement } = diagnosed;
  const { verdict } = judgement;
  const faults: FaultKind[] = [];
  const byMode = isRefusedByMode(verdict, request) && truth.reported === null;
  const isRight =
    outcomeFits(verdict, truth, speaks, request) &&
    reasonFits(verdict.code, truth) &&
    (verdict.code === null || !speaks || verdict.code === truth.reported?.code || byMode);
  const isAmong = verdict.alternatives.some((answer) => answerFits(answer, truth, speaks, request));
  if (!isRight && !isAmong) faults.push(outcomeFits(verdict, truth, speaks, request) ? 'code' : 'outcome');
  if (isRight && !byMode && verdict.outcome === 'blocked') {
    if (speaks && !parameterFits(diagnosed, truth)) faults.push('parameter');
    const last = lastTouched(truth);
    if (verdict.step !== last.step || hopOf(exchange, judgement.hop) !== last.hop) faults.push('hop');
  }
  if (!preflightFits(diagnosed, truth, step)) faults.push('preflight');
  if (!readableFits(diagnosed, truth)) faults.push('readable');
  if (exchange.source !== 'debugger') return faults;
  if (judgement.disagreement !== null) faults.push('disagreement');
  // In deep capture silence is a word too, so that the same messages are judged as of a source that never speaks.
  const blind = judge({ ...exchange, source: 'webRequest', reported: null }).verdict;
  const words: readonly (Answer | null)[] = [blind.code, ...blind.alternatives];
  if (truth.reported !== null && !words.includes(truth.reported.code)) faults.push('blind');
  return faults;
}
