import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { headerEvidence, presentEvidence, refusedStatus, statusEvidence } from '../scene.ts';

export const httpCorsUnconfigured: Rule = {
  id: 'http-cors-unconfigured',
  rank: 118,
  outcomes: ['blocked'],
  sign: 'refused-status',
  step: 'preflight',
  gateways: ['http'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'An HTTP API answers OPTIONS with 404: it has neither a CORS configuration nor a route for OPTIONS.',
    symptom: 'OPTIONS is answered 404 `Not Found` by an HTTP API.',
    why: 'No route takes OPTIONS and no CORS configuration answers it.',
    fix: 'Set `CorsConfiguration` on the HTTP API with the exact origins, methods and headers.',
    known: 'recorded',
    links: [links.httpCors, links.samHttpCors],
  },
  find(subject) {
    if (subject.gateway.kind !== 'http') return null;
    const scene = refusedStatus(subject);
    if (scene === null || scene.response.status !== 404) return null;
    return {
      title: 'The HTTP API has no CORS configuration',
      explanation:
        'An HTTP API with a CORS configuration answers every preflight itself, with 204; this one answers 404 because no route matches OPTIONS. Add `CorsConfiguration` to the API. If it is there already, check the stage in the URL, and whether a `$default` route’s own code says 404.',
      confidence: 'likely',
      evidence: [
        statusEvidence(scene),
        ...presentEvidence(scene, 'apigw-requestid'),
        ...headerEvidence(scene, 'access-control-allow-origin'),
      ],
      remedies: ['cors-configuration'],
    };
  },
};
