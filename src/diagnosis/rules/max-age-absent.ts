import { endpointSiblings } from '../api-summary.ts';
import { answerEvidence, answerOwner, corsAnswers } from '../cors-answer.ts';
import { links } from '../links.ts';
import type { Judged, Rule } from '../rule.ts';

export const maxAgeAbsent: Rule = {
  id: 'max-age-absent',
  rank: 844,
  outcomes: ['allowed'],
  sign: 'unkept-preflight',
  meta: {
    severity: 'info',
    owner: 'gateway',
    summary:
      'The same URL was asked for leave three times within a minute, because its preflight does not say how long the answer counts. Access-Control-Max-Age saves the extra round trips.',
    symptom: 'DevTools shows an OPTIONS before nearly every call of the same URL.',
    why: 'Without Access-Control-Max-Age a browser keeps a preflight’s answer for 5 seconds only. Each call after that waits for one more round trip.',
    fix: 'Set MaxAge (SAM: `MaxAge: "\'600\'"` in a REST API’s Cors, `MaxAge: 600` in an HTTP API’s CorsConfiguration or a function URL’s Cors). Keep it small while the configuration still changes.',
    known: 'standard',
    links: [links.maxAge, links.preflightCache],
    noScenario: 'needs-several-captures',
  },
  find(subject) {
    const { preflight } = corsAnswers(subject);
    if (preflight === null || preflight.acma !== null || subject.siblings.length < often) return null;
    const near = endpointSiblings(subject, subject.siblings);
    if (near.length < often) return null;
    const { startedAt, id } = subject.exchange;
    const url = urlOf(subject);
    let seen = 0;
    for (const sibling of near) {
      const { exchange, judgement } = sibling;
      if (judgement.preflight !== 'sent' || exchange.origin !== subject.exchange.origin) continue;
      if (urlOf(sibling) !== url || Math.abs(exchange.startedAt - startedAt) > within) continue;
      // Only the latest of them speaks.
      if (exchange.id !== id && exchange.startedAt > startedAt) return null;
      seen += 1;
    }
    if (seen < often) return null;
    return {
      title: 'The same preflight is asked again and again',
      explanation: `This URL was asked for leave ${seen} times within a minute. Access-Control-Max-Age lets the browser keep the answer; without it that is for 5 seconds. (A cache disabled in DevTools has the same effect.)`,
      owner: answerOwner(subject, preflight),
      confidence: 'likely',
      evidence: [answerEvidence(preflight, 'access-control-max-age', null)],
    };
  },
};

const often = 3;
const within = 60_000;

const urlOf = ({ judgement }: Judged): string => judgement.verdict.url;
