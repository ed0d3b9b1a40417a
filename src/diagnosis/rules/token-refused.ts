import { errorEvidence, readableWith, sentEvidence } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { errorType, presentEvidence } from '../scene.ts';

export const tokenRefused: Rule = {
  id: 'token-refused',
  rank: 212,
  outcomes: ['blocked'],
  cause: 'token-refused',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The authorizer of a REST API found no token, or not a valid one. Its 401 carries no CORS headers, so the browser reports CORS instead of a missing sign-in.',
    symptom:
      'The preflight passes; the answer was 401 with `x-amzn-errortype: UnauthorizedException`, and the console blames CORS.',
    why: 'The token is missing, expired, of another user pool, or stands in another header than the authorizer reads. The 401 comes from the gateway itself, which adds no CORS headers to its errors.',
    fix: 'Send a fresh token in the header that the authorizer reads (mostly Authorization). Add the header to `DEFAULT_4XX` under `GatewayResponses`, and to `UNAUTHORIZED` if that is customised by itself, so that the page can see the 401 and sign in again.',
    known: 'recorded',
    links: [links.gatewayResponses],
  },
  find(subject) {
    const scene = hiddenBy(subject, 'token-refused');
    if (scene === null) return null;
    return {
      title: 'The authorizer refused the token',
      explanation: `The token is missing, expired, or not for this API; the handler never ran. ${readableWith(['UNAUTHORIZED'], 'DEFAULT_4XX')}`,
      confidence: errorType(scene) === null ? 'likely' : 'certain',
      evidence: [
        ...errorEvidence(scene),
        ...presentEvidence(scene, 'www-authenticate'),
        ...sentEvidence(scene, 'authorization'),
      ],
      remedies: ['gateway-error-headers'],
    };
  },
};
