import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  errorType,
  fault,
  headerEvidence,
  presentEvidence,
  requestEvidence,
  statusEvidence,
} from '../scene.ts';
import { corsSeen } from '../sibling-answers.ts';

export const functionUrlCorsUnconfigured: Rule = {
  id: 'function-url-cors-unconfigured',
  rank: 119,
  outcomes: ['blocked'],
  faults: ['MissingAllowOriginHeader'],
  step: 'preflight',
  gateways: ['function-url'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A function URL without `Cors` hands OPTIONS to the function like any request, and the function answers without CORS headers.',
    symptom:
      'OPTIONS is answered by the function, with its own status and body, and without Access-Control-Allow-Origin.',
    why: 'AWS answers preflights of a function URL by itself only where the URL has a `Cors` setting. Without one the function is invoked, and it rarely expects OPTIONS.',
    fix: 'Set `FunctionUrlConfig.Cors` with the exact origins, methods (never OPTIONS) and headers, and take CORS headers out of the code.',
    known: 'documented',
    links: [links.functionUrl],
  },
  find(subject) {
    if (subject.gateway.kind !== 'function-url') return null;
    const scene = blockedAt(subject, 'preflight');
    if (scene === null || fault(scene) !== 'MissingAllowOriginHeader' || errorType(scene) !== null)
      return null;
    const { status } = scene.response;
    // Lambda's own refusals, and redirects, are no answers of the function.
    if (status === 401 || status === 403 || status === 429 || (status >= 300 && status <= 399)) return null;
    const listed = corsSeen(subject);
    return {
      title: listed
        ? 'The function URL’s `Cors` does not allow this preflight'
        : 'The function URL has no `Cors` that answers this preflight',
      explanation: listed
        ? 'Other requests to this URL got CORS headers. Look whether its `AllowOrigins` lists the page’s origin, and its lists the method and headers asked for. What AWS sends to a preflight that it does not allow was not recorded.'
        : 'Either `Cors` is not set, so that the function itself got OPTIONS, or it does not list this origin. What AWS sends in that case was not recorded.',
      confidence: 'likely',
      unverified: true,
      evidence: [
        statusEvidence(scene),
        ...headerEvidence(scene, 'access-control-allow-origin'),
        ...presentEvidence(scene, 'x-amzn-trace-id'),
        ...requestEvidence(scene, 'origin'),
      ],
      remedies: ['cors-configuration'],
    };
  },
};
