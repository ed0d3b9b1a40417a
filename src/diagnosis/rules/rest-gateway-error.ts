import type { Remedy } from '../finding.ts';
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

/** What API Gateway means by its error names (wire facts of REST APIs). */
const meanings: Readonly<Record<string, string>> = {
  UnauthorizedException: 'The authorizer found no token, or not a valid one.',
  AccessDeniedException: 'The authorizer or a resource policy denied the request.',
  ExpiredTokenException: 'The token has expired.',
  MissingAuthenticationTokenException:
    'The path or method does not exist (check URL and stage), or it asks for an AWS signature.',
  IncompleteSignatureException:
    'The path or method does not exist (check URL and stage), or it asks for an AWS signature and got another Authorization header.',
  ForbiddenException:
    'An API key is missing or wrong, a WAF rule blocked the request, or the URL lacks its stage or mapping.',
  TooManyRequestsException: 'The request was throttled.',
  LimitExceededException: 'The usage plan’s quota is used up.',
  BadRequestException: 'The request did not pass the API’s validation, or its media type is not supported.',
};

export const restGatewayError: Rule = {
  id: 'rest-gateway-error',
  rank: 210,
  outcomes: ['blocked'],
  step: 'actual',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A REST API refused the request itself (authorizer, API key, throttling, validation, unknown path) with an error that carries no CORS headers. Its `GatewayResponses` must add them.',
    symptom: 'The console blames CORS, but the answer was a 4xx with an `x-amzn-errortype`.',
    why: 'The REST API itself refused the request, and its own errors carry no CORS headers unless told to.',
    fix: 'Mend what was refused (token, key, rate, body), and add the headers to `GatewayResponses`: `DEFAULT_4XX`, and every type that is customised by itself.',
    known: 'recorded',
    links: [links.gatewayResponses],
  },
  find(subject) {
    const scene = blockedAt(subject, 'actual');
    if (scene === null || fault(scene) !== 'MissingAllowOriginHeader') return null;
    const { status } = scene.response;
    if (!isRestError(scene) || status >= 500) return null;
    const type = errorType(scene);
    const meaning = type === null || !Object.hasOwn(meanings, type) ? undefined : meanings[type];
    // API Gateway's known issues: the 413 gateway response cannot be customised.
    const fixed = status === 413;
    const remedies: readonly Remedy[] = fixed ? ['mend-client'] : ['gateway-error-headers'];
    return {
      title: 'API Gateway itself answered, without CORS headers',
      explanation: fixed
        ? 'The payload is larger than API Gateway takes, and this error cannot be given CORS headers. Send less, or upload to a presigned URL.'
        : `${meaning ?? 'The request was refused before it reached the handler.'} The handler never ran, so the API’s \`GatewayResponses\` (\`DEFAULT_4XX\`, and each type that is customised by itself) must add Access-Control-Allow-Origin for the page to read the error.`,
      confidence: type === null ? 'likely' : 'certain',
      evidence: [
        statusEvidence(scene),
        ...presentEvidence(scene, 'x-amzn-errortype'),
        ...headerEvidence(scene, 'x-amzn-trace-id', 'access-control-allow-origin'),
      ],
      remedies,
    };
  },
};
