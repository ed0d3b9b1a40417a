import { sendsKey } from '../forbidden.ts';
import { errorEvidence, readableWith, sentEvidence } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const apiKeyRefused: Rule = {
  id: 'api-key-refused',
  rank: 220,
  outcomes: ['blocked'],
  cause: 'api-key-refused',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A REST API that demands an API key got none, or one that it does not take. Its 403 carries no CORS headers. A firewall rule gives the same answer.',
    symptom:
      'The preflight passes; the answer was 403 with `x-amzn-errortype: ForbiddenException`, and the console blames CORS.',
    why: 'The `x-api-key` header is missing, wrong or disabled, or the key’s usage plan does not cover this stage.',
    fix: 'Send a key of a usage plan that covers the stage, and allow `x-api-key` in AllowHeaders. Add the header to `DEFAULT_4XX` under `GatewayResponses`, and to `INVALID_API_KEY` if that is customised by itself.',
    known: 'recorded',
    links: [
      links.gatewayResponses,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-setup-api-key-with-console.html',
    ],
  },
  find(subject) {
    const scene = hiddenBy(subject, 'api-key-refused');
    if (scene === null) return null;
    const sent = sendsKey(scene);
    return {
      title: sent ? 'The API key was not accepted' : 'The API demands a key, and none was sent',
      explanation: `${
        sent
          ? 'The key is wrong or disabled, or its usage plan does not cover this stage.'
          : 'Send `x-api-key` with a key of a usage plan that covers this stage.'
      } Two other causes give the same bytes: a WAF rule (if this method demands no key in the template), and a URL without its stage or base path (if every path there is forbidden, OPTIONS included). ${readableWith(['INVALID_API_KEY', 'WAF_FILTERED'], 'DEFAULT_4XX')}`,
      confidence: 'likely',
      evidence: [...errorEvidence(scene), ...sentEvidence(scene, 'x-api-key')],
      remedies: ['gateway-error-headers'],
    };
  },
};
