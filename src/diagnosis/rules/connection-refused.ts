import { failureRule, targetOf } from '../failure.ts';
import { links } from '../links.ts';
import { quote } from '../text.ts';

export const connectionRefused = failureRule({
  id: 'connection-refused',
  rank: 14,
  owner: 'network',
  summary:
    'Nothing listens at the address and port, or a firewall refuses: the local server is not started, or listens on another port or address.',
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
