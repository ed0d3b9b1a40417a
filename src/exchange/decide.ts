import type { Credentials, RequestMode } from '../cors/index.ts';
import { awaitsRedirect } from './build.ts';
import { type Candidate, candidatesOf, toldBy } from './candidates.ts';
import { contradicted } from './contradicted.ts';
import { disagreementOf, refusedUnseen } from './disagreement.ts';
import { mayFailAtStatus } from './ends-at-redirect.ts';
import type { Exchange, ManualSettings } from './exchange.ts';
import { hiddenCodes, orHidden } from './hidden.ts';
import { credentialsOf, modeOf, type PossibleModes } from './inferred.ts';
import { agrees, endedUnnamed, type Observed, observe } from './observed.ts';
import { orNetworkError, orNotCors, plain, type Said, spoken, verdictOf } from './said.ts';
import { leadsNowhere, stoppedAtRedirect } from './stopped-redirect.ts';
import type { Reported } from './told.ts';
import { isOfRedirect, orUnfollowed } from './unfollowed.ts';
import type { Judgement } from './verdict.ts';
import { concernsCors } from './walk.ts';

export interface Decision {
  readonly verdict: Said;
  readonly hop: number;
  readonly deviates: boolean;
  readonly credentials: Credentials | null;
  readonly mode: RequestMode | null;
  readonly disagreement: Judgement['disagreement'];
}

/** The verdict, with what was taken for it of what the wire does not carry, and the hop at which it falls. */
export function decide(exchange: Exchange, settings: ManualSettings): Decision {
  const mode = modeOf(exchange, settings);
  const verdict = withoutMessages(exchange, mode);
  if (verdict === null) return byMessages(exchange, mode, credentialsOf(exchange, settings));
  const hop = exchange.hops.length - 1;
  return { verdict, hop, deviates: false, credentials: null, mode, disagreement: null };
}

/** Where no CORS header is asked: CORS does not decide, or only the browser can know. */
function withoutMessages(exchange: Exchange, mode: RequestMode | null): Said | null {
  const { reported } = exchange;
  if (reported !== null) return refusedUnseen(exchange) ? spoken(reported, null) : null;
  // A service worker's answer is not checked again: HTTP fetch, step 3, returns it before CORS is asked.
  if (exchange.fromServiceWorker) return plain('not-cors', 'certain');
  if (exchange.blockedReason !== null) return plain('network-error', 'certain');
  if (mode !== 'no-cors' && mode !== 'navigate' && concernsCors(exchange)) return null;
  const answered = (exchange.hops[exchange.hops.length - 1]?.actual?.response ?? null) !== null;
  const isPending = exchange.state === 'pending';
  if (isPending && (!answered || (awaitsRedirect(exchange) && !leadsNowhere(exchange))))
    return plain('pending', 'certain');
  if (stoppedAtRedirect(exchange) || (isPending && leadsNowhere(exchange)))
    return plain('network-error', 'assumed', ['not-cors']);
  if (mayFailAtStatus(exchange)) return plain('not-cors', 'assumed', ['network-error']);
  const failed = exchange.error !== null && !(answered && exchange.error.endsWith('ABORTED'));
  return plain(failed ? 'network-error' : 'not-cors', 'certain');
}

/** What the messages say under each credentials mode that is possible, beside what the browser was seen to do. */
function byMessages(exchange: Exchange, mode: RequestMode | null, modes: PossibleModes): Decision {
  const { reported } = exchange;
  const candidates = candidatesOf(exchange, modes);
  const observed = observe(exchange);
  const told = toldBy(candidates, reported);
  const possible = told.length > 0 ? told : candidates;
  const fitting = fittingAmong(possible, observed);
  const first = fitting[0] ?? possible[0];
  const disagreement = compared(exchange, candidates, mode);
  if (first === undefined) {
    const verdict = plain('pending', 'certain');
    return { verdict, hop: 0, deviates: false, credentials: null, mode, disagreement };
  }
  const { hop, deviates } = first.ending;
  if (reported !== null) return bySource(reported, first, told, exchange, mode, disagreement);
  if (exchange.state === 'pending' && observed.end === null) {
    const verdict = soFar(exchange, first, fitting, mode);
    return { verdict, hop, deviates, credentials: null, mode, disagreement };
  }
  if (fitting.length === 0) {
    const said = contradicted(exchange, observed.end, possible, mode);
    return { verdict: said.verdict, hop, deviates, credentials: null, mode: said.mode, disagreement };
  }
  const verdict = orHidden(verdictOf(first, fitting), exchange, observed, possible);
  const known = modes.length === 1 || verdict.basis === 'assumed' || !haveAll(fitting, modes);
  const credentials = known ? first.credentials : null;
  return {
    verdict: ended(exchange, verdict, mode, observed, possible),
    hop,
    deviates,
    credentials,
    mode,
    disagreement,
  };
}

/** The browser itself told why; `told` are the candidates that say the same. */
function bySource(
  reported: Reported,
  first: Candidate,
  told: readonly Candidate[],
  exchange: Exchange,
  mode: RequestMode | null,
  disagreement: Judgement['disagreement'],
): Decision {
  const { ending, credentials } = first;
  const isOurs = told.length > 0;
  return {
    verdict: spoken(reported, isOurs ? ending : null),
    hop: isOurs ? ending.hop : exchange.hops.length - 1,
    deviates: ending.deviates,
    credentials: isOurs && told.every((each) => each.credentials === credentials) ? credentials : null,
    mode,
    disagreement,
  };
}

/** Those that can be what the browser did. */
function fittingAmong(candidates: readonly Candidate[], observed: Observed): readonly Candidate[] {
  for (const { ending } of candidates) {
    if (!agrees(ending, observed)) return candidates.filter((each) => agrees(each.ending, observed));
  }
  return candidates;
}

const haveAll = (candidates: readonly Candidate[], modes: PossibleModes): boolean =>
  modes.every((mode) => candidates.some(({ credentials }) => credentials === mode));

/** Of an exchange under way only what can no longer change. */
function soFar(
  exchange: Exchange,
  first: Candidate,
  fitting: readonly Candidate[],
  mode: RequestMode | null,
): Said {
  const verdict = verdictOf(first, fitting);
  // A refused redirect is final, though Chromium's webRequest tells of no end where its scheme is not HTTP.
  const refused = fitting.length > 0 && fitting.every(({ ending }) => ending.outcome === 'blocked');
  // In deep capture the browser itself will say, after extensions and caches had theirs.
  const undecided =
    exchange.source === 'debugger' ||
    (!refused &&
      (first.ending.outcome === 'unanswered' || verdict.basis === 'assumed' || awaitsRedirect(exchange)));
  if (undecided) return plain('pending', 'certain');
  return mode === null ? orNotCors(verdict) : verdict;
}

/** What the end of the exchange adds to what its messages say. */
function ended(
  exchange: Exchange,
  verdict: Said,
  mode: RequestMode | null,
  observed: Observed,
  possible: readonly Candidate[],
): Said {
  const { error } = exchange;
  if (stoppedAtRedirect(exchange)) {
    // An abort is no CORS failure in Chromium; Firefox's silence may be one.
    const refusals = error === null ? verdict.alternatives : [];
    if (verdict.outcome !== 'blocked') return plain('network-error', 'assumed', [...refusals, 'allowed']);
    if (error === null && isOfRedirect(verdict.code))
      return { ...verdict, basis: 'assumed', alternatives: [...verdict.alternatives, 'allowed'] };
  }
  const doubted = orUnfollowed(verdict, exchange, observed, possible);
  if (doubted !== verdict) return doubted;
  if (closedUnshown(exchange)) return plain('network-error', 'assumed', ['allowed', ...hiddenCodes]);
  // A response that broke off after it passed is no CORS matter, but the page got nothing.
  const broke = verdict.outcome === 'allowed' && error !== null && !error.endsWith('ABORTED');
  if (broke && endedUnnamed(exchange))
    return plain('network-error', 'assumed', ['allowed', ...verdict.alternatives]);
  const said = broke
    ? plain('network-error', verdict.basis, verdict.alternatives)
    : verdict.outcome === 'allowed' && mayFailAtStatus(exchange)
      ? orNetworkError(verdict)
      : verdict;
  return mode === null ? orNotCors(said, observed.end === null) : said;
}

/** Firefox's HAR has no status of an EventSource that the page closed, though it was open. */
function closedUnshown({ source, browser, resourceType, hops }: Exchange): boolean {
  const last = hops[hops.length - 1];
  const unanswered = last?.actual?.response === null && last.preflight === null;
  return unanswered && source === 'har' && browser === 'firefox' && resourceType === 'eventsource';
}

/** Ours beside the browser's word, where it speaks. */
function compared(
  exchange: Exchange,
  candidates: readonly Candidate[],
  mode: RequestMode | null,
): Judgement['disagreement'] {
  if (exchange.source !== 'debugger' && exchange.reported === null) return null;
  return disagreementOf(
    exchange,
    candidates.map(({ ending }) => ending),
    mode,
  );
}
