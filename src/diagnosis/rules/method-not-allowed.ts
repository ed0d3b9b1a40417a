import { links } from '../links.ts';
import { refusedMethod } from '../preflight-lists.ts';
import type { Rule } from '../rule.ts';
import { blockedAt, header, headerEvidence, headerOwner, headerRemedies, requestEvidence } from '../scene.ts';
import { quote } from '../text.ts';
import { methodCase } from './method-case.ts';
import { wildcardListWithCredentials } from './wildcard-list-with-credentials.ts';

export const methodNotAllowed: Rule = {
  id: 'method-not-allowed',
  rank: 600,
  outcomes: ['blocked'],
  faults: ['MethodDisallowedByPreflightResponse', 'HeaderDisallowedByPreflightResponse'],
  step: 'preflight',
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary: 'The request’s method is not in Access-Control-Allow-Methods.',
    symptom: '“Method … is not allowed by Access-Control-Allow-Methods in preflight response.”',
    why: 'The preflight’s answer lists the methods that pages may use, and this one is not among them.',
    fix: 'Add the method to AllowMethods, in upper case.',
    known: 'standard',
    links: [links.preflight, links.mdnErrors],
  },
  find(subject) {
    const scene = blockedAt(subject, 'preflight');
    if (scene === null || wildcardListWithCredentials.find(subject) || methodCase.find(subject)) return null;
    const method = refusedMethod(scene);
    if (method === null) return null;
    const value = header(scene, 'access-control-allow-methods');
    return {
      title: `The method ${quote(method)} is not allowed`,
      explanation: `Access-Control-Allow-Methods ${value === null ? 'is not sent' : `is ${quote(value)}`}, and the request needs ${quote(method)}. Add it to the allowed methods.`,
      owner: headerOwner(scene),
      causedBy: null,
      evidence: [
        ...headerEvidence(scene, 'access-control-allow-methods'),
        ...requestEvidence(scene, 'access-control-request-method'),
      ],
      remedies: headerRemedies(scene),
    };
  },
};
