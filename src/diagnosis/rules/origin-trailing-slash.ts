import { links } from '../links.ts';
import { mismatchFound, otherOrigin } from '../origin-slip.ts';
import type { Rule } from '../rule.ts';

export const originTrailingSlash: Rule = {
  id: 'origin-trailing-slash',
  rank: 417,
  outcomes: ['blocked'],
  faults: ['AllowOriginMismatch'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'The allowed origin is the page’s own with a slash or a path behind it. An origin ends after host and port.',
    symptom:
      "“The 'Access-Control-Allow-Origin' header has a value 'https://app.example.com/' that is not equal to the supplied origin.”",
    why: 'An address copied from the address bar ends with a slash or a path. The browser sends the origin without either, and compares byte for byte.',
    fix: 'Strip everything after host and port: `https://app.example.com`.',
    known: 'standard',
    links: [links.corsCheck, links.mdnErrors],
  },
  find(subject) {
    const other = otherOrigin(subject);
    if (other?.near === 'trailing-slash')
      return mismatchFound(
        other,
        'The allowed origin ends with a slash',
        'An origin has no slash at its end.',
      );
    if (other?.near === 'path')
      return mismatchFound(
        other,
        'The allowed origin has a path',
        'An origin ends after the host and port; a path never matches.',
      );
    return null;
  },
};
