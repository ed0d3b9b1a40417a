import { errorEvidence, readableWith, sentEvidence } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const signatureInvalid: Rule = {
  id: 'signature-invalid',
  rank: 226,
  outcomes: ['blocked'],
  cause: 'signature-invalid',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'The AWS signature of the call does not fit it. The REST API’s 403 carries no CORS headers, so the browser reports CORS.',
    symptom:
      'The answer was 403 with `x-amzn-errortype: InvalidSignatureException`, and the console blames CORS.',
    why: 'The request was signed for another region, service, host, path or body, with other keys, or the clock is wrong.',
    fix: 'Sign for the service `execute-api`, the API’s region and the very host, path and body that are sent. Add the header to `DEFAULT_4XX` under `GatewayResponses`, and to `INVALID_SIGNATURE` if that is customised by itself.',
    known: 'documented',
    links: [
      links.gatewayResponses,
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
    ],
  },
  find(subject) {
    const scene = hiddenBy(subject, 'signature-invalid');
    if (scene === null) return null;
    return {
      title: 'The AWS signature does not fit the request',
      explanation: `It was made for another region, service, host, path or body, with other keys, or by a clock that is wrong. ${readableWith(['INVALID_SIGNATURE'], 'DEFAULT_4XX')}`,
      unverified: true,
      evidence: [...errorEvidence(scene), ...sentEvidence(scene, 'authorization', 'x-amz-date')],
      remedies: ['mend-client', 'gateway-error-headers'],
    };
  },
};
