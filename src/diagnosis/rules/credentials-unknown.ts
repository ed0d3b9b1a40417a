import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { list } from '../text.ts';

export const credentialsUnknown: Rule = {
  id: 'credentials-unknown',
  rank: 810,
  sign: 'doubted',
  meta: {
    severity: 'info',
    owner: 'client',
    summary:
      'The verdict rests on an assumption, because the credentials mode and the request mode are not on the wire. What else fits is listed.',
    symptom: 'The verdict says “assumed”.',
    why: 'Whether a call includes cookies is not written in the request, and here the answer depends on it.',
    fix: 'Set the mode by hand in the panel, or use deep capture, which sees more.',
    known: 'measured',
    noScenario: 'own-spec',
    links: [links.credentials],
  },
  find({ judgement }) {
    const { basis, alternatives, outcome, code } = judgement.verdict;
    if (basis !== 'assumed' || alternatives.length === 0) return null;
    const untold =
      judgement.inferred.credentials === undefined
        ? 'how the request was made'
        : 'whether the request included credentials';
    return {
      title: 'The verdict is assumed, not certain',
      explanation: `The capture does not tell ${untold}. Assumed: ${code ?? outcome}; ${list(alternatives, 'or')} fits too. Set the mode by hand if you know it.`,
      confidence: 'likely',
      evidence: [
        { message: 'actual-request', hop: judgement.hop, note: 'credentials mode is not on the wire' },
      ],
    };
  },
};
