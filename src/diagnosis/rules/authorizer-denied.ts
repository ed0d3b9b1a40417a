import { errorEvidence, readableWith } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const authorizerDenied: Rule = {
  id: 'authorizer-denied',
  rank: 214,
  outcomes: ['blocked'],
  cause: 'authorizer-denied',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The authorizer of a REST API knows the caller and says no. Its 403 carries no CORS headers, so the page cannot tell it from a CORS error.',
    symptom:
      'The preflight passes; the answer was 403 with `x-amzn-errortype: AccessDeniedException`, and the console blames CORS.',
    why: 'The policy that the Lambda authorizer returned does not allow this method and path, often because a cached policy names only the first path that was called. A resource policy of the API, or IAM, can say the same.',
    fix: 'Let the authorizer’s policy cover every path that this caller may use (or give it no cache). Add the header to `DEFAULT_4XX` under `GatewayResponses`, and to `ACCESS_DENIED` if that is customised by itself.',
    known: 'recorded',
    links: [
      links.gatewayResponses,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
    ],
  },
  find(subject) {
    const scene = hiddenBy(subject, 'authorizer-denied');
    if (scene === null) return null;
    return {
      title: 'The authorizer denied the call',
      explanation: `The caller is known and may not do this: look at the policy that the Lambda authorizer returned (a cached one may name another path only). If the API has no such authorizer, its resource policy or IAM denied; their 403 looks the same without its body. ${readableWith(['ACCESS_DENIED'], 'DEFAULT_4XX')}`,
      confidence: 'likely',
      evidence: errorEvidence(scene),
      remedies: ['gateway-error-headers'],
    };
  },
};
