import { headerTokens } from '../../cors/index.ts';
import { apiSummary } from '../api-summary.ts';
import { answerEvidence, answerOwner, corsAnswers } from '../cors-answer.ts';
import { links } from '../links.ts';
import { enoughPreflights } from '../preflight-lists.ts';
import type { Rule } from '../rule.ts';
import { quotedList } from '../text.ts';

export const broadHeaders: Rule = {
  id: 'broad-headers',
  rank: 836,
  outcomes: ['allowed'],
  sign: 'latest-preflight',
  meta: {
    severity: 'info',
    owner: 'gateway',
    summary:
      'The preflight allows request headers that no captured request needed. Allow only those that your pages send; told once per API, on its latest preflight.',
    symptom:
      'Everything works. Access-Control-Allow-Headers holds `*`, or names that no page was seen to send.',
    why: 'Lists are often copied whole from an example. A header that the server obeys, such as one that overrides the method or tells who is asking, is better not left open to pages.',
    fix: 'List the headers that your pages send.',
    known: 'standard',
    links: [links.preflight],
  },
  find(subject) {
    const { preflight } = corsAnswers(subject);
    if (preflight === null || preflight.acah === null) return null;
    const listed = headerTokens(preflight.headers, 'access-control-allow-headers');
    if (listed === null || listed === 'invalid') return null;
    const own = subject.judgement.needs.headers;
    if (listed.every((name) => own.includes(name) || harmless.has(name)) && !listed.includes('*'))
      return null;
    const { latestPreflighted, headers, preflights } = apiSummary(subject.siblings);
    if (latestPreflighted !== subject.exchange.id) return null;
    const wide = listed.includes('*');
    if (!wide && preflights < enoughPreflights) return null;
    const unused = listed.filter((name) => {
      const lower = name.toLowerCase();
      return !headers.has(lower) && !harmless.has(lower);
    });
    if (!wide && unused.length === 0) return null;
    const needed = headers.size === 0 ? 'no header allowed' : quotedList([...headers]);
    return {
      title: wide
        ? 'The preflight allows every request header'
        : 'The preflight allows headers that no request needed',
      explanation: wide
        ? `The requests captured need ${needed}. List what your pages send instead of \`*\`, which does not cover Authorization and stops working once credentials are included.`
        : `Of ${preflights} preflights captured, none needed ${quotedList(unused, 'or')}. If no page sends ${unused.length === 1 ? 'it' : 'them'}, leave ${unused.length === 1 ? 'it' : 'them'} out.`,
      owner: answerOwner(subject, preflight),
      confidence: wide ? 'certain' : 'likely',
      evidence: [answerEvidence(preflight, 'access-control-allow-headers', preflight.acah)],
    };
  },
};

/** Fetch Standard, CORS-safelisted request-header names: sent by most pages in any case. */
const harmless: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
  'range',
  '*',
]);
