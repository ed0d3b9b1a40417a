import { type AnswerHeaders, answerHeaders, type HeaderLines } from '../cors/index.ts';
import { type Exchanged, rememberLast } from '../exchange/index.ts';
import type { Evidence, Owner } from './finding.ts';
import type { Judged, Subject } from './rule.ts';

/** What one response says of CORS and of caching, and which it is. */
export interface CorsAnswer extends AnswerHeaders {
  readonly message: 'preflight-response' | 'actual-response';
  readonly hop: number;
  readonly status: number;
  readonly fromCache: boolean;
  readonly headers: HeaderLines;
}

/** Both answers of the hop that decided; null where there is none. A preflight's only where it was sent. */
export interface CorsAnswers {
  readonly preflight: CorsAnswer | null;
  readonly actual: CorsAnswer | null;
}

/** What two answers say, remembered for the subject last asked about: the rules about what works but should not stay all ask. */
export const corsAnswers = rememberLast((subject: Subject): CorsAnswers => {
  const { hop } = subject.judgement;
  const preflight = subject.exchange.hops[hop]?.preflight ?? null;
  return { preflight: read(preflight, 'preflight-response', hop), actual: actualAnswer(subject) };
});

/** The actual answer of the hop that decided alone. */
export const actualAnswer = ({ exchange, judgement }: Judged): CorsAnswer | null =>
  read(exchange.hops[judgement.hop]?.actual ?? null, 'actual-response', judgement.hop);

function read(of: Exchanged | null, message: CorsAnswer['message'], hop: number): CorsAnswer | null {
  if (of === null || of.response === null) return null;
  const { status, headers, fromCache } = of.response;
  const { acao, acac, acam, acah, aceh, acma, vary, cacheControl } = answerHeaders(headers);
  return { message, hop, status, fromCache, headers, acao, acac, acam, acah, aceh, acma, vary, cacheControl };
}

/** Whether the answer allows credentials: only the exact word does. */
export const allowsCredentials = (answer: CorsAnswer): boolean => answer.acac === 'true';

/** One header of an answer as evidence; `not sent` where it is absent. */
export function answerEvidence(
  answer: CorsAnswer,
  header: Lowercase<string>,
  value: string | null,
): Evidence {
  const { message, hop } = answer;
  return value === null ? { message, hop, header, note: 'not sent' } : { message, hop, header, value };
}

/** Evidence of the allowed origin, and of the credentials where they are allowed. */
export function originEvidence(answer: CorsAnswer): readonly Evidence[] {
  const origin = answerEvidence(answer, 'access-control-allow-origin', answer.acao);
  if (!allowsCredentials(answer)) return [origin];
  return [origin, answerEvidence(answer, 'access-control-allow-credentials', answer.acac)];
}

/** Who writes the CORS headers of a response that was let through. */
export function answerOwner({ gateway }: Subject, { message }: CorsAnswer): Owner {
  switch (gateway.kind) {
    case 'rest':
      return message === 'actual-response' ? 'handler' : 'gateway';
    case 'http':
    case 'function-url':
      return 'gateway';
    case 'cloudfront':
      return 'cdn';
    case 'other':
      return 'integration';
  }
}

const none: readonly CorsAnswer[] = [];

/** The answers of an exchange that was let through and that hold such an allowed origin: preflight first. */
export function allowedWith(
  subject: Subject,
  passes: (acao: string, answer: CorsAnswer) => boolean,
): readonly CorsAnswer[] {
  if (subject.judgement.verdict.outcome !== 'allowed') return [];
  const { preflight, actual } = corsAnswers(subject);
  const first = preflight !== null && preflight.acao !== null && passes(preflight.acao, preflight);
  const second = actual !== null && actual.acao !== null && passes(actual.acao, actual);
  if (!first && !second) return none;
  if (first && second) return [preflight, actual];
  return first ? [preflight] : second ? [actual] : none;
}
