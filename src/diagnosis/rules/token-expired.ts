import { errorEvidence, readableWith } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const tokenExpired: Rule = {
  id: 'token-expired',
  rank: 216,
  outcomes: ['blocked'],
  cause: 'token-expired',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'The credentials of the call have expired. The REST API’s 403 carries no CORS headers, so the page cannot see that it only has to renew them.',
    symptom:
      'It worked an hour ago. The answer is 403 with `x-amzn-errortype: ExpiredTokenException`, and the console blames CORS.',
    why: 'Temporary AWS credentials and tokens end after a while. The gateway refuses them by itself, without CORS headers.',
    fix: 'Renew the credentials before they end. Add the header to `DEFAULT_4XX` under `GatewayResponses`, and to `EXPIRED_TOKEN` if that is customised by itself.',
    known: 'documented',
    links: [links.gatewayResponses],
  },
  find(subject) {
    const scene = hiddenBy(subject, 'token-expired');
    if (scene === null) return null;
    return {
      title: 'The credentials have expired',
      explanation: `The page must renew its token or temporary AWS credentials and call again. ${readableWith(['EXPIRED_TOKEN'], 'DEFAULT_4XX')}`,
      unverified: true,
      evidence: errorEvidence(scene),
      remedies: ['mend-client', 'gateway-error-headers'],
    };
  },
};
