import { errorEvidence, readableWith, sentEvidence } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const signatureIncomplete: Rule = {
  id: 'signature-incomplete',
  rank: 224,
  outcomes: ['blocked'],
  cause: 'signature-incomplete',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'A REST API tried to read the Authorization header as an AWS signature: the path or method does not exist, or it is behind AWS_IAM. Its 403 carries no CORS headers.',
    symptom:
      'The answer was 403 with `x-amzn-errortype: IncompleteSignatureException`, its body talks of a missing equal-sign, and the console blames CORS.',
    why: 'Where no method matches, or the method wants an AWS signature, API Gateway takes Authorization for one. A bearer token is none.',
    fix: 'Check method, path and stage of the URL first. If the method is behind AWS_IAM, sign the request, or give the method the authorizer that reads the token.',
    known: 'recorded',
    links: [
      links.gatewayResponses,
      'https://repost.aws/knowledge-center/api-gateway-authentication-token-errors',
    ],
  },
  find(subject) {
    const scene = hiddenBy(subject, 'signature-incomplete');
    if (scene === null) return null;
    return {
      title: 'A token went where none is read: wrong URL, or AWS_IAM',
      explanation: `API Gateway took the Authorization header for an AWS signature. It does so where no path or method matches (check method, path and stage), and where the method is behind AWS_IAM (then sign the request). The template tells which. ${readableWith([], 'DEFAULT_4XX')}`,
      confidence: 'likely',
      evidence: [...errorEvidence(scene), ...sentEvidence(scene, 'authorization')],
      remedies: ['mend-client', 'gateway-error-headers'],
    };
  },
};
