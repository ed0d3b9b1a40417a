import type { Owner, Remedy } from '../finding.ts';
import { links } from '../links.ts';
import { refusedCause } from '../refused-cause.ts';
import type { Rule, Subject } from '../rule.ts';
import { headerEvidence, presentEvidence, refusedStatus, statusEvidence } from '../scene.ts';
import { cdnOptionsNotAllowed } from './cdn-options-not-allowed.ts';
import { cdnOwnError } from './cdn-own-error.ts';
import { functionUrlCorsUnconfigured } from './function-url-cors-unconfigured.ts';
import { functionUrlPermission } from './function-url-permission.ts';
import { httpCorsUnconfigured } from './http-cors-unconfigured.ts';
import { httpOptionsRoute } from './http-options-route.ts';
import { preflightRedirect } from './preflight-redirect.ts';

/** Rules that know the cause of the status more precisely, besides those that share `refusedCause`. */
const closer = [
  preflightRedirect,
  httpOptionsRoute,
  httpCorsUnconfigured,
  functionUrlPermission,
  functionUrlCorsUnconfigured,
  cdnOptionsNotAllowed,
  cdnOwnError,
];

/** What a status outside 200–299 commonly means when OPTIONS gets it. */
function meaning(status: number, { gateway }: Subject): string {
  if (status === 401 || status === 403)
    return gateway.kind === 'function-url'
      ? 'The function URL demands permission or a signature, which preflights never carry; a CORS configuration on the URL answers them before the function.'
      : 'Something in front of the server (authentication, an API key, a firewall) refuses OPTIONS, and preflights never carry credentials.';
  if (status === 404)
    return 'Nothing is served for OPTIONS at this URL: check the path, or add a route for OPTIONS.';
  if (status === 405 || status === 501) return 'The server does not handle the OPTIONS method at this URL.';
  if (status === 429) return 'The preflight was throttled; a longer max-age makes fewer of them.';
  if (status === 500 && gateway.kind === 'rest')
    return 'The OPTIONS method itself fails; a common reason is `BinaryMediaTypes: */*` together with SAM’s mock OPTIONS.';
  if (status >= 500) return 'The server fails while it answers OPTIONS.';
  return 'Preflights are only accepted with a status from 200 to 299.';
}

/**
 * SAM issue 553 and others report the mock's 500; that a function URL's CORS configuration answers a preflight without
 * permission is inferred. AWS was recorded doing neither.
 */
const isUnrecorded = (status: number, { gateway }: Subject): boolean =>
  (gateway.kind === 'rest' && status === 500) ||
  (gateway.kind === 'function-url' && (status === 401 || status === 403));

const owners: Readonly<Record<Subject['gateway']['kind'], Owner>> = {
  rest: 'gateway',
  http: 'gateway',
  'function-url': 'gateway',
  cloudfront: 'cdn',
  other: 'integration',
};

export const preflightStatus: Rule = {
  id: 'preflight-status',
  rank: 120,
  outcomes: ['blocked'],
  cause: null,
  step: 'preflight',
  sign: 'refused-status',
  meta: {
    severity: 'error',
    owner: 'integration',
    summary:
      'The preflight is answered with a status outside 200–299. Without Access-Control-Allow-Origin on it Chromium reports a missing header, but the status is the cause.',
    symptom:
      '“It does not have HTTP ok status”, or a missing header on an OPTIONS that was answered with an error.',
    why: 'Whatever its headers say, a preflight counts only with a status from 200 to 299.',
    fix: 'Find out what answers OPTIONS there (a firewall, an authorizer, the application), and let it answer 204 with the CORS headers, without asking for credentials.',
    known: 'standard',
    links: [links.preflight, links.mdnErrors],
  },
  find(subject) {
    const scene = refusedStatus(subject);
    if (
      scene === null ||
      refusedCause(subject) !== null ||
      closer.some((rule) => rule.find(subject) !== null)
    )
      return null;
    const { status } = scene.response;
    const remedies: readonly Remedy[] =
      subject.gateway.kind === 'cloudfront' ? ['beyond-settings'] : ['cors-configuration'];
    return {
      title:
        status < 400
          ? `The preflight is answered with ${status}`
          : 'Preflights are only accepted with a status from 200 to 299',
      explanation: `OPTIONS must be answered with a status from 200 to 299. ${meaning(status, subject)}`,
      owner: owners[subject.gateway.kind],
      unverified: isUnrecorded(status, subject),
      evidence: [
        statusEvidence(scene),
        ...presentEvidence(scene, 'x-amzn-errortype', 'x-cache'),
        ...headerEvidence(scene, 'access-control-allow-origin'),
      ],
      remedies,
    };
  },
};
