import { failureRule } from '../failure.ts';
import { links } from '../links.ts';

export const protocolError = failureRule({
  id: 'protocol-error',
  rank: 44,
  owner: 'network',
  summary:
    'What came back is no valid HTTP: another protocol on that port, a proxy’s fault, or a broken chunk or frame.',
  symptom:
    '`net::ERR_INVALID_HTTP_RESPONSE` or `net::ERR_HTTP2_PROTOCOL_ERROR`, or an answer that ends in the middle.',
  why: 'What came back is not HTTP as the browser expects it: another service on that port, or a proxy’s fault.',
  fix: 'Check port and scheme; read the answer with `curl -v` and mend what writes it.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.mdnFetchErrors],
  name: (failure) =>
    /HTTP2|QUIC|INVALID_HTTP|INVALID_CHUNKED|CONTENT_DECODING|INVALID_RESPONSE|RESPONSE_HEADERS|CORRUPTED_CONTENT|INVALID_CONTENT_ENCODING|UNSAFE_CONTENT/.test(
      failure.error ?? '',
    )
      ? {
          title: 'the answer broke the HTTP protocol',
          explanation:
            'Something came back that is no valid HTTP. Check that the port speaks HTTP, and `Content-Encoding` and `Content-Length` that the handler or proxy writes itself.',
        }
      : null,
});
