import { links } from '../links.ts';
import { refusedBy } from '../refused-cause.ts';
import type { Rule } from '../rule.ts';
import { headerEvidence, statusEvidence } from '../scene.ts';

export const apiKeyOnOptions: Rule = {
  id: 'api-key-on-options',
  rank: 114,
  outcomes: ['blocked'],
  cause: 'api-key-on-options',
  step: 'preflight',
  gateways: ['rest'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'A REST API answers OPTIONS with 403 ForbiddenException: it demands an API key, which a preflight never carries. A WAF rule or a URL without its stage gives the same answer.',
    symptom: 'OPTIONS is answered 403 with `x-amzn-errortype: ForbiddenException`.',
    why: 'The API demands a key of every method, OPTIONS included, and browsers never send one with a preflight.',
    fix: 'Set `AddApiKeyRequiredToCorsPreflight: false` directly under `Auth`. The real methods still demand the key.',
    known: 'recorded',
    links: [links.samAuth, links.preflight],
  },
  find(subject) {
    const scene = refusedBy(subject, 'api-key-on-options');
    if (scene === null) return null;
    return {
      title: 'The API demands an API key for OPTIONS',
      explanation:
        'Preflights carry no API key, so OPTIONS must not ask for one: set `AddApiKeyRequiredToCorsPreflight: false` under `Auth` of the API. If no key is required there, a WAF rule blocks OPTIONS, or the URL lacks its stage or base path: all of them answer 403 Forbidden.',
      confidence: 'likely',
      evidence: [statusEvidence(scene), ...headerEvidence(scene, 'x-amzn-errortype')],
      remedies: ['open-preflight-to-api-key', 'cors-configuration'],
    };
  },
};
