import type { BrowserProfile, Credentials } from '../cors/index.ts';
import type { Exchange } from './exchange.ts';
import type { PossibleModes } from './inferred.ts';
import { profileOf } from './profile-of.ts';
import type { Reported } from './told.ts';
import type { Verdict } from './verdict.ts';
import { type Ending, walk } from './walk.ts';

/** How the exchange ends if this was its credentials mode. */
export interface Candidate {
  readonly credentials: Credentials;
  readonly ending: Ending;
}

/** What an unknown browser may do: follow the Standard, or let `*` cover `Authorization` as all of today's do. */
const likeToday: BrowserProfile = { ...profileOf('unknown'), wildcardCoversAuthorization: true };

/**
 * One ending per credentials mode and profile that are possible. `include` asks for more than the other modes and for
 * nothing less (CORS check, steps 3 and 5; CORS-preflight fetch, steps 7.5 and 7.7): what passes for it passes for all, so
 * that another mode's walk begins at the hop at which `include` was refused.
 */
export function candidatesOf(exchange: Exchange, modes: PossibleModes): readonly Candidate[] {
  const candidates = candidatesIn(exchange, modes, profileOf(exchange.browser));
  if (exchange.browser !== 'unknown') return candidates;
  const all = [...candidates, ...candidatesIn(exchange, modes, likeToday)];
  return [...all.filter((each) => !isIncluding(each)), ...all.filter(isIncluding)];
}

const isIncluding = ({ credentials }: Candidate): boolean => credentials === 'include';

function candidatesIn(
  exchange: Exchange,
  modes: PossibleModes,
  profile: BrowserProfile,
): readonly Candidate[] {
  const [credentials, stricter] = modes;
  if (stricter === undefined) return [{ credentials, ending: walk(exchange, credentials, profile) }];
  const strictest = walk(exchange, stricter, profile);
  const ending =
    strictest.outcome === 'blocked' ? walk(exchange, credentials, profile, strictest.hop) : strictest;
  return [
    { credentials, ending },
    { credentials: stricter, ending: strictest },
  ];
}

/** Those that say what the browser says; all where it does not speak. */
export function toldBy(candidates: readonly Candidate[], reported: Reported | null): readonly Candidate[] {
  if (reported === null) return candidates;
  return candidates.filter(
    ({ ending }) => ending.outcome === 'blocked' && ending.refusal.code === reported.code,
  );
}

/** How candidates are named among alternatives; one that waits for an answer has no name. */
export function namesOf(candidates: readonly Candidate[]): Verdict['alternatives'] {
  const names: Verdict['alternatives'][number][] = [];
  for (const { ending } of candidates) {
    if (ending.outcome === 'unanswered') continue;
    const name = ending.outcome === 'blocked' ? ending.refusal.code : 'allowed';
    if (!names.includes(name)) names.push(name);
  }
  return names;
}

/** Whether two endings are the same to the page and to whoever mends it. */
export function isSame({ ending: one }: Candidate, { ending: other }: Candidate): boolean {
  if (one === other) return true;
  if (one.outcome !== 'blocked' || other.outcome !== 'blocked') return one.outcome === other.outcome;
  return (
    one.hop === other.hop &&
    one.step === other.step &&
    one.refusal.code === other.refusal.code &&
    one.refusal.parameter === other.refusal.parameter
  );
}
