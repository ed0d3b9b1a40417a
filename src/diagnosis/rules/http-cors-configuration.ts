import { restsOnUnrecorded, statusMeaning } from '../hidden-status.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { blockedAt, fault, headerEvidence, requestEvidence, statedOrigin, statusEvidence } from '../scene.ts';
import { corsSeen } from '../sibling-answers.ts';
import { joined, quote } from '../text.ts';
import { originNotListed } from './origin-not-listed.ts';

export const httpCorsConfiguration: Rule = {
  id: 'http-cors-configuration',
  rank: 310,
  outcomes: ['blocked'],
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['http'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'An HTTP API’s response has no CORS headers: its CORS configuration is missing or does not list the origin. The gateway drops the handler’s own CORS headers, so only the configuration helps.',
    symptom: 'The answer of an HTTP API has no CORS header, though the function returns some.',
    why: 'An HTTP API adds the headers from its own configuration and drops those of the function. The configuration is missing or does not list this origin.',
    fix: 'List the exact origin under `AllowOrigins` in `CorsConfiguration`.',
    known: 'documented',
    links: [links.httpCors, links.samHttpCors],
  },
  find(subject) {
    if (subject.gateway.kind !== 'http') return null;
    const scene = blockedAt(subject, 'actual');
    if (scene === null || fault(scene) !== 'MissingAllowOriginHeader' || scene.response.status >= 500)
      return null;
    // `origin-not-listed` knows more.
    if (corsSeen(subject) && originNotListed.find(subject) !== null) return null;
    const origin = statedOrigin(scene);
    const who = origin === null ? 'this origin' : quote(origin);
    return {
      title: 'The HTTP API added no CORS headers to the response',
      explanation: joined(
        statusMeaning(scene),
        `An HTTP API adds Access-Control-Allow-Origin by itself when its CORS configuration lists the origin. Here it has no configuration, or one that does not list ${who}. Add the exact origin to \`AllowOrigins\`; headers from the handler are not enough.`,
      ),
      confidence: 'certain',
      unverified: restsOnUnrecorded(scene),
      evidence: [
        statusEvidence(scene),
        ...headerEvidence(scene, 'access-control-allow-origin'),
        ...requestEvidence(scene, 'origin'),
      ],
      remedies: ['cors-configuration'],
    };
  },
};
