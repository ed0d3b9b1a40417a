import { unseenByNetwork } from '../../exchange/index.ts';
import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

export const serviceWorkerError = failureRule({
  id: 'service-worker-error',
  rank: 38,
  owner: 'client',
  summary:
    'The page’s service worker took the call and answered with an error: it threw, gave `Response.error()`, or an opaque response to a cors request.',
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
