import { profileOf } from '../../exchange/index.ts';
import { apiSummary } from '../api-summary.ts';
import { answerEvidence, answerOwner, corsAnswers } from '../cors-answer.ts';
import { links } from '../links.ts';
import type { Found, Rule } from '../rule.ts';
import { quote } from '../text.ts';

export const maxAgeCapped: Rule = {
  id: 'max-age-capped',
  rank: 842,
  outcomes: ['allowed'],
  sign: 'latest-preflight',
  meta: {
    severity: 'info',
    owner: 'gateway',
    summary:
      'Access-Control-Max-Age is more than browsers keep (Chromium 7,200 s, Firefox 86,400 s), or is no number of seconds. Told once per API, on its latest preflight.',
    symptom: 'Preflights come again sooner than Access-Control-Max-Age says.',
    why: 'Browsers cut the value, so that a wrong answer cannot stay for ever. What is no whole number of seconds counts as if the header were absent: 5 seconds, or not at all in Firefox.',
    fix: 'Write whole seconds, 7200 at most if it is to mean the same in every browser; 0 where nothing is to be kept.',
    known: 'measured',
    links: [links.maxAge, links.preflightCache],
  },
  find(subject) {
    const { preflight } = corsAnswers(subject);
    if (preflight === null || preflight.acma === null) return null;
    const profile = profileOf(subject.exchange.browser);
    const told = wrong(preflight.acma, profile.maxAgeCap ?? mostAnywhere, profile.name);
    if (told === null || apiSummary(subject.siblings).latestPreflighted !== subject.exchange.id) return null;
    return {
      ...told,
      owner: answerOwner(subject, preflight),
      evidence: [answerEvidence(preflight, 'access-control-max-age', preflight.acma)],
    };
  },
};

/** Firefox keeps longest. */
const mostAnywhere = 86_400;

function wrong(value: string, cap: number, browser: string): Pick<Found, 'title' | 'explanation'> | null {
  if (/^\d+$/.test(value)) {
    if (Number(value) <= cap) return null;
    const who =
      browser === 'chromium' ? 'Chromium keeps' : browser === 'firefox' ? 'Firefox keeps' : 'browsers keep';
    return {
      title: 'Access-Control-Max-Age is more than the browser keeps',
      explanation: `It says ${quote(value)} seconds; ${who} a preflight’s answer for ${cap} seconds at most. Nothing breaks; preflights only come again sooner.`,
    };
  }
  if (/^-\d+$/.test(value))
    return {
      title: 'Access-Control-Max-Age is negative',
      explanation:
        'Browsers then keep nothing; by the Standard it would be 5 seconds. Write 0 to say it clearly.',
    };
  return {
    title: 'Access-Control-Max-Age is no number of seconds',
    explanation: `${quote(value)} is read as if the header were absent. Write whole seconds, such as 7200, without unit or quotes.`,
  };
}
