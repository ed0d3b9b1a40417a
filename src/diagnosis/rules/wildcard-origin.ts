import { allowedWith, answerEvidence } from '../cors-answer.ts';
import { links } from '../links.ts';
import { privateTarget } from '../private-target.ts';
import type { Rule } from '../rule.ts';

export const wildcardOrigin: Rule = {
  id: 'wildcard-origin',
  rank: 700,
  outcomes: ['allowed'],
  sign: 'any-origin',
  meta: {
    severity: 'warning',
    owner: 'gateway',
    summary:
      'The API allows every origin with `*`. It works without credentials, but every website may read the answers, and it fails as soon as credentials are included.',
    symptom: 'Nothing fails.',
    why: '`*` allows every website on the internet to read these answers in its visitors’ browsers.',
    fix: 'List the origins that call the API. `*` is right only for data that is public anyway.',
    known: 'standard',
    links: [links.credentials, links.mdnCors],
  },
  find(subject) {
    const answers = allowedWith(subject, (acao) => acao === '*');
    // `wildcard-private` has more to say of those.
    if (answers.length === 0 || privateTarget(subject) !== null) return null;
    const { kind } = subject.gateway;
    return {
      title: 'Every website may read this API (`*`)',
      explanation:
        'The request passed because the response allows all origins. Unless the data is public, name the origins that need it; `*` also stops working once the request includes credentials.',
      owner: kind === 'other' ? 'integration' : kind === 'cloudfront' ? 'cdn' : 'gateway',
      evidence: answers.map((answer) => answerEvidence(answer, 'access-control-allow-origin', '*')),
      remedies: ['cors-configuration'],
    };
  },
};
