import type { Remedy } from '../finding.ts';
import { links } from '../links.ts';
import type { Found, Rule } from '../rule.ts';
import {
  blockedAt,
  errorType,
  fault,
  header,
  headerEvidence,
  headerOwner,
  isRestError,
  presentEvidence,
  type Scene,
  statusEvidence,
} from '../scene.ts';

type Words = Pick<Found, 'title' | 'explanation'> &
  Required<Pick<Found, 'owner' | 'confidence'>> & { readonly remedies: readonly Remedy[] };

function restError(status: number): Words {
  const late = status === 504;
  return {
    title: late ? 'The backend timed out' : 'The Lambda function failed',
    explanation: `${
      late
        ? 'The integration did not answer in time, or could not be reached.'
        : status === 502
          ? 'The function threw, or returned something that is not a proxy response (`statusCode`, `headers`, and a string `body`).'
          : 'The API’s integration or configuration failed; the function’s log or the API’s execution log tells more.'
    } API Gateway answers such failures itself, without CORS headers, so the browser reports CORS instead. Mend the failure; headers on \`DEFAULT_5XX\` make the next one readable.`,
    owner: late ? 'integration' : 'handler',
    confidence: 'certain',
    remedies: ['mend-handler', 'gateway-error-headers'],
  };
}

function words(scene: Scene): Words {
  const { status } = scene.response;
  const { kind } = scene.subject.gateway;
  if (isRestError(scene)) return restError(status);
  if (kind === 'rest')
    return {
      title: 'The handler itself failed',
      explanation:
        'The function itself answered with an error and left out Access-Control-Allow-Origin, so the page cannot read what went wrong. Mend the error, and send the CORS headers on error paths too.',
      owner: 'handler',
      confidence: 'likely',
      remedies: ['mend-handler', 'handler-error-headers'],
    };
  if (kind === 'http')
    return {
      title: status === 503 ? 'The backend timed out or was throttled' : 'The Lambda function failed',
      explanation: `${
        status === 503
          ? 'An HTTP API answers 503 when the integration takes more than 30 seconds or is throttled.'
          : 'An HTTP API answers 500 when the function throws, answers wrongly or may not be invoked.'
      } The response has no CORS headers, so the page cannot read the status. Mend the failure first; if other responses lack the headers too, the CORS configuration does not list this origin.`,
      owner: status === 503 ? 'integration' : 'handler',
      confidence: 'likely',
      remedies: ['mend-handler', 'cors-configuration'],
    };
  if (kind === 'function-url')
    return {
      title: 'The Lambda function failed',
      explanation:
        'The function threw or answered wrongly, and the response has no CORS headers, so the page cannot read the status. Mend the function first.',
      owner: 'handler',
      confidence: 'likely',
      remedies: ['mend-handler', 'cors-configuration'],
    };
  return {
    title: 'The server failed',
    explanation:
      'The request failed on the server, and its error page has no Access-Control-Allow-Origin, so the page cannot read the status. Mend the server’s error first; it should also send CORS headers with its errors.',
    owner: headerOwner(scene),
    confidence: 'likely',
    remedies: kind === 'cloudfront' ? ['none'] : ['mend-handler', 'handler-error-headers'],
  };
}

export const serverErrorHidden: Rule = {
  id: 'server-error-hidden',
  rank: 200,
  outcomes: ['blocked'],
  step: 'actual',
  meta: {
    severity: 'error',
    owner: 'handler',
    summary:
      'The request passed, but the server failed with a 5xx whose error answer carries no CORS headers. The browser reports CORS; the crash or timeout is the cause.',
    symptom: 'The console blames CORS, but the answer was a 500, 502, 503 or 504.',
    why: 'The request was let through and the server failed. Its error answer carries no CORS headers, so the browser hides it.',
    fix: 'Mend the failure first: read the function’s log. Then give error answers the CORS headers too, so that the page can read the next one.',
    known: 'recorded',
    links: [links.gatewayResponses, links.mdnErrors],
  },
  find(subject) {
    const scene = blockedAt(subject, 'actual');
    if (scene === null || fault(scene) !== 'MissingAllowOriginHeader' || scene.response.status < 500)
      return null;
    return {
      ...words(scene),
      // No recording tells whether an HTTP API adds CORS headers to its 500 and 503, nor a function URL to its 502.
      unverified: subject.gateway.kind === 'http' || subject.gateway.kind === 'function-url',
      evidence: [
        statusEvidence(scene),
        ...(errorType(scene) === null ? [] : headerEvidence(scene, 'x-amzn-errortype')),
        ...(header(scene, 'x-amzn-trace-id') === null ? [] : presentEvidence(scene, 'x-amzn-trace-id')),
        ...headerEvidence(scene, 'access-control-allow-origin'),
      ],
    };
  },
};
