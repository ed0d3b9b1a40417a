import { hiddenCause } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  fault,
  headerEvidence,
  presentEvidence,
  requestEvidence,
  statedOrigin,
  statusEvidence,
} from '../scene.ts';
import { corsSeen } from '../sibling-answers.ts';
import { quote } from '../text.ts';

export const originNotListed: Rule = {
  id: 'origin-not-listed',
  rank: 309,
  outcomes: ['blocked'],
  cause: null,
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['http', 'function-url'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'An HTTP API or function URL sends CORS headers to others and none to this page: its `AllowOrigins` does not list the page’s origin.',
    symptom:
      "“No 'Access-Control-Allow-Origin' header” for one page, while another page’s calls to the same API pass.",
    why: 'The gateway compares the request’s Origin with its list and adds its headers only where it finds it: scheme, host and port must be the same.',
    fix: 'Add the exact origin to `AllowOrigins`. Give each stage its own list, so that `localhost` is allowed in development only.',
    known: 'documented',
    links: [links.httpCors, links.functionUrl],
    noScenario: 'needs-several-captures',
  },
  find(subject) {
    const scene = blockedAt(subject, 'actual');
    if (scene === null || fault(scene) !== 'MissingAllowOriginHeader' || scene.response.status >= 500)
      return null;
    if (hiddenCause(subject) !== null || !corsSeen(subject)) return null;
    const origin = statedOrigin(scene);
    return {
      title: 'The CORS configuration does not list this origin',
      explanation: `Other requests to this API got CORS headers, so it has a configuration; it does not list ${origin === null ? 'this origin' : quote(origin)}. Add the exact origin to \`AllowOrigins\`; headers from the handler are not enough.`,
      confidence: 'likely',
      unverified: subject.gateway.kind === 'function-url' || scene.response.status >= 400,
      evidence: [
        statusEvidence(scene),
        ...headerEvidence(scene, 'access-control-allow-origin'),
        ...requestEvidence(scene, 'origin'),
        ...presentEvidence(scene, 'apigw-requestid'),
      ],
      remedies: ['cors-configuration'],
    };
  },
};
