import { unseenByNetwork } from '../../exchange/index.ts';
import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

export const serviceWorkerError = failureRule({
  id: 'service-worker-error',
  rank: 38,
  owner: 'client',
  summary:
    'The page’s service worker took the call and answered with an error: it threw, gave `Response.error()`, or an opaque response to a cors request.',
  symptom: '`Failed to fetch`, and the row names the service worker as the source of the answer.',
  why: 'The page’s own service worker answered instead of the network, and its answer is an error or one that may not be used for this request.',
  fix: 'Mend the worker’s `fetch` handler, or let the request pass by not calling `respondWith`.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.respondWith],
  name: (failure) =>
    failure.blockedReason === unseenByNetwork
      ? {
          title: 'the page’s service worker answered with an error',
          explanation:
            'The call ended without a name and never reached the network: so ends a service worker that throws in `respondWith`, gives `Response.error()`, or an opaque (no-cors) response to a cors request. Look into DevTools’ Application panel, Service Workers, and try “Bypass for network”.',
          confidence: 'likely',
        }
      : null,
});
