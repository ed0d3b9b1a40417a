import { endsAtRedirect } from './ends-at-redirect.ts';
import type { Exchange } from './exchange.ts';
import type { Ending } from './walk.ts';

/** What the browser was seen to do, as far as its source proves it. */
export interface Observed {
  /**
   * `refused`: it ended as a CORS failure ends. `passed`: it ended as one that passed. `failed`: it ended for another reason
   * than CORS. null: nothing is proven.
   */
  readonly end: 'refused' | 'passed' | 'failed' | null;
  /** The last hop that was answered: its preflight had passed. */
  readonly answeredHop: number;
  /** The last hop that was sent, its preflight included: the redirects before it had passed. */
  readonly sentHop: number;
  /** The hop at which nothing was sent after its preflight; null where that is not known. */
  readonly stoppedHop: number | null;
}

/**
 * Chromium ends every CORS failure with `net::ERR_FAILED`, and nothing that passed. Firefox ends a failed preflight with
 * `NS_ERROR_DOM_BAD_URI`, but a blocked response as if all were well, unless it is a redirect: one that it does not follow
 * fails without a next hop. Other HARs prove nothing by their end.
 */
export function observe(exchange: Exchange): Observed {
  const { browser, error, hops, source, state } = exchange;
  const last = hops.length - 1;
  const actual = hops[last]?.actual ?? null;
  const answered = actual?.response !== null && actual !== null;
  const answeredHop = answered ? last : last - 1;
  const alone = actual === null;
  const isSent = hops[last]?.preflight !== null || actual?.request.headersKnown === true;
  const sentHop = isSent ? last : answeredHop;
  if (source === 'debugger') {
    const end = endTold(exchange);
    const unsent = !answered && hops[last]?.preflight !== null && actual?.request.headersKnown !== true;
    return { end, answeredHop, sentHop, stoppedHop: end === 'refused' && unsent ? last : null };
  }
  if (exchange.passed) return { end: 'passed', answeredHop, sentHop, stoppedHop: null };
  if (state === 'pending') return { end: null, answeredHop, sentHop, stoppedHop: null };
  const unfollowed = error !== null && endsAtRedirect(exchange);
  const failedAsCors =
    (browser === 'chromium' && error === 'net::ERR_FAILED') ||
    (browser === 'firefox' && (error === 'NS_ERROR_DOM_BAD_URI' || (alone && error === null) || unfollowed));
  if (failedAsCors) {
    const unsent = alone || (browser === 'chromium' && !actual.request.headersKnown) || browser === 'firefox';
    const stopped = !answered && hops[last]?.preflight !== null && unsent;
    return { end: 'refused', answeredHop, sentHop, stoppedHop: stopped ? last : null };
  }
  const named = error !== null && answered && !error.endsWith('ABORTED');
  const passed = browser === 'chromium' && (error === null || named) && !alone;
  return { end: passed ? 'passed' : null, answeredHop, sentHop, stoppedHop: null };
}

/** Deep capture tells: every CORS failure carries its reason, and what is handed to the page has passed. */
function endTold({ reported, passed, state, error }: Exchange): Observed['end'] {
  if (reported !== null) return 'refused';
  if (passed) return 'passed';
  if (state === 'pending') return null;
  return error === null ? 'passed' : 'failed';
}

/**
 * Ended under a refusal's name after the page had it: Chromium's `webRequest` was seen to call so what the page lets go of
 * right then, and a response that breaks off may be called so too.
 */
export const endedUnnamed = ({ passed, source, error }: Exchange): boolean =>
  passed && source === 'webRequest' && error === 'net::ERR_FAILED';

/** Whether an ending can be what the browser did. */
export function agrees(ending: Ending, observed: Observed): boolean {
  if (ending.outcome !== 'blocked') return observed.end !== 'refused';
  if (observed.end === 'passed' || observed.end === 'failed') return false;
  if (ending.hop < observed.answeredHop) return false;
  if (ending.step === 'preflight') return ending.hop > observed.answeredHop;
  if (ending.hop < observed.sentHop) return false;
  return observed.stoppedHop !== ending.hop;
}
