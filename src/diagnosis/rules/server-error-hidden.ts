import type { Remedy } from '../finding.ts';
import { hiddenCause } from '../hidden-cause.ts';
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
  serverName,
  statusEvidence,
} from '../scene.ts';

type Words = Pick<Found, 'title' | 'explanation'> &
  Required<Pick<Found, 'owner' | 'confidence'>> & { readonly remedies: readonly Remedy[] };

function words(scene: Scene): Words {
  const { kind } = scene.subject.gateway;
  if (isRestError(scene))
    return {
      title: 'An integration failed',
      explanation:
        'No trace id shows that a function ran: what stands behind the API, or the API itself, failed without CORS headers, so the browser reports CORS instead. Mend the failure; headers on `DEFAULT_5XX` make the gateway’s own errors readable.',
      owner: 'integration',
      confidence: 'likely',
      remedies: ['mend-handler', 'gateway-error-headers'],
    };
  if (kind === 'rest')
    return {
      title: 'The handler itself failed',
      explanation:
        'The function itself answered with an error and left out Access-Control-Allow-Origin, so the page cannot read what went wrong. Mend the error, and send the CORS headers on error paths too.',
      owner: 'handler',
      confidence: 'likely',
      remedies: ['mend-handler', 'handler-error-headers'],
    };
  if (kind === 'http' || kind === 'function-url')
    return {
      title: 'The function itself failed',
      explanation: `The code answered with an error, and the response has no CORS headers, so the page cannot read the status. Mend the failure first. If other responses lack the headers too, the CORS configuration of ${serverName(scene.subject)} does not list this origin.`,
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
  rank: 290,
  outcomes: ['blocked'],
  cause: null,
  sign: 'error-status',
  faults: ['MissingAllowOriginHeader'],
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
    if (hiddenCause(subject) !== null) return null;
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
