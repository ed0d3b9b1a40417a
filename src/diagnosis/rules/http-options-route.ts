import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  fault,
  header,
  headerEvidence,
  presentEvidence,
  type Scene,
  statusEvidence,
} from '../scene.ts';

/** The faults that a route's own answer to OPTIONS shows; others lie in the CORS configuration itself. */
function isRoutesFault(scene: Scene): boolean {
  if (['InvalidStatus', 'MissingAllowOriginHeader'].includes(fault(scene))) return true;
  const named = (['access-control-allow-methods', 'access-control-allow-headers'] as const).some(
    (name) => header(scene, name) !== null,
  );
  return !named && /^(Method|Header)Disallowed/.test(fault(scene));
}

export const httpOptionsRoute: Rule = {
  id: 'http-options-route',
  rank: 116,
  outcomes: ['blocked'],
  step: 'preflight',
  gateways: ['http'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'An explicit route of an HTTP API (`$default`, `ANY …` or `OPTIONS …`) answers the preflight before the built-in CORS answer can: its authorizer refuses it, or its Lambda gets it.',
    symptom: 'OPTIONS is answered by an authorizer (401, 403) or by the function, though CORS is configured.',
    why: 'An HTTP API answers preflights by itself only where no route takes OPTIONS. `$default` and `ANY` take every method.',
    fix: 'Give the routes their methods one by one. Where that cannot be, add a route `OPTIONS /{proxy+}` with `Authorizer: NONE`.',
    known: 'reported',
    links: [links.httpCors, 'https://github.com/aws/serverless-application-model/issues/1603'],
  },
  find(subject) {
    if (subject.gateway.kind !== 'http') return null;
    const scene = blockedAt(subject, 'preflight');
    if (scene === null || !isRoutesFault(scene)) return null;
    const { status } = scene.response;
    // The built-in answer is always 204; 404 is what comes without any route.
    // 429 is the gateway's throttle.
    if (status === 204 || status === 404 || status === 429 || (status >= 300 && status <= 399)) return null;
    const refused = status === 401 || status === 403;
    return {
      title: refused
        ? `The authorizer of a \`$default\` or ANY route answers OPTIONS with ${status}`
        : `A \`$default\` or ANY route answers OPTIONS with ${status}`,
      explanation: `An HTTP API answers preflights itself, with 204, unless a route matches OPTIONS: \`$default\`, \`ANY\` and \`OPTIONS\` routes win. ${refused ? 'Preflights carry no credentials, so the route’s authorizer refuses them.' : 'Here the route’s integration got the preflight.'} Give the routes explicit methods, or add an \`OPTIONS /{proxy+}\` route without authorizer.`,
      confidence: 'likely',
      evidence: [
        statusEvidence(scene),
        ...presentEvidence(scene, 'apigw-requestid', 'www-authenticate'),
        ...headerEvidence(scene, 'access-control-allow-origin'),
      ],
      remedies: ['explicit-routes', 'cors-configuration'],
    };
  },
};
