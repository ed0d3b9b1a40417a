import type { Owner, Severity } from '../finding.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text.ts';

interface Meaning {
  readonly pattern: RegExp;
  readonly words: string;
  readonly owner: Owner;
  readonly severity?: Severity;
}

/** Browsers' error names, Chromium's and Firefox's, in plain words; the first match counts. */
const meanings: readonly Meaning[] = [
  { pattern: /NAME_NOT_RESOLVED|UNKNOWN_HOST/, words: 'the host name was not found', owner: 'client' },
  { pattern: /CONNECTION_REFUSED/, words: 'nothing listens at that address', owner: 'network' },
  { pattern: /CERT|SSL|TLS|SEC_ERROR/, words: 'the TLS certificate or handshake failed', owner: 'network' },
  {
    pattern: /BLOCKED_BY_CSP|\bcsp\b|CONTENT_BLOCKED/i,
    words: 'the page’s Content Security Policy forbids it',
    owner: 'client',
  },
  { pattern: /mixed.?content/i, words: 'an https page may not call an http URL', owner: 'client' },
  {
    pattern: /LOCAL_NETWORK|PRIVATE_NETWORK/,
    words: 'the browser guards the local network from websites',
    owner: 'client',
  },
  {
    pattern: /BLOCKED_BY_(CLIENT|ADMINISTRATOR)/,
    words: 'an extension or a browser policy stopped it',
    owner: 'client',
  },
  {
    pattern: /BLOCKED_BY_(RESPONSE|ORB)|_ORB/,
    words: 'the response’s own isolation policy forbids this page to load it',
    owner: 'integration',
  },
  {
    pattern: /ABORTED|CANCELED|CANCELLED/,
    words: 'the page or the user cancelled it',
    owner: 'client',
    severity: 'warning',
  },
  { pattern: /TIMED_OUT|NET_TIMEOUT/, words: 'no answer came in time', owner: 'network' },
  {
    pattern: /CONNECTION_(RESET|CLOSED)|EMPTY_RESPONSE|NET_RESET|NET_INTERRUPT/,
    words: 'the connection was cut before an answer came',
    owner: 'network',
  },
  {
    pattern: /INTERNET_DISCONNECTED|NETWORK_CHANGED|OFFLINE|ADDRESS_UNREACHABLE/,
    words: 'the network is down or has changed',
    owner: 'network',
  },
  {
    pattern: /TOO_MANY_REDIRECTS|REDIRECT_LOOP/,
    words: 'it was redirected without end',
    owner: 'integration',
  },
  {
    pattern: /HTTP2|QUIC|INVALID_HTTP|INCOMPLETE_CHUNKED/,
    words: 'the answer broke the HTTP protocol',
    owner: 'network',
  },
];

export const networkError: Rule = {
  id: 'network-error',
  rank: 10,
  meta: {
    severity: 'error',
    owner: 'network',
    summary:
      'The request never got a readable answer, for a reason other than CORS: DNS, TLS, a refused connection, a Content Security Policy, mixed content, a cancelled request. No CORS header can mend that.',
    links: [links.mdnErrors],
  },
  find({ exchange, judgement }) {
    if (judgement.verdict.outcome !== 'network-error') return null;
    const hop = exchange.hops[judgement.hop];
    const error = hop?.preflight?.error ?? exchange.error ?? hop?.actual?.error ?? null;
    // Chromium names a preflight's fault only as ERR_FAILED; the request that waited for it has the true name.
    const named = /ERR_FAILED$|BAD_URI$/.test(error ?? '') ? (exchange.error ?? error) : error;
    const meaning = named === null ? undefined : meanings.find(({ pattern }) => pattern.test(named));
    const words = meaning?.words ?? 'the browser gives no more precise reason';
    return {
      title: `This is not CORS: ${words}`,
      explanation: `The request ended without an answer${named === null ? '' : ` (${quote(named)})`}, so no CORS header was ever looked at. Mend the connection or the call first; the console may show a CORS message all the same.`,
      owner: meaning?.owner ?? 'network',
      severity: meaning?.severity ?? 'error',
      confidence: meaning === undefined ? 'likely' : 'certain',
      evidence: [
        {
          message: hop?.preflight?.error ? 'preflight-request' : 'actual-request',
          hop: judgement.hop,
          ...(named === null ? {} : { value: named }),
          note: words,
        },
      ],
      remedies: meaning?.owner === 'client' ? ['mend-client'] : ['none'],
    };
  },
};
