import { errorEvidence, readableWith } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { errorType } from '../scene.ts';

export const integrationTimeout: Rule = {
  id: 'integration-timeout',
  rank: 204,
  outcomes: ['blocked'],
  cause: 'integration-timeout',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest', 'http'],
  meta: {
    severity: 'error',
    owner: 'integration',
    summary:
      'What stands behind the API did not answer in time. API Gateway gives up with 504 (REST API, after 29 seconds unless raised) or 503 (HTTP API, 30 seconds), without CORS headers.',
    symptom:
      'The call hangs for about half a minute, then the console blames CORS. The answer was 504 or 503.',
    why: 'The function or backend was slower than API Gateway waits, or could not be reached, and the gateway’s own error carries no CORS headers.',
    fix: 'Make the backend answer sooner, or answer at once and let the page ask for the result. On a REST API, add the header to `DEFAULT_5XX` under `GatewayResponses` so that the page can read the 504.',
    known: 'recorded',
    links: [
      links.gatewayResponses,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    ],
  },
  find(subject) {
    const scene = hiddenBy(subject, 'integration-timeout');
    if (scene === null) return null;
    const evidence = errorEvidence(scene);
    if (subject.gateway.kind === 'http')
      return {
        title: 'The backend timed out or is throttled',
        explanation:
          'An HTTP API answers 503 when the integration takes more than 30 seconds, cannot be reached, or Lambda has no capacity left for the function. That the answer has no CORS headers says that `CorsConfiguration` is missing or does not list this origin.',
        confidence: 'likely',
        unverified: true,
        evidence,
        remedies: ['mend-handler', 'cors-configuration'],
      };
    return {
      title: 'The backend did not answer in time',
      explanation: `API Gateway waits 29 seconds unless the limit was raised, then answers 504 itself; a backend that cannot be reached ends so, too. ${readableWith(['INTEGRATION_TIMEOUT', 'INTEGRATION_FAILURE'], 'DEFAULT_5XX')}`,
      confidence: errorType(scene) === null ? 'likely' : 'certain',
      evidence,
      remedies: ['mend-handler', 'gateway-error-headers'],
    };
  },
};
