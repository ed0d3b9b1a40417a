import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import {
  blockedScene,
  fault,
  header,
  headerEvidence,
  headerOwner,
  headerRemedies,
  stepName,
} from '../scene.ts';
import { quote } from '../text.ts';

export const allowCredentialsMissing: Rule = {
  id: 'allow-credentials-missing',
  rank: 510,
  outcomes: ['blocked'],
  faults: ['InvalidAllowCredentials'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The request includes credentials, and Access-Control-Allow-Credentials is not exactly `true`, lower case.',
    symptom:
      "“The value of the 'Access-Control-Allow-Credentials' header … must be 'true' when the request's credentials mode is 'include'.”",
    why: 'The page sends cookies and the server does not say that pages may.',
    fix: 'Send `Access-Control-Allow-Credentials: true`, in lower case, with preflight and answer, beside the exact origin.',
    known: 'standard',
    links: [links.credentials, links.mdnErrors],
  },
  find(subject) {
    const scene = blockedScene(subject);
    if (scene === null || fault(scene) !== 'InvalidAllowCredentials') return null;
    const value = header(scene, 'access-control-allow-credentials');
    const nearly = value !== null && value.trim().toLowerCase() === 'true' ? ' The case counts.' : '';
    return {
      title:
        value === null
          ? 'Access-Control-Allow-Credentials is missing'
          : 'Access-Control-Allow-Credentials is not exactly true',
      explanation: `The request includes credentials, so the ${stepName(scene)} must say Access-Control-Allow-Credentials: true${value === null ? '' : `, and it says ${quote(value)}`}.${nearly} Preflight and actual response both need it.`,
      owner: headerOwner(scene),
      evidence: headerEvidence(scene, 'access-control-allow-credentials', 'access-control-allow-origin'),
      remedies: headerRemedies(scene),
    };
  },
};
