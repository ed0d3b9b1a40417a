import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const opaqueResponse: Rule = {
  id: 'opaque-response',
  rank: 820,
  outcomes: ['not-cors'],
  meta: {
    severity: 'info',
    owner: 'client',
    summary:
      'The request was made with mode no-cors: CORS does not decide, and the page cannot read the response whatever headers it has.',
    symptom: '`fetch` succeeds with status 0 and an empty body.',
    why: 'The call was made with `mode: no-cors`: the browser sends it and hides the answer from the page.',
    fix: 'Take `mode: no-cors` out, and let the server allow the origin instead.',
    known: 'standard',
    noScenario: 'own-spec',
    links: [links.mdnCors],
  },
  find({ judgement }) {
    if (judgement.verdict.outcome !== 'not-cors' || judgement.inferred.mode !== 'no-cors') return null;
    return {
      title: 'The page asked not to use CORS (no-cors)',
      explanation:
        "A no-cors request goes out without a check, and its response is opaque: status 0, no headers, no body for the page. Remove `mode: 'no-cors'` if the page needs the answer.",
      evidence: [{ message: 'actual-request', hop: judgement.hop, note: 'mode no-cors' }],
      remedies: ['mend-client'],
    };
  },
};
