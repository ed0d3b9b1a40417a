import type { BrowserProfile, Credentials, RequestMode } from '../cors/index.ts';
import { awaitsRedirect } from './build.ts';
import { disagreementOf, isOfPreflight, refusedUnseen } from './disagreement.ts';
import type { Exchange, Hop, ManualSettings } from './exchange.ts';
import { credentialsOf, modeOf } from './inferred.ts';
import { agrees, type Observed, observe } from './observed.ts';
import { needsOf } from './owed.ts';
import { preflightState } from './preflight-state.ts';
import { profileOf } from './profile-of.ts';
import { leadsNowhere, stoppedAtRedirect } from './stopped-redirect.ts';
import type { Reported } from './told.ts';
import type { Judgement, Verdict } from './verdict.ts';
import { concernsCors, type Ending, walk } from './walk.ts';

interface Candidate {
  readonly credentials: Credentials;
  readonly ending: Ending;
}

interface Decision {
  readonly verdict: Pick<Verdict, 'outcome' | 'step' | 'code' | 'parameter' | 'basis' | 'alternatives'>;
  readonly hop: number;
  readonly deviates: boolean;
  readonly credentials: Credentials | null;
  readonly mode: RequestMode | null;
  readonly disagreement?: Judgement['disagreement'];
}

type Alternative = Verdict['alternatives'][number];

/** How candidates are named among alternatives; one that waits for an answer has no name. */
function namesOf(candidates: readonly Candidate[]): readonly Alternative[] {
  const names: Alternative[] = [];
  for (const { ending } of candidates) {
    if (ending.outcome === 'unanswered') continue;
    const name = ending.outcome === 'blocked' ? ending.refusal.code : 'allowed';
    if (!names.includes(name)) names.push(name);
  }
  return names;
}

/** Whether two endings are the same to the page and to whoever mends it. */
function isSame({ ending: one }: Candidate, { ending: other }: Candidate): boolean {
  if (one.outcome !== 'blocked' || other.outcome !== 'blocked') return one.outcome === other.outcome;
  return (
    one.hop === other.hop &&
    one.step === other.step &&
    one.refusal.code === other.refusal.code &&
    one.refusal.parameter === other.refusal.parameter
  );
}

const plain = (
  outcome: 'allowed' | 'not-cors' | 'network-error' | 'pending',
  basis: Verdict['basis'],
  alternatives: readonly Alternative[] = [],
) => ({
  outcome,
  step: null,
  code: null,
  parameter: null,
  basis,
  alternatives,
});

/** What the Standard says of this candidate, for an exchange that has ended. */
function verdictOf(candidate: Candidate, others: readonly Candidate[]): Decision['verdict'] {
  const differing = others.filter((other) => !isSame(other, candidate));
  const basis = differing.length === 0 ? 'certain' : 'assumed';
  const alternatives = namesOf(differing);
  const { ending } = candidate;
  if (ending.outcome === 'unanswered') return plain('network-error', basis, alternatives);
  if (ending.outcome === 'allowed') return plain('allowed', basis, alternatives);
  const { code, parameter } = ending.refusal;
  return { outcome: 'blocked', step: ending.step, code, parameter, basis, alternatives };
}

/** An unknown browser follows the Standard, or lets `*` cover `Authorization` as all of today's do: both are possible. */
function profilesOf({ browser }: Exchange): readonly BrowserProfile[] {
  return browser === 'unknown' ? unknownProfiles : [profileOf(browser)];
}

const unknownProfiles: readonly BrowserProfile[] = [
  profileOf('unknown'),
  { ...profileOf('unknown'), wildcardCoversAuthorization: true },
];

/** One ending per credentials mode and profile that are possible. */
function candidatesOf(exchange: Exchange, modes: readonly Credentials[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const credentials of modes) {
    for (const profile of profilesOf(exchange))
      candidates.push({ credentials, ending: walk(exchange, credentials, profile) });
  }
  return candidates;
}

/** Those that say what the browser says; all where it does not speak. */
function toldBy(candidates: readonly Candidate[], reported: Reported | null): readonly Candidate[] {
  if (reported === null) return candidates;
  return candidates.filter(
    ({ ending }) => ending.outcome === 'blocked' && ending.refusal.code === reported.code,
  );
}

function decide(exchange: Exchange, settings: ManualSettings): Decision {
  const last = exchange.hops.length - 1;
  const mode = modeOf(exchange, settings);
  const base = { hop: last, deviates: false, credentials: null, mode };
  const observed = observe(exchange);
  const answered = (exchange.hops[last]?.actual?.response ?? null) !== null;
  const isPending = exchange.state === 'pending';
  // A service worker's answer is not checked again: HTTP fetch, step 3, returns it before CORS is asked.
  if (exchange.fromServiceWorker && exchange.reported === null)
    return { ...base, verdict: plain('not-cors', 'certain') };
  if (exchange.reported === null && exchange.blockedReason !== null)
    return { ...base, verdict: plain('network-error', 'certain') };
  const bypassesCors = mode === 'no-cors' || mode === 'navigate' || !concernsCors(exchange);
  if (exchange.reported === null && bypassesCors) {
    if (isPending && (!answered || (awaitsRedirect(exchange) && !leadsNowhere(exchange))))
      return { ...base, verdict: plain('pending', 'certain') };
    if (stoppedAtRedirect(exchange) || (isPending && leadsNowhere(exchange)))
      return { ...base, verdict: plain('network-error', 'assumed', ['not-cors']) };
    const failed = exchange.error !== null && !(answered && exchange.error.endsWith('ABORTED'));
    return { ...base, verdict: plain(failed ? 'network-error' : 'not-cors', 'certain') };
  }

  const said = outsideMessages(exchange);
  if (said !== null) return { ...base, verdict: said };
  const modes = credentialsOf(exchange, settings);
  const candidates = candidatesOf(exchange, modes);
  const disagreement =
    exchange.source === 'debugger' || exchange.reported !== null
      ? disagreementOf(
          exchange,
          candidates.map(({ ending }) => ending),
          mode,
        )
      : null;
  const told = toldBy(candidates, exchange.reported);
  const possible = told.length > 0 ? told : candidates;
  const fitting = possible.filter(({ ending }) => agrees(ending, observed));
  const [first] = fitting.length > 0 ? fitting : possible;
  if (first === undefined) return { ...base, verdict: plain('pending', 'certain') };
  const at = { hop: first.ending.hop, deviates: first.ending.deviates, mode, disagreement };

  if (exchange.reported !== null) {
    const ending = told.length > 0 ? first.ending : null;
    const tells = new Set(told.map(({ credentials }) => credentials)).size === 1;
    const verdict = spoken(exchange.reported, ending);
    return { ...at, hop: ending?.hop ?? last, credentials: tells ? first.credentials : null, verdict };
  }
  if (isPending && observed.end === null) {
    const verdict = verdictOf(first, fitting);
    // A refused redirect is final, though Chromium's webRequest tells of no end where its scheme is not HTTP.
    const refused = fitting.length > 0 && fitting.every(({ ending }) => ending.outcome === 'blocked');
    // In deep capture the browser itself will say, after extensions and caches had theirs.
    const undecided =
      exchange.source === 'debugger' ||
      (!refused &&
        (first.ending.outcome === 'unanswered' || verdict.basis === 'assumed' || awaitsRedirect(exchange)));
    return {
      ...at,
      credentials: null,
      verdict: undecided ? plain('pending', 'certain') : mode === null ? orNotCors(verdict) : verdict,
    };
  }
  if (fitting.length === 0) return { ...at, ...contradicted(exchange, observed.end, possible, mode) };
  const excluded = !modes.every((each) => fitting.some(({ credentials }) => credentials === each));
  const verdict = verdictOf(first, fitting);
  const known = modes.length === 1 || excluded || verdict.basis === 'assumed';
  const credentials = known ? first.credentials : null;
  // A response that broke off after it passed is no CORS matter, but the page got nothing.
  const broke =
    verdict.outcome === 'allowed' && exchange.error !== null && !exchange.error.endsWith('ABORTED');
  if (stoppedAtRedirect(exchange)) {
    // An abort is no CORS failure in Chromium; Firefox's silence may be one.
    const refusals = exchange.error === null ? verdict.alternatives : [];
    if (verdict.outcome !== 'blocked')
      return {
        ...at,
        credentials,
        verdict: plain('network-error', 'assumed', [...refusals, 'allowed']),
      };
    if (exchange.error === null && isOfRedirect(verdict.code))
      return {
        ...at,
        credentials,
        verdict: { ...verdict, basis: 'assumed', alternatives: [...verdict.alternatives, 'allowed'] },
      };
  }
  const ended = broke ? plain('network-error', verdict.basis, verdict.alternatives) : verdict;
  return { ...at, credentials, verdict: mode === null ? orNotCors(ended, observed.end === null) : ended };
}

/** Why a redirect is refused for where it leads; a script that asked not to follow it is not asked. */
const isOfRedirect = (code: Verdict['code']): boolean =>
  code === 'CorsDisabledScheme' || code === 'RedirectContainsCredentials';

/** Nothing tells the request mode, and a `no-cors` request passes whatever the answer says. */
const orNotCors = (verdict: Decision['verdict'], endUntold = false): Decision['verdict'] =>
  verdict.outcome === 'allowed' || (endUntold && verdict.outcome === 'blocked' && verdict.step === 'actual')
    ? { ...verdict, basis: 'assumed', alternatives: [...verdict.alternatives, 'not-cors'] }
    : verdict;

/** The browser's own word, where only it can know. */
function outsideMessages(exchange: Exchange): Decision['verdict'] | null {
  const { reported } = exchange;
  return reported === null || !refusedUnseen(exchange) ? null : spoken(reported, null);
}

/** The browser's own word is the verdict. `ending` is ours that says the same; null where none does. */
function spoken(reported: Reported, ending: Ending | null): Decision['verdict'] {
  const { code, parameter } = reported;
  const told = isOfPreflight(reported) ? 'preflight' : 'actual';
  const step = ending?.outcome === 'blocked' ? ending.step : told;
  return { outcome: 'blocked', step, code, parameter, basis: 'certain', alternatives: [] };
}

/** What the CORS check says of a response. */
const responseCodes: readonly Alternative[] = [
  'MissingAllowOriginHeader',
  'AllowOriginMismatch',
  'WildcardOriginNotAllowed',
  'InvalidAllowCredentials',
  'MultipleAllowOriginValues',
  'InvalidAllowOriginValue',
];

/**
 * DevTools' HAR of a worker: the wire's own heads are told to another target, so that a response that CORS blocked
 * leaves nothing but its end, as a failed redirect does.
 */
function hidesBlocked({ source, hops }: Exchange): boolean {
  const last = hops[hops.length - 1];
  const actual = last?.actual ?? null;
  return source === 'har' && actual?.response === null && !actual.request.headersKnown;
}

/** No candidate explains what the browser did. */
function contradicted(
  exchange: Exchange,
  end: Observed['end'],
  candidates: readonly Candidate[],
  mode: RequestMode | null,
): Pick<Decision, 'verdict' | 'credentials' | 'mode'> {
  const names = namesOf(candidates);
  // Chromium gives a CORS failure no other name than its general one.
  if (end === 'passed' && exchange.error !== null)
    return { verdict: plain('network-error', 'certain'), credentials: null, mode };
  if (end === 'failed') return { verdict: plain('network-error', 'certain'), credentials: null, mode };
  if (end === 'passed') {
    // A no-cors POST carries Origin, and passes whatever the answer says.
    if (mode === null)
      return { verdict: plain('not-cors', 'assumed', names), credentials: null, mode: 'no-cors' };
    return { verdict: plain('allowed', 'assumed', names), credentials: null, mode };
  }
  // A browser's CORS failure shares its name with other failures: that our own checks pass tells them apart, but only
  // where no message at all came back is there nothing left to doubt.
  if (end === 'refused') {
    const last = exchange.hops[exchange.hops.length - 1];
    const silent = (last?.preflight?.response ?? last?.actual?.response ?? null) === null;
    if (hidesBlocked(exchange))
      return { verdict: plain('network-error', 'assumed', responseCodes), credentials: null, mode };
    return {
      verdict: plain('network-error', silent ? 'certain' : 'assumed', names),
      credentials: null,
      mode,
    };
  }
  const [first] = candidates;
  const verdict = first === undefined ? plain('network-error', 'assumed') : verdictOf(first, candidates);
  return { verdict: { ...verdict, basis: 'assumed' }, credentials: null, mode };
}

/**
 * What the Fetch Standard, under the browser's profile, says about an exchange. Credentials mode and request mode are
 * not on the wire: each value that the capture leaves possible is walked through, those that contradict what the browser
 * was seen to do are dropped, and where those left disagree the verdict is assumed, without `include`, with
 * alternatives. `settings` are the user's word on what the wire does not carry.
 */
export function judge(exchange: Exchange, settings: ManualSettings = {}): Judgement {
  const profile = profileOf(exchange.browser);
  const { verdict, hop, deviates, credentials, mode, disagreement = null } = decide(exchange, settings);
  const at = exchange.hops[hop] ?? emptyHop;
  const { outcome, step, code, parameter, basis, alternatives } = verdict;
  return {
    verdict: { outcome, step, code, parameter, url: at.url, basis, alternatives },
    preflight:
      mode === 'no-cors' || exchange.fromServiceWorker
        ? 'not-needed'
        : preflightState(exchange, profile, settings),
    inferred: inferredOf(credentials, mode),
    hop,
    needs: needsOf(at, exchange.resourceType, profile),
    deviations: deviates ? ['authorization-covered-by-wildcard'] : [],
    disagreement,
  };
}

function inferredOf(credentials: Credentials | null, mode: RequestMode | null): Judgement['inferred'] {
  if (credentials === null) return mode === null ? {} : { mode };
  return mode === null ? { credentials } : { credentials, mode };
}

const emptyHop: Hop = { url: '', preflight: null, actual: null };

/** The hop at which a judgement was decided. */
export function decidingHop(exchange: Exchange, judgement: Judgement): Hop {
  return exchange.hops[judgement.hop] ?? emptyHop;
}
