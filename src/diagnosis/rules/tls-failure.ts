import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

function advice(error: string): string {
  if (/COMMON_NAME|BAD_CERT_DOMAIN|not valid for/.test(error))
    return 'The certificate is for another host name: call the name that it is for, or issue one for this host.';
  if (/DATE_INVALID|expired/i.test(error))
    return 'The certificate is out of date: renew it, and check this machine’s clock.';
  if (/AUTHORITY|UNKNOWN_ISSUER|SELF_SIGNED|not trusted/.test(error))
    return 'The certificate’s issuer is not trusted: for a local server, open its URL in a tab and accept it, or trust a local authority (mkcert).';
  return 'Open the URL in a tab to see the details; a port that speaks plain http fails like this too.';
}

export const tlsFailure = failureRule({
  id: 'tls-failure',
  rank: 18,
  owner: 'network',
  summary:
    'The TLS handshake failed: a certificate that the browser does not trust, that is for another name or out of date, or a port that speaks no TLS.',
  symptom:
    '`net::ERR_CERT_…` or `net::ERR_SSL_PROTOCOL_ERROR`; opening the same URL in a tab shows a certificate warning.',
  why: 'Browser and server could not agree on a secure connection, mostly because the certificate is self-signed, out of date or for another name.',
  fix: 'Give the server a certificate that the browser trusts for this very name; for development a local authority such as mkcert does it. Do not put a bypass into the page.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.mdnFetchErrors],
  name: (failure) => {
    const error = failure.error ?? '';
    if (!/CERT|SSL|TLS|SEC_ERROR|certificate|INADEQUATE_SECURITY/.test(error)) return null;
    return {
      title: 'the TLS certificate or handshake failed',
      explanation: `The browser could not trust or understand the server’s TLS, so no request was sent. ${advice(error)}`,
    };
  },
});
