import { links } from '../links.ts';
import { refusedBy } from '../refused-cause.ts';
import type { Rule } from '../rule.ts';
import { headerEvidence, requestEvidence, statusEvidence } from '../scene.ts';

export const iamOnOptions: Rule = {
  id: 'iam-on-options',
  rank: 106,
  outcomes: ['blocked'],
  cause: 'iam-on-options',
  step: 'preflight',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'OPTIONS of a REST API stands behind AWS_IAM, and browsers never sign a preflight. A path without OPTIONS gives the same answer; signed requests to this API make IAM the likelier cause.',
    symptom:
      'OPTIONS is answered 403 with `x-amzn-errortype: MissingAuthenticationTokenException`, and the page signs its requests (`x-amz-date`, `AWS4-HMAC-SHA256`).',
    why: 'With `DefaultAuthorizer: AWS_IAM` SAM puts the signature in front of the OPTIONS method as well, unless told otherwise.',
    fix: 'Set `AddDefaultAuthorizerToCorsPreflight: false` directly under `Auth`. The real methods still demand the signature.',
    known: 'documented',
    links: [links.samAuth, links.preflight],
  },
  find(subject) {
    const scene = refusedBy(subject, 'iam-on-options');
    if (scene === null) return null;
    return {
      title: 'AWS_IAM probably stands before OPTIONS',
      explanation:
        'This API is called with AWS signatures, or has answered OPTIONS here before, so OPTIONS probably exists and demands a signature, which preflights never carry: set `AddDefaultAuthorizerToCorsPreflight: false` under `Auth`. A path without an OPTIONS method gives the same bytes: if the template has no `Cors` on this API, add it. The template tells the two apart.',
      confidence: 'likely',
      unverified: true,
      evidence: [
        statusEvidence(scene),
        ...headerEvidence(scene, 'x-amzn-errortype'),
        ...requestEvidence(scene, 'access-control-request-headers'),
      ],
      remedies: ['open-preflight-to-authorizer', 'cors-configuration'],
    };
  },
};
