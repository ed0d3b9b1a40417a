import { restsOnUnrecorded, statusMeaning } from '../hidden-status.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  fault,
  headerEvidence,
  headerOwner,
  headerRemedies,
  presentEvidence,
  type Scene,
  statusEvidence,
} from '../scene.ts';
import { joined } from '../text.ts';

function hint(scene: Scene): string {
  const { status, fromCache } = scene.response;
  if (fromCache)
    return 'The response came from the HTTP cache, perhaps stored for a request without Origin; `Vary: Origin` on all responses prevents that.';
  if (status >= 300 && status <= 399) return 'A redirect needs the header too, as every hop is checked.';
  switch (scene.subject.gateway.kind) {
    case 'function-url':
      return 'Set `Cors` on the function URL with this origin; then the handler need not send the header.';
    case 'cloudfront':
      return 'CloudFront adds it with a response headers policy, or passes the origin server’s on if the Origin header is forwarded and in the cache key.';
    default:
      return 'Whatever serves this URL must send it.';
  }
}

export const allowOriginMissing: Rule = {
  id: 'allow-origin-missing',
  rank: 320,
  outcomes: ['blocked'],
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['function-url', 'cloudfront', 'other'],
  meta: {
    severity: 'error',
    owner: 'integration',
    summary:
      'The actual response has no Access-Control-Allow-Origin, and whoever serves the URL (a function URL, CloudFront or another server) must add it.',
    symptom: "“No 'Access-Control-Allow-Origin' header is present on the requested resource.”",
    why: 'The server answered, but did not say that this page may read the answer.',
    fix: 'Let the one who serves the URL send Access-Control-Allow-Origin with the page’s exact origin, and `Vary: Origin`.',
    known: 'standard',
    links: [links.corsCheck, links.functionUrl, links.mdnErrors],
  },
  find(subject) {
    const { kind } = subject.gateway;
    if (kind === 'rest' || kind === 'http') return null;
    const scene = blockedAt(subject, 'actual');
    if (scene === null || fault(scene) !== 'MissingAllowOriginHeader' || scene.response.status >= 500)
      return null;
    return {
      title: 'The response has no Access-Control-Allow-Origin',
      explanation: joined(
        statusMeaning(scene),
        `The server did not say that this origin may read its answer. ${hint(scene)}`,
      ),
      owner: headerOwner(scene),
      unverified: restsOnUnrecorded(scene),
      evidence: [
        statusEvidence(scene),
        ...headerEvidence(scene, 'access-control-allow-origin'),
        ...presentEvidence(scene, 'x-cache', 'vary'),
      ],
      remedies: headerRemedies(scene),
    };
  },
};
