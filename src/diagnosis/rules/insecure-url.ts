import { headerValue } from '../../cors/index.ts';
import type { Hop } from '../../exchange/index.ts';
import { links } from '../links.ts';
import type { Rule, Subject } from '../rule.ts';

export const insecureUrl: Rule = {
  id: 'insecure-url',
  rank: 40,
  outcomes: ['blocked'],
  sign: 'moved',
  faults: [
    'DisallowedRedirect',
    'MissingAllowOriginHeader',
    'AllowOriginMismatch',
    'MultipleAllowOriginValues',
    'InvalidAllowOriginValue',
  ],
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'The page calls an http URL that HSTS or the server moves to https. A preflight survives no redirect, and a simple request that is redirected so across origins says `Origin: null`.',
    symptom:
      'The request goes out once over `http:` and again over `https:`; the preflight fails on the redirect, or the second request says `Origin: null`.',
    why: 'The page calls the `http:` form of a URL that is only served over `https:`.',
    fix: 'Write `https:` in the base URL that the page is built with.',
    known: 'measured',
    noScenario: 'own-spec',
    links: [links.hsts, links.mdnErrors],
  },
  find(subject) {
    const way = unansweredPreflight(subject) ? 'preflight' : taintedByUpgrade(subject) ? 'origin' : null;
    if (way === null) return null;
    return {
      title:
        way === 'preflight'
          ? 'The URL says http, and the browser moves it to https: its preflight fails'
          : 'The URL says http and is moved to https, which makes the origin “null”',
      explanation:
        way === 'preflight'
          ? 'The browser itself redirects this host to https (HSTS, or an extension), and a preflight may not be redirected; nothing was sent. Write https:// in the call.'
          : 'The move to https is a redirect between two origins, both foreign to the page; after it the browser sends `Origin: null`, which no sensible policy allows. Write https:// in the call.',
      evidence: [
        { message: 'actual-request', hop: 0, value: subject.exchange.hops[0]?.url ?? '', note: 'http' },
        ...(way === 'origin'
          ? [
              {
                message: 'actual-request',
                hop: subject.judgement.hop,
                header: 'origin',
                value: 'null',
              } as const,
            ]
          : []),
      ],
      remedies: ['mend-client'],
    };
  },
};

/** Chromium codes a preflight that it redirected itself like one that the server redirected; only this one has no answer. */
function unansweredPreflight({ exchange, judgement }: Subject): boolean {
  const hop = exchange.hops[judgement.hop];
  return (
    judgement.verdict.code === 'PreflightDisallowedRedirect' &&
    hop?.preflight?.response === null &&
    hop.url.startsWith('http:')
  );
}

const isUpgrade = (from: Hop | undefined, to: Hop): boolean => {
  if (from === undefined || !URL.canParse(from.url) || !URL.canParse(to.url)) return false;
  const [a, b] = [new URL(from.url), new URL(to.url)];
  return a.protocol === 'http:' && b.protocol === 'https:' && a.hostname === b.hostname;
};

function taintedByUpgrade({ exchange, judgement }: Subject): boolean {
  const { outcome, code } = judgement.verdict;
  const hop = exchange.hops[judgement.hop];
  if (outcome !== 'blocked' || code === null || !code.includes('AllowOrigin')) return false;
  if (hop === undefined || exchange.origin === 'null') return false;
  const request = (hop.actual ?? hop.preflight)?.request;
  const sent = headerValue(request?.headers ?? [], 'origin');
  return (
    sent === 'null' &&
    exchange.hops.slice(0, judgement.hop + 1).some((to, at, all) => isUpgrade(all[at - 1], to))
  );
}
