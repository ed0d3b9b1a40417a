import type { Rule } from './rule.ts';

/** A range of ranks with a name: how causes are grouped for readers. */
export interface Family {
  readonly title: string;
  /** One or two sentences for a newcomer. */
  readonly about: string;
  /** Ranks below this one, and at or above the family's before. */
  readonly below: number;
}

/** The families of causes by rank; together they take every rank. */
export const families: readonly Family[] = [
  {
    title: 'No answer at all',
    about: 'What the console reports like a CORS error and is none: no header of the server could help.',
    below: 60,
  },
  {
    title: 'The template says why',
    about:
      'With the SAM template loaded, a setting that fails to deploy, is ignored or means something else is found with line and column.',
    below: 100,
  },
  {
    title: 'The preflight is refused',
    about: 'OPTIONS got an answer that is no permission, whatever headers it has.',
    below: 200,
  },
  {
    title: 'An error that CORS hides',
    about:
      'The real problem is an error of the server. Its answer carries no CORS headers, so the browser blames those.',
    below: 300,
  },
  {
    title: 'Access-Control-Allow-Origin is missing',
    about: 'The answer is good, but does not say that this page may read it.',
    below: 400,
  },
  {
    title: 'Access-Control-Allow-Origin is wrong',
    about:
      'The header is there and does not fit: the browser compares it with the page’s origin byte for byte.',
    below: 500,
  },
  {
    title: 'Credentials, and lists that cannot be read',
    about: 'Calls with cookies need more than others: the exact origin and an explicit permission.',
    below: 600,
  },
  {
    title: 'A method or header is not allowed',
    about: 'The preflight was answered well, but its lists lack what the call needs.',
    below: 700,
  },
  {
    title: 'It works, but should not stay so',
    about: 'Nothing is blocked. These settings open more than they need to, or fail for someone else.',
    below: 800,
  },
  {
    title: 'Worth knowing',
    about: 'Notes on what was captured, and on what the verdict rests.',
    below: 900,
  },
  {
    title: 'In the browser’s own words',
    about: 'The reason code as Chromium prints it.',
    below: Number.POSITIVE_INFINITY,
  },
];

/** Failures that are no matter of CORS end without a verdict of it, whatever their rank. */
const noAnswer = families[0];

/** The family of a rule. */
export function familyOf(rule: Rule): Family | undefined {
  if (rule.outcomes?.length === 1 && rule.outcomes[0] === 'network-error') return noAnswer;
  return families.find(({ below }) => rule.rank < below);
}
