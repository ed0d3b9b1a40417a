import { links } from '../links.ts';
import { refusedBy } from '../refused-cause.ts';
import type { Rule } from '../rule.ts';
import { errorType, presentEvidence, statusEvidence } from '../scene.ts';

export const authorizerOnOptions: Rule = {
  id: 'authorizer-on-options',
  rank: 112,
  outcomes: ['blocked'],
  cause: 'authorizer-on-options',
  step: 'preflight',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The authorizer of a REST API stands in front of OPTIONS. Browsers never send credentials with a preflight, so it is always refused.',
    symptom: 'OPTIONS is answered 401 with `x-amzn-errortype: UnauthorizedException`.',
    why: 'SAM puts the default authorizer in front of the OPTIONS method as well, unless told otherwise, and browsers never send a token with a preflight.',
    fix: 'Set `AddDefaultAuthorizerToCorsPreflight: false` directly under `Auth`. The real methods stay protected.',
    known: 'recorded',
    links: [links.samAuth, links.preflight],
  },
  find(subject) {
    const scene = refusedBy(subject, 'authorizer-on-options');
    if (scene === null) return null;
    const type = errorType(scene);
    const policy =
      type === 'AccessDeniedException' ? ' A resource policy that denies OPTIONS gives the same answer.' : '';
    return {
      title: `The authorizer answers OPTIONS with ${scene.response.status}`,
      explanation: `Browsers send preflights without credentials, so an authorizer in front of OPTIONS always refuses them. Set \`AddDefaultAuthorizerToCorsPreflight: false\` under \`Auth\` of the API; the other methods stay protected.${policy}`,
      confidence: type === 'UnauthorizedException' ? 'certain' : 'likely',
      evidence: [statusEvidence(scene), ...presentEvidence(scene, 'x-amzn-errortype', 'www-authenticate')],
      remedies: ['open-preflight-to-authorizer', 'cors-configuration'],
    };
  },
};
