import type { AnsweredPreflights } from './answered.ts';
import { buildExchange, buildOrphan, type CaptureOf } from './build.ts';
import type { Exchange } from './exchange.ts';
import { isExchange } from './listed.ts';
import { pairAll } from './pair-by-time.ts';
import { preflightMethod } from './pairing.ts';
import type { Track } from './track.ts';

/** The exchanges of a capture that is over: pairs what only time tells, and makes exchanges of preflights that stayed alone. */
export function finish(
  tracks: readonly Track[],
  capture: CaptureOf,
  answered: AnsweredPreflights,
): readonly Exchange[] {
  const isLive = capture.source !== 'har';
  const preflights = tracks.filter((track) => track.role === 'preflight');
  pairAll(preflights, tracks, isLive);
  answered.replace(preflights);
  const exchanges: Exchange[] = [];
  for (const track of tracks) {
    if (!track.settled) track.settled = !isLive;
    if (track.role === 'unknown') track.role = 'actual';
    if (track.role === 'preflight' && track.pairedWith === null && preflightMethod(track) !== null) {
      exchanges.push(buildOrphan(track, capture));
    } else if (track.listed || isExchange(track)) {
      exchanges.push(buildExchange(track, capture, answered));
    }
  }
  return exchanges;
}
