import { severalValues } from '../allow-origin-values.ts';
import { links } from '../links.ts';
import type { Rule, Subject } from '../rule.ts';
import { headerEvidence, headerOwner, presentEvidence, stepName } from '../scene.ts';
import { quote } from '../text.ts';

/** Who the two owners commonly are at each front door, and which of them is to go. */
const owners: Readonly<Record<Subject['gateway']['kind'], string>> = {
  rest: 'In a REST API’s handler that is `headers` and `multiValueHeaders` together, two names that differ in case only, or a framework’s middleware beside code of your own; leave it to one of them.',
  http: 'An HTTP API drops its integration’s CORS headers, so the second one comes from what stands before it, such as a proxy or CDN.',
  'function-url':
    'The function URL’s `Cors` and the function’s code both add it; remove it from the code. AWS’s page says that the configured headers win; users saw both.',
  cloudfront:
    'A response headers policy of CloudFront adds it beside the origin server’s own; let the policy override the origin, or take it out of one of them.',
  other: 'Two places each add it, such as the application and a proxy before it; leave it to one of them.',
};

export const duplicateAllowOrigin: Rule = {
  id: 'duplicate-allow-origin',
  rank: 397,
  outcomes: ['blocked'],
  faults: ['MultipleAllowOriginValues', 'AllowOriginMismatch', 'InvalidAllowOriginValue'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'Access-Control-Allow-Origin is sent twice: two owners each add it, such as a function URL and its code, or a proxy and the server behind it. Exactly one may.',
    symptom:
      "“The 'Access-Control-Allow-Origin' header contains multiple values '*, https://…', but only one is allowed.”",
    why: 'Browsers join header lines of one name with a comma and then want exactly one origin, or `*`. Two right values make one wrong one.',
    fix: 'Choose one owner. Take the header, and its companions, out of the other: out of the code behind a function URL or HTTP API, or out of the proxy.',
    known: 'reported',
    links: [links.corsCheck, links.functionUrl, links.mdnErrors],
  },
  find(subject) {
    const found = severalValues(subject);
    if (found?.twice !== true) return null;
    const { scene, value } = found;
    return {
      title: 'Access-Control-Allow-Origin is sent twice',
      explanation: `The ${stepName(scene)} says ${quote(value)}, but the header may hold only one origin. ${owners[subject.gateway.kind]}`,
      owner: headerOwner(scene),
      evidence: [
        ...headerEvidence(scene, 'access-control-allow-origin'),
        ...presentEvidence(scene, 'via', 'server'),
      ],
      remedies: ['single-header-owner'],
    };
  },
};
