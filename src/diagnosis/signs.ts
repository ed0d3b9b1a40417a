import { apiSummary } from './api-summary.ts';
import { allowsCredentials, corsAnswers } from './cors-answer.ts';
import { failsAtList } from './preflight-lists.ts';
import type { Subject } from './rule.ts';
import { blockedScene, refusedStatus } from './scene.ts';

/**
 * What an exchange shows at a glance. A rule names the one sign without which it has nothing to say, so that a healthy
 * exchange is asked about next to nothing.
 */
export type Sign =
  /** A cache answered the preflight. */
  | 'kept-preflight'
  /** A preflight was owed and none was seen. */
  | 'unseen-preflight'
  /** More than one verdict fits. */
  | 'doubted'
  /** A `*` let `Authorization` through, or the preflight failed at a list. */
  | 'at-a-list'
  /** Blocked by the status of its preflight's answer. */
  | 'refused-status'
  /** Blocked at an answer whose status is an error. */
  | 'error-status'
  /** Blocked after a redirect, or at one. */
  | 'moved'
  /** The page has no origin that a policy could name. */
  | 'opaque-page'
  /** Let through, like all that follow: an answer allows every origin. */
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
  'kept-preflight': 1,
  'unseen-preflight': 2,
  doubted: 4,
  'at-a-list': 8,
  'refused-status': 16,
  'error-status': 32,
  moved: 64,
  'opaque-page': 128,
  'any-origin': 256,
  'null-origin': 512,
  'http-origin': 1024,
  'own-origin': 2048,
  'trusted-origin': 4096,
  exposing: 8192,
  'unkept-preflight': 16384,
  'latest-allowed': 32768,
  'latest-preflight': 65536,
};

/** A set of signs as one number: the runner's key. */
export type Signs = number;

export const noSigns: Signs = 0;

export const hasSign = (signs: Signs, sign: Sign): boolean => (signs & bits[sign]) !== 0;

/** All signs of an exchange. */
export function signsOf(subject: Subject): Signs {
  const signs = judgedSigns(subject);
  return subject.judgement.verdict.outcome === 'allowed' ? signs | allowedSigns(subject) : signs;
}

/** The signs of its judgement, whatever its outcome. */
function judgedSigns(subject: Subject): Signs {
  const { preflight, deviations, verdict } = subject.judgement;
  let signs = noSigns;
  if (preflight === 'cached') signs |= bits['kept-preflight'];
  else if (preflight === 'missing') signs |= bits['unseen-preflight'];
  if (verdict.alternatives.length > 0) signs |= bits.doubted;
  if (deviations.length > 0) signs |= bits['at-a-list'];
  return verdict.outcome === 'blocked' ? signs | blockedSigns(subject) : signs;
}

function blockedSigns(subject: Subject): Signs {
  const { exchange, judgement } = subject;
  const scene = blockedScene(subject);
  let signs = noSigns;
  if (scene !== null && failsAtList(scene)) signs |= bits['at-a-list'];
  if (refusedStatus(subject) !== null) signs |= bits['refused-status'];
  if (scene !== null && scene.response.status >= 400) signs |= bits['error-status'];
  if (judgement.hop > 0 || judgement.verdict.code === 'PreflightDisallowedRedirect') signs |= bits.moved;
  if (exchange.origin === 'null') signs |= bits['opaque-page'];
  return signs;
}

function allowedSigns(subject: Subject): Signs {
  const { exchange, siblings } = subject;
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
