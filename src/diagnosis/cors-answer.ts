import { type HeaderLines, isNamed } from '../cors/index.ts';
import { type Exchanged, rememberLast } from '../exchange/index.ts';
import type { Evidence, Owner } from './finding.ts';
import type { Judged, Subject } from './rule.ts';

/** What one response says of CORS and of caching: values as they stood, several lines joined by `, `; null where absent. */
export interface CorsAnswer {
  readonly message: 'preflight-response' | 'actual-response';
  readonly hop: number;
  readonly status: number;
  readonly fromCache: boolean;
  readonly headers: HeaderLines;
  readonly acao: string | null;
  readonly acac: string | null;
  readonly acam: string | null;
  readonly acah: string | null;
  readonly aceh: string | null;
  readonly acma: string | null;
  readonly vary: string | null;
  readonly cacheControl: string | null;
}

/** Both answers of the hop that decided; null where there is none. A preflight's only where it was sent. */
export interface CorsAnswers {
  readonly preflight: CorsAnswer | null;
  readonly actual: CorsAnswer | null;
}

type Field = 'acao' | 'acac' | 'acam' | 'acah' | 'aceh' | 'acma' | 'vary' | 'cacheControl';
const fields: readonly (readonly [Lowercase<string>, Field])[] = [
  ['access-control-allow-origin', 'acao'],
  ['access-control-allow-credentials', 'acac'],
  ['access-control-allow-methods', 'acam'],
  ['access-control-allow-headers', 'acah'],
  ['access-control-expose-headers', 'aceh'],
  ['access-control-max-age', 'acma'],
  ['vary', 'vary'],
  ['cache-control', 'cacheControl'],
];
const byLength = new Map<number, (typeof fields)[number][]>();
for (const field of fields) {
  const { length } = field[0];
  byLength.set(length, [...(byLength.get(length) ?? []), field]);
}

/** What two answers say, read in one pass each: the rules about what works but should not stay ask the same of every exchange. */
export function answersOf({ exchange, judgement }: Judged): CorsAnswers {
  const hop = exchange.hops[judgement.hop];
  return {
    preflight: read(hop?.preflight ?? null, 'preflight-response', judgement.hop),
    actual: read(hop?.actual ?? null, 'actual-response', judgement.hop),
  };
}

/** `answersOf`, remembered for the subject last asked about. */
export const corsAnswers: (subject: Subject) => CorsAnswers = rememberLast((subject: Subject) =>
  answersOf(subject),
);

function read(of: Exchanged | null, message: CorsAnswer['message'], hop: number): CorsAnswer | null {
  if (of?.response == null) return null;
  const { status, headers, fromCache } = of.response;
  const found: Record<Field, string | null> = {
    acao: null,
    acac: null,
    acam: null,
    acah: null,
    aceh: null,
    acma: null,
    vary: null,
    cacheControl: null,
  };
  for (const [name, value] of headers) {
    const candidates = byLength.get(name.length);
    if (candidates === undefined) continue;
    for (const [wanted, field] of candidates) {
      if (!isNamed(name, wanted)) continue;
      const before = found[field];
      found[field] = before === null ? value.trim() : `${before}, ${value.trim()}`;
    }
  }
  return { message, hop, status, fromCache, headers, ...found };
}

/** Whether the answer allows credentials: only the exact word does. */
export const allowsCredentials = (answer: CorsAnswer): boolean => answer.acac === 'true';

/** One header of an answer as evidence; `not sent` where it is absent. */
export function answerEvidence(
  answer: CorsAnswer,
  header: Lowercase<string>,
  value: string | null,
): Evidence {
  const at = { message: answer.message, hop: answer.hop, header };
  return value === null ? { ...at, note: 'not sent' } : { ...at, value };
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

/** The answers of an exchange that was let through and that hold such an allowed origin: preflight first. */
export function allowedWith(
  subject: Subject,
  passes: (acao: string, answer: CorsAnswer) => boolean,
): readonly CorsAnswer[] {
  if (subject.judgement.verdict.outcome !== 'allowed') return [];
  const { preflight, actual } = corsAnswers(subject);
  const found: CorsAnswer[] = [];
  for (const answer of [preflight, actual])
    if (answer !== null && answer.acao !== null && passes(answer.acao, answer)) found.push(answer);
  return found;
}
