import { pathOf } from '../forbidden.ts';
import { errorEvidence, readableWith, sentEvidence } from '../gateway-error.ts';
import { hiddenBy } from '../hidden-cause.ts';
import { links } from '../links.ts';
import { refusedBy } from '../refused-cause.ts';
import type { Found, Rule } from '../rule.ts';
import { decidingPreflight, errorType, isOk, presentEvidence, type Scene } from '../scene.ts';
import { quote } from '../text.ts';

type Words = Required<Pick<Found, 'title' | 'explanation' | 'confidence' | 'remedies'>>;

/** 403 Forbidden on AWS's own host: no stage stands in the URL. */
function noStage(scene: Scene): Words {
  return {
    title: 'The URL probably lacks its stage',
    explanation: `A REST API’s own host wants the stage first, then the path; ${quote(pathOf(scene.request.url))} has room for one of them only. No setting of the API reaches this 403. An API key that is missing and a WAF rule give the same bytes: look there if the URL is right.`,
    confidence: 'likely',
    remedies: ['mend-client', 'beyond-settings'],
  };
}

/** Missing Authentication Token: no such path or method, or a signature is wanted. */
function noMethod(scene: Scene): Words {
  const preflight = decidingPreflight(scene.subject)?.response ?? null;
  const pathExists = preflight !== null && isOk(preflight.status);
  const { method } = scene.request;
  const signature = `If the template has ${quote(method)} here, its authorizer is AWS_IAM: then sign the request, as the answer is the same.`;
  return {
    title: pathExists ? 'The path has no such method' : 'The API has no such path or method',
    explanation: `“Missing Authentication Token” is what a REST API says of a path or method that it does not know; no token is missing. ${
      pathExists
        ? `OPTIONS was answered here, so the path exists: ${quote(method)} is what it lacks.`
        : 'Check the path, the stage or base path, and a trailing slash.'
    } ${signature} ${readableWith(['MISSING_AUTHENTICATION_TOKEN'], 'DEFAULT_4XX')}`,
    confidence: 'likely',
    remedies: ['mend-client', 'gateway-error-headers'],
  };
}

function words(scene: Scene): Words {
  if (scene.subject.gateway.kind === 'http')
    return {
      title: 'The HTTP API has no such route',
      explanation:
        'An HTTP API answers 404 “Not Found” when no route matches method and path: check the path, the stage, and on a custom domain the base path mapping. That the answer has no CORS headers says that no API was reached, or that `CorsConfiguration` is missing or does not list this origin. The code behind a route may say 404 as well; its log tells.',
      confidence: 'likely',
      remedies: ['mend-client', 'cors-configuration'],
    };
  return errorType(scene) === 'ForbiddenException' ? noStage(scene) : noMethod(scene);
}

export const wrongUrl: Rule = {
  id: 'wrong-url',
  rank: 218,
  outcomes: ['blocked'],
  cause: 'wrong-url',
  gateways: ['rest', 'http'],
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'The URL leads to no method of the API: a wrong path, method, stage or base path. The gateway’s error carries no CORS headers, so the browser reports CORS.',
    symptom:
      'A REST API answers 403 “Missing Authentication Token” (or “Forbidden” without its stage), an HTTP API 404 “Not Found”, and the console blames CORS.',
    why: 'No route matches. A REST API calls that a missing authentication token, although no token is missing. On a custom domain, the base path mapping takes the first segment away.',
    fix: 'Compare the URL with the API’s invoke URL: stage, base path, path, trailing slash, method. The CORS headers on `DEFAULT_4XX` under `GatewayResponses` make the next such error readable.',
    known: 'recorded',
    links: [
      links.gatewayResponses,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html',
    ],
  },
  find(subject) {
    const scene = refusedBy(subject, 'wrong-url') ?? hiddenBy(subject, 'wrong-url');
    if (scene === null) return null;
    return {
      ...words(scene),
      evidence: [
        ...errorEvidence(scene),
        ...presentEvidence(scene, 'apigw-requestid'),
        ...(scene.step === 'actual' ? sentEvidence(scene, 'authorization') : []),
      ],
    };
  },
};
