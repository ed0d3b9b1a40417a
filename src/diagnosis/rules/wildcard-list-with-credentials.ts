import { links } from '../links.ts';
import { missingHeaders } from '../preflight-lists.ts';
import type { Rule } from '../rule.ts';
import { blockedAt, fault, headerEvidence, headerOwner, headerRemedies, listedNames } from '../scene.ts';
import { quote, quotedList } from '../text.ts';

export const wildcardListWithCredentials: Rule = {
  id: 'wildcard-list-with-credentials',
  rank: 520,
  outcomes: ['blocked'],
  faults: ['MethodDisallowedByPreflightResponse', 'HeaderDisallowedByPreflightResponse'],
  step: 'preflight',
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The request includes credentials, and the preflight allows methods or headers with `*`. With credentials `*` is only a literal name and allows nothing.',
    symptom: 'A method or header is refused although the preflight’s list says `*`.',
    why: 'With credentials `*` loses its meaning in these lists: it is then only a name.',
    fix: 'List the methods and headers that the page uses, one by one.',
    known: 'standard',
    links: [links.credentials, links.preflight],
  },
  find(subject) {
    const scene = blockedAt(subject, 'preflight');
    if (scene === null || subject.judgement.inferred.credentials !== 'include') return null;
    const methods = fault(scene) === 'MethodDisallowedByPreflightResponse';
    if (!methods && fault(scene) !== 'HeaderDisallowedByPreflightResponse') return null;
    const name = methods ? 'access-control-allow-methods' : 'access-control-allow-headers';
    if (!listedNames(scene.response.headers, name).includes('*')) return null;
    const needed = methods ? quote(subject.judgement.needs.method) : quotedList(missingHeaders(scene));
    return {
      title: `\`*\` does not allow ${methods ? 'methods' : 'headers'} with credentials`,
      explanation: `With credentials, \`*\` in ${methods ? 'Access-Control-Allow-Methods' : 'Access-Control-Allow-Headers'} is only a literal name. List ${needed} explicitly, or send the request without credentials.`,
      owner: headerOwner(scene),
      evidence: headerEvidence(scene, name),
      remedies: [...headerRemedies(scene), 'mend-client'],
    };
  },
};
