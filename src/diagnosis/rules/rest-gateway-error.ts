import { readableWith } from '../gateway-error.ts';
import { hiddenCause } from '../hidden-cause.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  errorType,
  fault,
  headerEvidence,
  isRestError,
  presentEvidence,
  statusEvidence,
} from '../scene.ts';

export const restGatewayError: Rule = {
  id: 'rest-gateway-error',
  rank: 292,
  outcomes: ['blocked'],
  cause: null,
  sign: 'error-status',
  faults: ['MissingAllowOriginHeader'],
  step: 'actual',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A REST API refused the request itself, for a reason that its answer does not tell more closely, with an error that carries no CORS headers. Its `GatewayResponses` must add them.',
    symptom:
      'The console blames CORS, but the answer was a 4xx with an `x-amzn-errortype`, or without the `x-amzn-trace-id` that a function’s answers have.',
    why: 'The REST API itself refused the request, and its own errors carry no CORS headers unless told to.',
    fix: 'Mend what was refused, and add the headers to `GatewayResponses`: `DEFAULT_4XX`, and every type that is customised by itself.',
    known: 'recorded',
    links: [links.gatewayResponses],
  },
  find(subject) {
    const scene = blockedAt(subject, 'actual');
    if (scene === null || fault(scene) !== 'MissingAllowOriginHeader') return null;
    const { status } = scene.response;
    if (!isRestError(scene) || status >= 500 || hiddenCause(subject) !== null) return null;
    const type = errorType(scene);
    return {
      title: 'API Gateway itself answered, without CORS headers',
      explanation: `${
        type === null
          ? 'No trace id shows that a function ran, so the gateway or an integration that is no function refused the request.'
          : 'The request was refused before it reached the handler.'
      } ${readableWith([], 'DEFAULT_4XX')} A type that is customised by itself needs the header too.`,
      confidence: type === null ? 'likely' : 'certain',
      evidence: [
        statusEvidence(scene),
        ...presentEvidence(scene, 'x-amzn-errortype'),
        ...headerEvidence(scene, 'x-amzn-trace-id', 'access-control-allow-origin'),
      ],
      remedies: ['gateway-error-headers'],
    };
  },
};
