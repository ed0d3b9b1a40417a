import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

export const offline = failureRule({
  id: 'offline',
  rank: 10,
  owner: 'client',
  summary:
    'The browser is offline, or DevTools plays being offline: no request leaves the machine. The console shows a CORS-like “Failed to fetch”.',
  symptom:
    '`Failed to fetch` in the console (`net::ERR_INTERNET_DISCONNECTED`), and no answer at all in the Network panel.',
  why: 'No request leaves the machine: the network is down, or DevTools’ throttling menu is set to Offline.',
  fix: 'Go online, or set DevTools’ throttling back to “No throttling”. Nothing in the API needs a change.',
  known: 'measured',
  noScenario: 'own-spec',
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
