import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

export const offline = failureRule({
  id: 'offline',
  rank: 10,
  owner: 'client',
  summary:
    'The browser is offline, or DevTools plays being offline: no request leaves the machine. The console shows a CORS-like “Failed to fetch”.',
  links: [links.mdnFetchErrors],
  name: (failure) =>
    /INTERNET_DISCONNECTED|NS_ERROR_OFFLINE/.test(failure.error ?? '')
      ? {
          title: 'the browser is offline',
          explanation:
            'No request leaves this machine, so the server was never asked. Connect it, and look whether DevTools’ Network panel throttles to “Offline”.',
        }
      : null,
});
