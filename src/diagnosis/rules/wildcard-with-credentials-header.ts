import { allowedWith, allowsCredentials, answerOwner, originEvidence } from '../cors-answer.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const wildcardWithCredentialsHeader: Rule = {
  id: 'wildcard-with-credentials-header',
  rank: 830,
  outcomes: ['allowed'],
  sign: 'any-origin',
  meta: {
    severity: 'info',
    owner: 'gateway',
    summary:
      'The answer holds `*` beside Access-Control-Allow-Credentials: true. Browsers refuse the pair as soon as credentials are included, so that the second header does nothing.',
    symptom: 'The call works without credentials. With `credentials: "include"` the browser blocks it.',
    why: 'By the Standard `*` never goes with credentials: the browser refuses such an answer to a request that includes them. Whoever wrote both headers meant one of two things, and the answer is neither.',
    fix: 'Where cookies or HTTP authentication are needed, name the origins instead of `*`. Where they are not, leave Access-Control-Allow-Credentials out.',
    known: 'standard',
    links: [links.credentials, links.mdnErrors],
    noScenario: 'own-spec',
  },
  find(subject) {
    const answers = allowedWith(subject, (acao, own) => acao === '*' && allowsCredentials(own));
    const last = answers.at(-1);
    if (last === undefined) return null;
    return {
      title: 'Access-Control-Allow-Credentials does nothing beside `*`',
      explanation:
        'Nothing is blocked, because this request included no credentials; one that does will be. Name the origins that need credentials, or leave Access-Control-Allow-Credentials out.',
      owner: answerOwner(subject, last),
      evidence: answers.flatMap(originEvidence),
    };
  },
};
