import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

export const connectionCut = failureRule({
  id: 'connection-cut',
  rank: 16,
  owner: 'network',
  summary:
    'The server, or something between, closed the connection before or amid the answer: it crashed, a proxy gave up, or the port speaks TLS and the URL says http.',
  symptom:
    '`net::ERR_EMPTY_RESPONSE` or `net::ERR_CONNECTION_RESET`: the request went out, the connection closed without a complete answer.',
  why: 'The server or something between closed the connection: it crashed, a proxy gave up, or the port speaks TLS while the URL says `http:`.',
  fix: 'Look at the server’s own log at that time, and check that the URL’s scheme is the port’s.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.mdnFetchErrors],
  name: (failure) =>
    /CONNECTION_(?:RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|NET_(?:RESET|INTERRUPT|PARTIAL)|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED/.test(
      failure.error ?? '',
    )
      ? {
          title: `the connection was cut ${failure.hop.actual?.response ? 'amid' : 'before'} the answer`,
          explanation: `The server, or a proxy or firewall between, closed the connection. Look into its log for a crash at that time.${failure.hop.url.startsWith('http:') ? ' A port that speaks TLS also closes on plain http: try https.' : ''}`,
        }
      : null,
});
