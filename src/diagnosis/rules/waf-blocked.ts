import { errorEvidence, readableWith, sentEvidence } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import { refusedBy } from '../refused-cause.ts';
import type { Rule } from '../rule.ts';

export const wafBlocked: Rule = {
  id: 'waf-blocked',
  rank: 222,
  outcomes: ['blocked'],
  cause: 'waf-blocked',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A rule of AWS WAF in front of a REST API blocked the request or its preflight: 403 without CORS headers. A missing API key gives the same answer.',
    symptom:
      'Some calls are answered 403 with `x-amzn-errortype: ForbiddenException`, others of the same API are not, and no API key is asked for.',
    why: 'A firewall rule matched: an address, a country, a rate, a size, or a pattern in the body. WAF asks preflights as well.',
    fix: 'Look for the request in the WAF’s sampled requests and mend or narrow the rule; let OPTIONS pass. Add the header to `DEFAULT_4XX` under `GatewayResponses`, and to `WAF_FILTERED` if that is customised by itself.',
    known: 'recorded',
    links: [
      links.gatewayResponses,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
    ],
  },
  find(subject) {
    const refused = refusedBy(subject, 'waf-blocked');
    const scene = refused ?? hiddenBy(subject, 'waf-blocked');
    if (scene === null) return null;
    return {
      title: `A firewall rule (WAF) probably blocked ${refused === null ? 'the call' : 'OPTIONS'}`,
      explanation:
        refused === null
          ? `The URL exists, and nothing shows that this API asks for another key than it got: then a WAF rule is the likelier cause of this 403. A missing API key gives the same bytes; the template tells (\`ApiKeyRequired\`), and so do WAF’s sampled requests. ${readableWith(['WAF_FILTERED', 'INVALID_API_KEY'], 'DEFAULT_4XX')}`
          : 'OPTIONS of this path was answered well at another time, so a key on OPTIONS is the unlikelier cause: a WAF rule with a rate, an address or a pattern refuses only some. Let OPTIONS pass. If the API was deployed in between, look at `AddApiKeyRequiredToCorsPreflight` under `Auth`, too: its 403 has the same bytes.',
      confidence: 'likely',
      evidence: [...errorEvidence(scene), ...(refused === null ? sentEvidence(scene, 'x-api-key') : [])],
      remedies: refused === null ? ['gateway-error-headers'] : ['beyond-settings'],
    };
  },
};
