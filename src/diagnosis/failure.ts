import type { Hop } from '../exchange/index.ts';
import type { Evidence, Severity } from './finding.ts';
import type { Found, Rule, Subject } from './rule.ts';
import { quote } from './text.ts';

/** An exchange that got no readable answer for a reason other than CORS, and the names that tell the reason. */
export interface Failure {
  readonly subject: Subject;
  readonly hop: Hop;
  /** The browser's error name, its own most precise one; null or empty where it gives none. */
  readonly error: string | null;
  /** CDP's `Network.BlockedReason`, or the same word inferred from a source that leaves it out. */
  readonly blockedReason: string | null;
}

/** What a cause's file fills in: the finding's words, and how sure the names are. */
export type Named = Pick<Found, 'title' | 'explanation' | 'confidence'>;

export interface CauseOfFailure extends Omit<Rule['meta'], 'severity'> {
  readonly id: string;
  readonly rank: number;
  readonly severity?: Severity;
  /** Null where the failure is not this one. */
  readonly name: (failure: Failure) => Named | null;
}

/** Chromium and Firefox name their failure of last resort so; a precise name elsewhere goes before it. */
const unnamed = /^(?:|net::ERR_FAILED|NS_ERROR_FAILURE|NS_ERROR_DOM_BAD_URI|no-response)$/;

/** The failure of an exchange that ended in a network error; null for any other. */
export function failureOf(subject: Subject): Failure | null {
  const { exchange, judgement } = subject;
  const hop = exchange.hops[judgement.hop];
  if (judgement.verdict.outcome !== 'network-error' || hop === undefined) return null;
  const errors = [exchange.error, hop.actual?.error ?? null, hop.preflight?.error ?? null];
  // In webRequest the waiting request has the true name and the preflight `ERR_FAILED`; in HARs it can be the reverse.
  const named = errors.find((error) => error !== null && !unnamed.test(error));
  const given = named ?? errors.find((each) => each !== null) ?? null;
  // Our own word where a file gives none.
  const error = given === 'no-response' ? '' : given;
  return { subject, hop, error, blockedReason: exchange.blockedReason };
}

/** Whether the browser gave the failure no name that tells anything. */
export const isUnnamed = ({ error }: Failure): boolean => error === null || unnamed.test(error);

/** Whether the preflight was under way when it ended. */
export const endedAtPreflight = ({ hop }: Failure): boolean =>
  hop.preflight !== null && hop.preflight.response === null;

/** The evidence of a failure: the names that the browser gave, at the request that got no answer. */
export function failureEvidence(failure: Failure): readonly Evidence[] {
  const { subject, error, blockedReason } = failure;
  const at = {
    message: endedAtPreflight(failure) ? 'preflight-request' : 'actual-request',
    hop: subject.judgement.hop,
  } as const;
  const names: readonly Evidence[] = [
    ...(error === null || error === '' ? [] : [{ ...at, value: error, note: 'the browser’s error name' }]),
    ...(blockedReason === null ? [] : [{ ...at, value: blockedReason, note: 'what blocked it' }]),
  ];
  return names.length > 0 ? names : [{ ...at, note: 'no answer, and no error name' }];
}

/** A sentence that quotes the error's name; empty where there is none. */
export const errorName = ({ error }: Failure): string =>
  error === null || error === '' ? '' : ` The browser’s name for it: ${quote(error)}.`;

/** Makes a rule of one cause: `Not CORS: …` as the title, and the browser's own name behind the explanation. */
export function failureRule(cause: CauseOfFailure): Rule {
  const { id, rank, name, severity = 'error', ...meta } = cause;
  return {
    id,
    rank,
    outcomes: ['network-error'],
    meta: { severity, ...meta },
    find(subject) {
      const failure = failureOf(subject);
      const named = failure === null ? null : name(failure);
      if (failure === null || named === null) return null;
      return {
        ...named,
        title: `Not CORS: ${named.title}`,
        explanation: `${named.explanation}${errorName(failure)}`,
        evidence: failureEvidence(failure),
        remedies: meta.owner === 'client' ? ['mend-client'] : ['none'],
      };
    },
  };
}

/** A URL of the failing hop, taken apart; null where it is none. */
export function targetOf({ hop }: Failure): URL | null {
  return URL.canParse(hop.url) ? new URL(hop.url) : null;
}

/** Hosts that Chromium takes for loopback or the local network by their name or address alone. */
export function isLocalHost(host: string): boolean {
  return /^(?:localhost|.*\.localhost|.*\.local|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|169\.254\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[::1\]|\[f[cd][\da-f:]*\]|\[fe80[\da-f:]*\])$/i.test(
    host,
  );
}
