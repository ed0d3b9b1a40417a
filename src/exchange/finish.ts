import type { AnsweredPreflights } from './answered.ts';
import { buildExchange, buildOrphan, type CaptureOf } from './build.ts';
import type { Exchange } from './exchange.ts';
import { isExchange } from './listed.ts';
import { pairAll } from './pair-by-time.ts';
import { preflightMethod } from './pairing.ts';
import { firstHop, type Track } from './track.ts';

const byStart = (a: Track, b: Track): number => (firstHop(a)?.startedAt ?? 0) - (firstHop(b)?.startedAt ?? 0);

/** The exchanges of a capture that is over: pairs what only time tells, and makes exchanges of preflights that stayed alone. */
export function finish(
  tracks: readonly Track[],
  capture: CaptureOf,
  answered: AnsweredPreflights,
): readonly Exchange[] {
  const isLive = capture.source !== 'har';
  pairAll(tracks, isLive);
  answered.clear();
  const preflights = tracks.filter((track) => track.role === 'preflight');
  for (const preflight of preflights.sort(byStart)) answered.add(preflight);
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
