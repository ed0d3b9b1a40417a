import { links } from '../links.ts';
import type { Rule, Subject } from '../rule.ts';
import { blockedScene, fault, requestEvidence } from '../scene.ts';

/** Front doors that leave out every CORS header for an origin that is not listed. */
const silent: ReadonlySet<Subject['gateway']['kind']> = new Set(['http', 'function-url']);

export const nullOrigin: Rule = {
  id: 'null-origin',
  rank: 50,
  outcomes: ['blocked'],
  sign: 'opaque-page',
  faults: ['MissingAllowOriginHeader', 'AllowOriginMismatch'],
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'The page’s origin is `null`: it was opened from a file (file://), or is a sandboxed frame or a data: URL. Policies list origins, and `null` is none; serve the page over http.',
    symptom: 'The request says `Origin: null`, and no list of allowed origins fits.',
    why: 'A page from a file, a sandboxed frame or a `data:` URL has no origin of its own, and browsers write `null`.',
    fix: 'Serve the page over http (`npx serve`, the framework’s development server); give a sandboxed frame `allow-same-origin` if it is your own. Never allow `null`: any sandboxed frame can send it.',
    known: 'measured',
    noScenario: 'own-spec',
    links: [links.nullOrigin, links.mdnErrors],
  },
  find(subject) {
    const scene = blockedScene(subject);
    if (scene === null || subject.exchange.origin !== 'null') return null;
    const refused =
      fault(scene) === 'AllowOriginMismatch' ||
      (fault(scene) === 'MissingAllowOriginHeader' &&
        scene.response.status < 400 &&
        silent.has(subject.gateway.kind));
    if (!refused) return null;
    return {
      title: 'The page has no origin: it is a file, a sandboxed frame or a data: URL',
      explanation:
        'Such a page sends `Origin: null`, and the policy does not allow that. Serve the page over http (`npx vite`, `python3 -m http.server`) and allow that origin; give a sandboxed frame `allow-same-origin`. Allowing `null` would let in any site’s sandboxed frames.',
      confidence: fault(scene) === 'AllowOriginMismatch' ? 'certain' : 'likely',
      evidence: requestEvidence(scene, 'origin'),
      remedies: ['mend-client'],
    };
  },
};
