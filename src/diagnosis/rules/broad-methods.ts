import { headerTokens } from '../../cors/index.ts';
import { apiSummary } from '../api-summary.ts';
import { answerEvidence, answerOwner, corsAnswers } from '../cors-answer.ts';
import { links } from '../links.ts';
import { enoughPreflights } from '../preflight-lists.ts';
import type { Rule } from '../rule.ts';
import { quotedList } from '../text.ts';

export const broadMethods: Rule = {
  id: 'broad-methods',
  rank: 834,
  outcomes: ['allowed'],
  sign: 'latest-preflight',
  meta: {
    severity: 'info',
    owner: 'gateway',
    summary:
      'The preflight allows methods that no captured request needed. Allow only those that your pages use; told once per API, on its latest preflight.',
    symptom:
      'Everything works. Access-Control-Allow-Methods holds `*`, or PUT, PATCH or DELETE, which no page was seen to use.',
    why: 'Lists are often copied whole from an example. Each method allowed is one more that a page of an allowed origin, or a script slipped into it, may send.',
    fix: 'List the methods that your pages send. GET, HEAD and POST need no entry.',
    known: 'standard',
    links: [links.preflight],
  },
  find(subject) {
    const { preflight } = corsAnswers(subject);
    if (preflight === null || preflight.acam === null) return null;
    const listed = headerTokens(preflight.headers, 'access-control-allow-methods');
    if (listed === null || listed === 'invalid') return null;
    const { method } = subject.judgement.needs;
    const wide = listed.includes('*');
    if (!wide && listed.every((name) => name === method || harmless.has(name.toUpperCase()))) return null;
    const { latestPreflighted, methods, preflights } = apiSummary(subject.siblings);
    if (latestPreflighted !== subject.exchange.id) return null;
    const unused = listed.filter((name) => !methods.has(name) && !harmless.has(name.toUpperCase()));
    if (!wide && (unused.length === 0 || preflights < enoughPreflights)) return null;
    return {
      title: wide
        ? 'The preflight allows every method'
        : 'The preflight allows methods that no request needed',
      explanation: wide
        ? `The requests captured need ${quotedList([...methods])}. List what your pages send instead of \`*\`, which also stops working once credentials are included.`
        : `Of ${preflights} preflights captured, none needed ${quotedList(unused, 'or')}. If no page sends ${unused.length === 1 ? 'it' : 'them'}, leave ${unused.length === 1 ? 'it' : 'them'} out.`,
      owner: answerOwner(subject, preflight),
      confidence: wide ? 'certain' : 'likely',
      evidence: [answerEvidence(preflight, 'access-control-allow-methods', preflight.acam)],
    };
  },
};

/** Fetch Standard, CORS-safelisted methods, which pass unlisted; and OPTIONS, which generated lists hold and pages do not send. */
const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', '*']);
