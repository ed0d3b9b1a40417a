import { errorEvidence, readableWith } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Found, Rule } from '../rule.ts';
import { errorType, type Scene } from '../scene.ts';

/** What functions return that no front door can read (recorded at REST APIs, the object as body reported by all). */
const malformed =
  'The usual malformed answers: `body` is an object instead of a string (`JSON.stringify(…)`), nothing or a bare string or `{}` is returned, `statusCode` is no status, `multiValueHeaders` holds plain strings, or there is a key that a proxy response does not have.';

type Words = Pick<Found, 'title' | 'explanation' | 'confidence' | 'remedies'>;

function words(scene: Scene): Words {
  switch (scene.subject.gateway.kind) {
    case 'rest':
      return scene.response.status === 502
        ? {
            title: 'The function crashed or returned no proxy response',
            explanation: `The function threw, ran out of time or memory, or returned what API Gateway cannot read. Its log tells which. ${malformed} ${readableWith([], 'DEFAULT_5XX')}`,
            confidence: errorType(scene) === null ? 'likely' : 'certain',
            remedies: ['mend-handler', 'gateway-error-headers'],
          }
        : {
            title: 'API Gateway could not run the function',
            explanation: `With status 500 the call itself mostly failed: the API has no permission to invoke the function, the authorizer’s own function crashed, Lambda had no capacity left, or a mapping failed. The API’s execution log tells which. ${readableWith(['API_CONFIGURATION_ERROR', 'AUTHORIZER_FAILURE', 'AUTHORIZER_CONFIGURATION_ERROR'], 'DEFAULT_5XX')}`,
            confidence: 'likely',
            remedies: ['mend-handler', 'gateway-error-headers'],
          };
    case 'http':
      return {
        title: 'The function crashed or returned what cannot be read',
        explanation: `An HTTP API answers 500 when the function throws, may not be invoked, or returns what its payload format does not allow. The function’s log tells which. ${malformed} That the answer has no CORS headers says that \`CorsConfiguration\` is missing or does not list this origin.`,
        confidence: 'likely',
        remedies: ['mend-handler', 'cors-configuration'],
      };
    default:
      return {
        title: 'The function crashed or returned what cannot be read',
        explanation: `A function URL answers 502 when the function throws, runs out of time or memory, or returns what cannot be read. Its log tells which. ${malformed}`,
        confidence: 'likely',
        remedies: ['mend-handler', 'cors-configuration'],
      };
  }
}

export const handlerCrashed: Rule = {
  id: 'handler-crashed',
  rank: 202,
  outcomes: ['blocked'],
  cause: 'handler-crashed',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest', 'http', 'function-url'],
  meta: {
    severity: 'error',
    owner: 'handler',
    summary:
      'The Lambda function crashed, or returned something that is no proxy response. The front door answers for it with a 5xx that has no CORS headers, and the browser blames CORS.',
    symptom:
      'The console blames CORS. The answer was 502 or 500 with `x-amzn-errortype: InternalServerErrorException` (REST API), 500 `Internal Server Error` (HTTP API) or 502 (function URL).',
    why: 'The function threw, timed out, ran out of memory, or returned a value that cannot be turned into an answer: most often `body` as an object instead of a string.',
    fix: 'Read the function’s log and mend the crash. Return `statusCode`, `headers` and a string `body` on every path, and catch errors at the top. On a REST API, add the header to `DEFAULT_5XX` under `GatewayResponses` so that the next crash can be read.',
    known: 'recorded',
    links: [
      links.gatewayResponses,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html',
    ],
  },
  find(subject) {
    const scene = hiddenBy(subject, 'handler-crashed');
    if (scene === null) return null;
    const said = words(scene);
    return {
      ...said,
      // Of a REST API the 502 was recorded; what its 500 hides was not, nor whether the others decorate their errors.
      unverified: subject.gateway.kind !== 'rest' || scene.response.status !== 502,
      evidence: errorEvidence(scene),
    };
  },
};
