import type { Credentials, RequestMode } from '../cors/index.ts';
import { decide } from './decide.ts';
import type { Exchange, Hop, ManualSettings } from './exchange.ts';
import { needsOf } from './owed.ts';
import { preflightState } from './preflight-state.ts';
import { profileOf } from './profile-of.ts';
import type { Judgement } from './verdict.ts';

/**
 * What the Fetch Standard, under the browser's profile, says about an exchange. Credentials mode and request mode are
 * not on the wire: each value that the capture leaves possible is walked through, those that contradict what the browser
 * was seen to do are dropped, and where those left disagree the verdict is assumed, without `include`, with
 * alternatives. `settings` are the user's word on what the wire does not carry.
 */
export function judge(exchange: Exchange, settings: ManualSettings = {}): Judgement {
  const profile = profileOf(exchange.browser);
  const { verdict, hop, deviates, credentials, mode, disagreement } = decide(exchange, settings);
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
    deviations: deviates ? coveredByWildcard : none,
    disagreement,
  };
}

/** Shared, because nearly every judgement says the same and many are kept. */
const none: Judgement['deviations'] = [];
const coveredByWildcard: Judgement['deviations'] = ['authorization-covered-by-wildcard'];
const nothing: Judgement['inferred'] = {};
const cors: Judgement['inferred'] = { mode: 'cors' };

function inferredOf(credentials: Credentials | null, mode: RequestMode | null): Judgement['inferred'] {
  if (credentials === null) return mode === null ? nothing : mode === 'cors' ? cors : { mode };
  return mode === null ? { credentials } : { credentials, mode };
}

const emptyHop: Hop = { url: '', preflight: null, actual: null };

/** The hop at which a judgement was decided. */
export function decidingHop(exchange: Exchange, judgement: Judgement): Hop {
  return exchange.hops[judgement.hop] ?? emptyHop;
}
