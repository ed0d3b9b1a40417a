import { errorEvidence, readableWith } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import { refusedBy } from '../refused-cause.ts';
import type { Rule } from '../rule.ts';
import { errorType } from '../scene.ts';

export const throttled: Rule = {
  id: 'throttled',
  rank: 206,
  outcomes: ['blocked'],
  cause: 'throttled',
  gateways: ['rest', 'http'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'API Gateway throttled the request, or the preflight before it: 429 without CORS headers. Each preflight counts as a request.',
    symptom: 'The call fails now and then, under load. The answer, or that of OPTIONS, was 429.',
    why: 'The rate or burst limit of the account, stage, method or usage plan is reached, or a usage plan’s quota is used up. The error carries no CORS headers.',
    fix: 'Call less often and try again later, or raise the limit. `MaxAge` lets browsers keep the preflight’s answer, so that fewer are sent. On a REST API, add the header to `DEFAULT_4XX` under `GatewayResponses`.',
    known: 'documented',
    links: [
      links.gatewayResponses,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
    ],
  },
  find(subject) {
    const refused = refusedBy(subject, 'throttled');
    const scene = refused ?? hiddenBy(subject, 'throttled');
    if (scene === null) return null;
    const quota = errorType(scene) === 'LimitExceededException';
    const cause = quota
      ? 'The quota of the usage plan is used up: wait until it is renewed, or raise it.'
      : 'A rate limit of the account, stage, method or usage plan was reached: call less often, or raise it.';
    const rest = subject.gateway.kind === 'rest';
    const type = quota ? 'QUOTA_EXCEEDED' : 'THROTTLED';
    return {
      title: quota ? 'The usage plan’s quota is used up' : 'The request was throttled',
      explanation:
        refused !== null
          ? `${cause} Here the preflight was refused, which no header can mend. \`MaxAge\` lets browsers keep the answer of a preflight, so that fewer are sent.`
          : rest
            ? `${cause} ${readableWith([type], 'DEFAULT_4XX')}`
            : `${cause} That the answer has no CORS headers says that \`CorsConfiguration\` is missing or does not list this origin.`,
      // Without the gateway's own name on it, the code behind the API may have said 429.
      confidence: errorType(scene) === null ? 'likely' : 'certain',
      unverified: true,
      evidence: errorEvidence(scene),
      remedies:
        refused !== null ? ['beyond-settings'] : rest ? ['gateway-error-headers'] : ['cors-configuration'],
    };
  },
};
