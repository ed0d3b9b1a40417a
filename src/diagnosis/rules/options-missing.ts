import { links } from '../links.ts';
import { refusedBy } from '../refused-cause.ts';
import type { Rule } from '../rule.ts';
import { headerEvidence, statusEvidence } from '../scene.ts';

export const optionsMissing: Rule = {
  id: 'options-missing',
  rank: 110,
  outcomes: ['blocked'],
  cause: 'options-missing',
  step: 'preflight',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A REST API answers OPTIONS with 403 MissingAuthenticationTokenException: the path has no OPTIONS method, or does not exist. AWS_IAM in front of OPTIONS gives the same bytes.',
    symptom:
      "“No 'Access-Control-Allow-Origin' header”, and OPTIONS was answered 403 with `x-amzn-errortype: MissingAuthenticationTokenException`.",
    why: 'The browser asked with OPTIONS, and a REST API answers so for every path and method that it does not have. Nothing is wrong with any token.',
    fix: 'Set `Cors` on the API (or in `Globals.Api`) with AllowOrigin, AllowMethods and AllowHeaders; SAM then adds an OPTIONS method to every path. Check the path and stage in the URL as well.',
    known: 'recorded',
    links: [links.restCors, links.samCors],
  },
  find(subject) {
    const scene = refusedBy(subject, 'options-missing');
    if (scene === null) return null;
    return {
      title: 'The REST API has no OPTIONS method for this path',
      explanation:
        'API Gateway answers "Missing Authentication Token" for a path or method that it does not know: add `Cors` to the API, and check the path and stage. AWS_IAM in front of an existing OPTIONS method looks the same; only the template tells them apart: if it has an OPTIONS method here, set `AddDefaultAuthorizerToCorsPreflight: false` under `Auth`.',
      confidence: 'likely',
      evidence: [statusEvidence(scene), ...headerEvidence(scene, 'x-amzn-errortype')],
      remedies: ['cors-configuration'],
    };
  },
};
