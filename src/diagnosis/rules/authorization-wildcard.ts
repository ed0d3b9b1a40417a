import { headerValue } from '../../cors/index.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { decidingPreflight } from '../scene.ts';

export const authorizationWildcard: Rule = {
  id: 'authorization-wildcard',
  rank: 710,
  meta: {
    severity: 'warning',
    owner: 'gateway',
    summary:
      'Access-Control-Allow-Headers: * lets an Authorization header pass. Browsers of today allow it, the Standard does not, and they have announced to follow.',
    symptom: 'Nothing fails yet, or an Authorization header is refused although the list says `*`.',
    why: 'The Standard excepts Authorization from the wildcard, and browsers have announced to follow.',
    fix: 'List `Authorization` by name in AllowHeaders.',
    known: 'measured',
    links: [links.preflight, links.mdnErrors],
  },
  find(subject) {
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
