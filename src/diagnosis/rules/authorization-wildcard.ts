import { headerValue } from '../../cors/index.ts';
import { links } from '../links.ts';
import { failsAtList, refusedHeaders } from '../preflight-lists.ts';
import type { Found, Rule } from '../rule.ts';
import {
  blockedAt,
  decidingPreflight,
  headerEvidence,
  headerOwner,
  headerRemedies,
  requestEvidence,
  type Scene,
} from '../scene.ts';

/** The browser follows the Standard, and the call fails. */
function decides(scene: Scene): Found | null {
  if (!failsAtList(scene) || refusedHeaders(scene).uncovered.length === 0) return null;
  if (scene.subject.judgement.inferred.credentials === 'include') return null;
  return {
    severity: 'error',
    title: '`*` does not allow the Authorization header',
    explanation:
      'The preflight allows all headers with `*`, and by the Fetch Standard `*` does not cover Authorization. List `Authorization` by name.',
    owner: headerOwner(scene),
    causedBy: null,
    evidence: [
      ...headerEvidence(scene, 'access-control-allow-headers'),
      ...requestEvidence(scene, 'access-control-request-headers'),
    ],
    remedies: headerRemedies(scene),
  };
}

export const authorizationWildcard: Rule = {
  id: 'authorization-wildcard',
  rank: 603,
  sign: 'at-a-list',
  meta: {
    severity: 'warning',
    owner: 'gateway',
    summary:
      'Access-Control-Allow-Headers: * meets an Authorization header. Browsers of today let it pass, the Standard does not, and they have announced to follow: in a browser that does, the call fails.',
    symptom: 'Nothing fails yet, or an Authorization header is refused although the list says `*`.',
    why: 'The Standard excepts Authorization from the wildcard, and browsers have announced to follow.',
    fix: 'List `Authorization` by name in AllowHeaders.',
    known: 'measured',
    links: [links.preflight, links.mdnErrors],
  },
  find(subject) {
    const scene = blockedAt(subject, 'preflight');
    if (scene !== null) return decides(scene);
    const { judgement, gateway } = subject;
    if (!judgement.deviations.includes('authorization-covered-by-wildcard')) return null;
    const name = 'access-control-allow-headers';
    const value = headerValue(decidingPreflight(subject)?.response?.headers ?? [], name);
    return {
      title: 'Authorization passes only because browsers are lenient',
      explanation:
        'The preflight allows all headers with `*`. By the Fetch Standard `*` does not cover Authorization; today’s browsers still accept it, but will stop. List `Authorization` by name.',
      owner: gateway.kind === 'other' ? 'integration' : gateway.kind === 'cloudfront' ? 'cdn' : 'gateway',
      evidence: [
        {
          message: 'preflight-response',
          hop: judgement.hop,
          header: name,
          ...(value === null ? {} : { value }),
        },
      ],
      remedies: ['cors-configuration'],
    };
  },
};
