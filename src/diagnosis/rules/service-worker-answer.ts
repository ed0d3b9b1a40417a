import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const serviceWorkerAnswer: Rule = {
  id: 'service-worker-answer',
  rank: 825,
  outcomes: ['not-cors'],
  meta: {
    severity: 'info',
    owner: 'client',
    summary:
      'The page’s service worker answered. Its answer is not checked by CORS, and may be old or made up; what the server says shows only in the worker’s own requests.',
    symptom: 'The answer did not come from the network.',
    why: 'A service worker of the page made or kept it, and CORS does not check that.',
    fix: 'To see what the server says, look at the worker’s own request, or bypass the worker in DevTools.',
    known: 'measured',
    noScenario: 'own-spec',
    links: [links.respondWith],
  },
  find({ exchange, judgement }) {
    if (!exchange.fromServiceWorker || judgement.verdict.outcome !== 'not-cors') return null;
    const status = exchange.hops[judgement.hop]?.actual?.response?.status;
    return {
      title: `The page’s service worker answered${status === undefined ? '' : ` (${status})`}, not the server`,
      explanation:
        'CORS does not decide here: the page gets what the worker hands over, from its cache or made by itself. To see the server’s answer, switch on “Bypass for network” in DevTools’ Application panel, Service Workers.',
      evidence: [{ message: 'actual-response', hop: judgement.hop, note: 'from the service worker' }],
      remedies: ['mend-client'],
    };
  },
};
