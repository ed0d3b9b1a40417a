import { links } from '../links.ts';
import { refusedBy } from '../refused-cause.ts';
import type { Rule } from '../rule.ts';
import { headerEvidence, statusEvidence } from '../scene.ts';

export const binaryTypesMock: Rule = {
  id: 'binary-types-mock',
  rank: 102,
  outcomes: ['blocked'],
  cause: 'binary-types-mock',
  step: 'preflight',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'OPTIONS itself fails with 500 at a REST API. The common reason: `BinaryMediaTypes` takes every type as binary, and SAM’s mock OPTIONS cannot read its own request any more.',
    symptom:
      'OPTIONS is answered 500 with `x-amzn-errortype: InternalServerErrorException`, at every path of the API.',
    why: 'The mock behind OPTIONS reads its request as JSON. With `*~1*` (that is, `*/*`) among the binary types, API Gateway hands it over as binary, and the mock fails.',
    fix: 'Name the types that are really binary (`image~1png`, `application~1pdf`) instead of `*~1*`. Or define OPTIONS in `DefinitionBody` with `contentHandling: CONVERT_TO_TEXT` on the integration.',
    known: 'reported',
    links: [links.restCors, 'https://github.com/aws/serverless-application-model/issues/553'],
  },
  find(subject) {
    const scene = refusedBy(subject, 'binary-types-mock');
    if (scene === null) return null;
    return {
      title: 'OPTIONS itself fails: binary media types?',
      explanation:
        'SAM’s mock OPTIONS answers 500 when `BinaryMediaTypes` holds `*~1*`: users report so; it was not recorded. Name the types that are really binary, or set `contentHandling: CONVERT_TO_TEXT` on the integration of your own OPTIONS method. If the template has no such type, the API’s execution log tells what failed: a mapping of OPTIONS, or an authorizer in front of it.',
      confidence: 'likely',
      unverified: true,
      evidence: [statusEvidence(scene), ...headerEvidence(scene, 'x-amzn-errortype', 'x-amzn-trace-id')],
      remedies: ['text-preflight', 'cors-configuration'],
    };
  },
};
