import { links } from '../links.ts';
import { mismatchFound, type OtherOrigin, otherOrigin } from '../origin-slip.ts';
import type { Rule } from '../rule.ts';

type Near = Exclude<NonNullable<OtherOrigin['near']>, 'trailing-slash' | 'path'>;

const slips: Readonly<Record<Near, readonly [title: string, words: string]>> = {
  scheme: ['The allowed origin has another scheme', 'http and https are different origins.'],
  port: ['The allowed origin has another port', 'Different ports are different origins.'],
  case: [
    'The allowed origin is spelled differently',
    'The comparison is byte for byte: lower case, and no default port.',
  ],
  'localhost-127': [
    'localhost and 127.0.0.1 are different origins',
    'Both names lead to this machine, but browsers compare the text.',
  ],
};

export const originSchemePort: Rule = {
  id: 'origin-scheme-port',
  rank: 419,
  outcomes: ['blocked'],
  faults: ['AllowOriginMismatch'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The allowed origin is nearly the page’s: another scheme, port or spelling, or localhost instead of 127.0.0.1.',
    symptom:
      "“The 'Access-Control-Allow-Origin' header has a value 'http://localhost:3000' that is not equal to the supplied origin.”",
    why: 'Scheme, host and port together are the origin. `http` is not `https`, port 3000 is not 5173, and `localhost` is not `127.0.0.1`, though both lead to the same machine.',
    fix: 'Write the origin as the browser sends it in `Origin`; list the development server’s origin for development only.',
    known: 'standard',
    links: [links.corsCheck, links.mdnErrors],
  },
  find(subject) {
    const other = otherOrigin(subject);
    if (other === null || other.near === null) return null;
    if (other.near === 'trailing-slash' || other.near === 'path') return null;
    return mismatchFound(other, ...slips[other.near]);
  },
};
