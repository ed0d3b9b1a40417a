import { failureRule, targetOf } from '../failure.ts';
import { links } from '../links.ts';
import { quote } from '../text.ts';

export const csp = failureRule({
  id: 'csp',
  rank: 24,
  owner: 'client',
  summary:
    'The page’s own Content Security Policy (`connect-src`, else `default-src`) does not list the URL’s origin; the browser blocks the call before it is sent.',
  symptom:
    'The console says “Refused to connect … violates the following Content Security Policy directive”; nothing is sent.',
  why: 'The page’s own policy lists where its scripts may connect to, and this origin is not among them.',
  fix: 'Add exactly this origin to `connect-src` in the page’s Content-Security-Policy. The API needs no change.',
  known: 'measured',
  noScenario: 'own-spec',
  links: [links.connectSrc],
  name: (failure) => {
    const told =
      failure.blockedReason === 'csp' || /\bcsp\b|BLOCKED_BY_CSP|CONTENT_BLOCKED/i.test(failure.error ?? '');
    if (!told) return null;
    return {
      title: 'the page’s Content Security Policy forbids the call',
      explanation: `The page’s own \`connect-src\` (or \`default-src\`) does not list this URL, so nothing was sent. Add ${quote(targetOf(failure)?.origin ?? failure.hop.url)} to the page’s Content-Security-Policy, in its header or meta element.`,
      // DevTools' HAR shows that the browser itself stopped it, not that CSP did.
      confidence: failure.subject.exchange.source === 'debugger' ? 'certain' : 'likely',
    };
  },
});
