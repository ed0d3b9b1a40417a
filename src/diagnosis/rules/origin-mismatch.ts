import { links } from '../links.ts';
import { mismatchFound, type OtherOrigin, otherOrigin } from '../origin-slip.ts';
import type { Rule } from '../rule.ts';

/** What is wrong, for values that are no near miss of the page's origin: title and words. */
function slipOf({ scene, value, origin }: OtherOrigin): readonly [title: string, words: string] {
  if (origin === 'null') {
    const redirected = scene.hop > 0 && scene.subject.exchange.origin !== 'null';
    return [
      'The request’s origin is "null"',
      redirected
        ? 'A redirect between two other origins makes the browser send Origin: null; call the final URL directly.'
        : 'Pages from files, sandboxed frames and data URLs have the origin null; serve the page over http or https.',
    ];
  }
  if (value === 'null')
    return [
      'The response allows the origin "null"',
      'null is the origin of files and sandboxed frames, not of this page.',
    ];
  if (value.includes('*'))
    return [
      'The allowed origin is a pattern',
      'Browsers know no patterns: `*` stands alone, or the server answers with the one origin that asked.',
    ];
  return ['The response allows another origin', 'The page’s origin is not the one that is allowed.'];
}

export const originMismatch: Rule = {
  id: 'origin-mismatch',
  rank: 420,
  outcomes: ['blocked'],
  faults: ['AllowOriginMismatch'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'Access-Control-Allow-Origin names another origin than the page’s, a pattern, or `null`. Browsers compare byte for byte.',
    symptom:
      "“The 'Access-Control-Allow-Origin' header has a value … that is not equal to the supplied origin.”",
    why: 'The server allows an origin, but not this one. The browser compares byte for byte.',
    fix: 'Write the page’s origin exactly as the browser sends it in `Origin`.',
    known: 'standard',
    links: [links.corsCheck, links.mdnErrors],
  },
  find(subject) {
    const other = otherOrigin(subject);
    return other === null || other.near !== null ? null : mismatchFound(other, ...slipOf(other));
  },
};
