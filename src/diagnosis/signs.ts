import { apiSummary } from './api-summary.ts';
import { allowsCredentials, corsAnswers } from './cors-answer.ts';
import type { Subject } from './rule.ts';

/**
 * What an exchange that was let through shows at a glance. A rule about what works but should not stay names the one sign
 * without which it has nothing to say, so that a healthy exchange is asked about next to nothing.
 */
export type Sign =
  /** An answer allows every origin. */
  | 'any-origin'
  /** An answer allows the origin `null`. */
  | 'null-origin'
  /** An answer allows an origin that is served over plain http. */
  | 'http-origin'
  /** The actual answer allows one origin by name. */
  | 'own-origin'
  /** The actual answer allows one origin, and credentials. */
  | 'trusted-origin'
  /** The actual answer holds Access-Control-Expose-Headers. */
  | 'exposing'
  /** A preflight was sent whose answer does not say how long it counts. */
  | 'unkept-preflight'
  /** The latest exchange of its API that was let through: what is told once per API is told on it. */
  | 'latest-allowed'
  /** The latest of its API that was let through after a preflight of its own. */
  | 'latest-preflight';

const bits: Readonly<Record<Sign, number>> = {
  'any-origin': 1,
  'null-origin': 2,
  'http-origin': 4,
  'own-origin': 8,
  'trusted-origin': 16,
  exposing: 32,
  'unkept-preflight': 64,
  'latest-allowed': 128,
  'latest-preflight': 256,
};

/** A set of signs as one number: the runner's key. */
export type Signs = number;

export const noSigns: Signs = 0;

export const hasSign = (signs: Signs, sign: Sign): boolean => (signs & bits[sign]) !== 0;

/** All signs of an exchange; none unless it was let through. */
export function signsOf(subject: Subject): Signs {
  const { exchange, judgement, siblings } = subject;
  if (judgement.verdict.outcome !== 'allowed') return noSigns;
  const { preflight, actual } = corsAnswers(subject);
  let signs = noSigns;
  if (preflight !== null) {
    signs |= originSigns(preflight.acao);
    if (preflight.acma === null) signs |= bits['unkept-preflight'];
  }
  if (actual !== null) {
    const { acao } = actual;
    signs |= originSigns(acao);
    if (actual.aceh !== null) signs |= bits.exposing;
    if (acao !== null && acao !== '*') {
      signs |= bits['own-origin'];
      if (allowsCredentials(actual)) signs |= bits['trusted-origin'];
    }
  }
  const { latestAllowed, latestPreflighted } = apiSummary(siblings);
  if (latestAllowed === exchange.id) signs |= bits['latest-allowed'];
  if (latestPreflighted === exchange.id) signs |= bits['latest-preflight'];
  return signs;
}

function originSigns(acao: string | null): Signs {
  if (acao === null) return noSigns;
  if (acao === '*') return bits['any-origin'];
  if (acao === 'null') return bits['null-origin'];
  return acao.startsWith('http://') ? bits['http-origin'] : noSigns;
}
