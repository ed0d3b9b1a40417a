import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  fault,
  header,
  headerEvidence,
  headerOwner,
  isOk,
  presentEvidence,
  serverName,
  statusEvidence,
} from '../scene.ts';

export const preflightAllowOriginMissing: Rule = {
  id: 'preflight-allow-origin-missing',
  rank: 305,
  outcomes: ['blocked'],
  faults: ['MissingAllowOriginHeader'],
  step: 'preflight',
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'OPTIONS is answered with a good status but without Access-Control-Allow-Origin: what answers it knows nothing of CORS, often a catch-all route or the application itself.',
    symptom: 'OPTIONS is answered 200 or 204 without Access-Control-Allow-Origin.',
    why: 'Something answers OPTIONS that knows nothing of CORS: a catch-all route, or the application itself.',
    fix: 'Let the gateway answer OPTIONS, or let that code send the CORS headers.',
    known: 'standard',
    links: [links.preflight, links.restCors],
  },
  find(subject) {
    // Both have rules of their own.
    if (subject.gateway.kind === 'http' || subject.gateway.kind === 'function-url') return null;
    const scene = blockedAt(subject, 'preflight');
    if (scene === null || fault(scene) !== 'MissingAllowOriginHeader' || !isOk(scene.response.status))
      return null;
    // Then a function behind the REST API answered, which has a rule of its own.
    if (subject.gateway.kind === 'rest' && header(scene, 'x-amzn-trace-id') !== null) return null;
    return {
      title: 'The preflight response has no Access-Control-Allow-Origin',
      explanation: `OPTIONS was answered with ${scene.response.status}, but ${serverName(subject)} did not say that this origin is allowed. Its CORS configuration must answer the preflight.`,
      owner: headerOwner(scene),
      evidence: [
        statusEvidence(scene),
        ...headerEvidence(scene, 'access-control-allow-origin'),
        ...presentEvidence(scene, 'x-cache'),
      ],
      remedies: subject.gateway.kind === 'cloudfront' ? ['none'] : ['cors-configuration'],
    };
  },
};
