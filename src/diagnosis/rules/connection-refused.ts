import { failureRule, targetOf } from '../failure.ts';
import { links } from '../links.ts';
import { quote } from '../text.ts';

export const connectionRefused = failureRule({
  id: 'connection-refused',
  rank: 14,
  owner: 'network',
  summary:
    'Nothing listens at the address and port, or a firewall refuses: the local server is not started, or listens on another port or address.',
  symptom: '`net::ERR_CONNECTION_REFUSED` at once, without an answer.',
  why: 'The machine was reached, but no program listens at that port, or a firewall says no.',
  fix: 'Start the local server, and check its port and address: a server on `127.0.0.1` is not always one on `localhost`.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.mdnFetchErrors],
  name: (failure) =>
    /CONNECTION_REFUSED|ADDRESS_UNREACHABLE|CONNECTION_FAILED|ADDRESS_INVALID/.test(failure.error ?? '')
      ? {
          title: `nothing answers at ${quote(targetOf(failure)?.host ?? failure.hop.url)}`,
          explanation:
            'The connection was refused before any HTTP was spoken. Start the server (with SAM: `sam local start-api`), and check host and port: `localhost` can mean another address than the one it listens on.',
        }
      : null,
});
