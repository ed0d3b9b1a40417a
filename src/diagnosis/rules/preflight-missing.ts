import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const preflightMissing: Rule = {
  id: 'preflight-missing',
  rank: 805,
  sign: 'unseen-preflight',
  meta: {
    severity: 'info',
    owner: 'client',
    summary:
      'The request owed a preflight and none was captured, nor one that a cache could have kept: capture may have begun later, or the source leaves preflights out.',
    symptom: 'A request that needs a preflight shows none.',
    why: 'The capture began later, or what recorded it leaves preflights out, as some HAR exports do.',
    fix: 'Record again from the start, with the panel open.',
    known: 'measured',
    noScenario: 'own-spec',
    links: [links.preflight],
  },
  find({ exchange, judgement }) {
    if (judgement.preflight !== 'missing' || judgement.verdict.outcome === 'pending') return null;
    return {
      title: 'A preflight was owed, but none was captured',
      explanation:
        'The browser may have sent it, or answered it from its cache, before the capture began. Reload the page with DevTools open and the cache disabled to see it.',
      confidence: 'likely',
      evidence: [
        {
          message: 'actual-request',
          hop: judgement.hop,
          note: `${exchange.source} capture without a preflight`,
        },
      ],
    };
  },
};
