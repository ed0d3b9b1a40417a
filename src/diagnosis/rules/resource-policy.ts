import { links } from '../links.ts';
import { refusedBy } from '../refused-cause.ts';
import type { Rule, Subject } from '../rule.ts';
import { headerEvidence, statusEvidence } from '../scene.ts';

/** The template knows every route, and none has an authorizer: then the policy alone is left. */
const hasNoAuthorizer = ({ template }: Subject): boolean =>
  template?.api.routesKnown === true &&
  template.api.routes.every(({ authorizer }) => authorizer === 'none') &&
  template.api.preflights.every(({ authorizer }) => authorizer === 'none');

export const resourcePolicy: Rule = {
  id: 'resource-policy',
  rank: 108,
  outcomes: ['blocked'],
  cause: 'resource-policy',
  step: 'preflight',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A resource policy of a REST API denies OPTIONS. Preflights come from the visitor’s address and without any identity, so a policy must allow them to everyone it serves.',
    symptom: 'OPTIONS is answered 403 with `x-amzn-errortype: AccessDeniedException`.',
    why: 'The policy allows certain principals, methods or addresses only, and an anonymous OPTIONS is not among them.',
    fix: 'Allow `execute-api:Invoke` on the OPTIONS methods to everyone who may call the API from a browser (`Auth.ResourcePolicy` in SAM).',
    known: 'inferred',
    links: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html',
      links.preflight,
    ],
  },
  find(subject) {
    const scene = refusedBy(subject, 'resource-policy');
    if (scene === null) return null;
    return {
      title: 'A resource policy probably denies OPTIONS',
      explanation:
        'OPTIONS comes without any identity, and something denied it: mostly a resource policy that does not allow `execute-api:Invoke` on OPTIONS for this address. A Lambda authorizer that asks for no token gives the same bytes: then set `AddDefaultAuthorizerToCorsPreflight: false` under `Auth`. The template tells the two apart. AWS was not recorded answering so.',
      confidence: 'likely',
      unverified: true,
      evidence: [statusEvidence(scene), ...headerEvidence(scene, 'x-amzn-errortype')],
      remedies: hasNoAuthorizer(subject)
        ? ['beyond-settings']
        : ['open-preflight-to-authorizer', 'cors-configuration', 'beyond-settings'],
    };
  },
};
