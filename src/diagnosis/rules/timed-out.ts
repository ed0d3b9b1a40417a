import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

export const timedOut = failureRule({
  id: 'timed-out',
  rank: 20,
  owner: 'network',
  summary:
    'No connection or no answer came in the time that the browser gives. The server hangs, or a firewall drops the packets silently.',
  symptom: '`net::ERR_TIMED_OUT` or `net::ERR_CONNECTION_TIMED_OUT` after a long wait.',
  why: 'Nobody answered in the time that the browser gives: the server hangs, or a firewall drops packets without a word (a security group, a private API seen from outside its network).',
  fix: 'Check that the host can be reached from this network at all, then the server’s own time limits.',
  known: 'standard',
  noScenario: 'infrastructure',
  links: [links.mdnFetchErrors],
  name: (failure) =>
    /TIMED_OUT|NET_TIMEOUT/.test(failure.error ?? '')
      ? {
          title: 'no answer came in time',
          explanation:
            'The browser gave up waiting; the server hangs, or a firewall or security group drops the packets without a word. Check that the address can be reached from this network, and the server’s log.',
        }
      : null,
});
