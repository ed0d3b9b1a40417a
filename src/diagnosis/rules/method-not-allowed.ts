import { isSafelistedMethod } from '../../cors/index.ts';
import { links } from '../links.ts';
import { failsAtList } from '../preflight-lists.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  fault,
  header,
  headerEvidence,
  headerOwner,
  headerRemedies,
  listedNames,
  requestEvidence,
} from '../scene.ts';
import { quote } from '../text.ts';
import { wildcardListWithCredentials } from './wildcard-list-with-credentials.ts';

/** The allowed method that differs only in case: `fetch` writes DELETE, GET, … in upper case by itself, but not PATCH. */
function wrongCase(method: string, allowed: readonly string[]): string | null {
  return allowed.find((name) => name !== method && name.toUpperCase() === method.toUpperCase()) ?? null;
}

export const methodNotAllowed: Rule = {
  id: 'method-not-allowed',
  rank: 600,
  outcomes: ['blocked'],
  step: 'preflight',
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The request’s method is not in Access-Control-Allow-Methods. The comparison is case-sensitive: `patch` is not `PATCH`.',
    symptom: '“Method … is not allowed by Access-Control-Allow-Methods in preflight response.”',
    why: 'The preflight’s answer lists the methods that pages may use, and this one is not among them.',
    fix: 'Add the method to AllowMethods, in upper case.',
    known: 'standard',
    links: [links.preflight, links.mdnErrors],
  },
  find(subject) {
    const scene = blockedAt(subject, 'preflight');
    if (scene === null || !failsAtList(scene) || wildcardListWithCredentials.find(subject)) return null;
    const decided = fault(scene) === 'MethodDisallowedByPreflightResponse';
    const method = decided
      ? (scene.parameter ?? subject.judgement.needs.method)
      : subject.judgement.needs.method;
    const allowed = listedNames(scene.response.headers, 'access-control-allow-methods');
    if (!decided && (isSafelistedMethod(method) || allowed.includes(method) || allowed.includes('*')))
      return null;
    const other = wrongCase(method, allowed);
    const caller = other !== null && method !== method.toUpperCase();
    return {
      title: `The method ${quote(method)} is not allowed`,
      explanation:
        other !== null
          ? `The preflight allows ${quote(other)}, the request uses ${quote(method)}: methods are compared with their case. ${caller ? 'Write the method in upper case in the call.' : 'Write it in upper case in the configuration.'}`
          : `Access-Control-Allow-Methods ${header(scene, 'access-control-allow-methods') === null ? 'is not sent' : `is ${quote(header(scene, 'access-control-allow-methods') ?? '')}`}, and the request needs ${quote(method)}. Add it to the allowed methods.`,
      owner: caller ? 'client' : headerOwner(scene),
      causedBy: null,
      evidence: [
        ...headerEvidence(scene, 'access-control-allow-methods'),
        ...requestEvidence(scene, 'access-control-request-method'),
      ],
      remedies: caller ? ['mend-client'] : headerRemedies(scene),
    };
  },
};
