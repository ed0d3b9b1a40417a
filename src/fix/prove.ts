import type { Finding, Judged } from '../diagnosis/index.ts';
import type { Policy } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import { type CountedNeeds, countNeeds } from './count-needs.ts';
import type { Proof } from './fix.ts';
import { mendedGateway, replayPath } from './mended.ts';
import { planRest } from './plan.ts';
import { replay } from './replay.ts';
import { replayNeeds } from './replay-needs.ts';
import { type Stranger, strangersTo } from './strangers.ts';

/**
 * Replays the captured exchanges, on paper, against the gateway model with the fix in place, and then strangers, who
 * must be refused. `passed` and `failed` count exchanges; `restsOnUnverified` counts the exchanges and strangers whose
 * outcome rests on AWS behaviour that was not recorded.
 */
export function prove(subject: {
  readonly policy: Policy;
  readonly kind: FixKind;
  readonly judged: readonly Judged[];
  readonly findings: readonly Finding[];
}): Proof {
  return proveNeeds({
    ...subject,
    needs: countNeeds(subject.judged),
    circumstances: circumstancesOf(subject.findings),
  });
}

export function proveNeeds(subject: {
  readonly policy: Policy;
  readonly kind: FixKind;
  readonly needs: CountedNeeds;
  readonly circumstances: Circumstances;
}): Proof {
  const mended = { ...subject, plan: planRest(subject.policy, subject.circumstances) };
  const { passed, failed, unverified } = replayNeeds(subject.needs, (need) =>
    replay(mendedGateway(mended, need.method, need.answerer), replayPath, need),
  );
  let restsOnUnverified = unverified;
  let strangersRefused = 0;
  let strangersAccepted = 0;
  for (const stranger of strangersTo(subject.policy)) {
    const got = replay(mendedGateway(mended, stranger.method, 'code'), replayPath, stranger);
    if (isRefused(stranger, got)) strangersRefused += 1;
    else strangersAccepted += 1;
    if (got.unverified) restsOnUnverified += 1;
  }
  return { passed, failed, strangersRefused, strangersAccepted, restsOnUnverified };
}

/** A strange origin, and credentials that were not granted, must get nothing by a simple request either. */
function isRefused(stranger: Stranger, got: { preflightPassed: boolean; actualPassed: boolean }): boolean {
  const byPreflight = !got.preflightPassed;
  return stranger.what === 'origin' || stranger.what === 'credentials'
    ? byPreflight && !got.actualPassed
    : byPreflight;
}
