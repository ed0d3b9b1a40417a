import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import {
  blockedScene,
  fault,
  headerEvidence,
  headerOwner,
  headerRemedies,
  requestEvidence,
  stepName,
} from '../scene.ts';

export const wildcardWithCredentials: Rule = {
  id: 'wildcard-with-credentials',
  rank: 500,
  outcomes: ['blocked'],
  faults: ['WildcardOriginNotAllowed'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The request includes credentials and the response allows every origin with `*`. With credentials the exact origin must be named.',
    symptom:
      "“The value of the 'Access-Control-Allow-Origin' header … must not be the wildcard '*' when the request's credentials mode is 'include'.”",
    why: 'A request that carries cookies may be read only where the server names the page’s origin.',
    fix: 'Name the exact origins and allow credentials; or, if no cookies are needed, leave `credentials: include` (`withCredentials`) out of the call.',
    known: 'standard',
    links: [links.credentials, links.mdnErrors],
  },
  find(subject) {
    const scene = blockedScene(subject);
    if (scene === null || fault(scene) !== 'WildcardOriginNotAllowed') return null;
    return {
      title: '`*` does not allow requests with credentials',
      explanation: `The request includes credentials, and the ${stepName(scene)} says Access-Control-Allow-Origin: *. Answer with the page’s exact origin and Access-Control-Allow-Credentials: true; or, if no cookies are needed, do not ask for credentials (\`credentials: 'include'\`, \`withCredentials\`).`,
      owner: headerOwner(scene),
      evidence: [
        ...headerEvidence(scene, 'access-control-allow-origin', 'access-control-allow-credentials'),
        ...requestEvidence(scene, 'origin'),
      ],
      remedies: [...headerRemedies(scene), 'mend-client'],
    };
  },
};
