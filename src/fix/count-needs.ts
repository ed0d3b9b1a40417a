import { beyondSettings, type Told } from './beyond.ts';
import { type Need, needOf } from './need.ts';

/** How many exchanges a trace names; further ones are only counted, for an API may have a hundred thousand. */
export const traceLimit = 50;

/** One need with how many exchanges have it. */
export interface CountedNeed {
  readonly need: Need;
  readonly count: number;
  /** Of these, how many fail whatever the settings say. */
  readonly beyond: number;
  /** The first of these exchanges, at most `traceLimit`: their positions in the capture, which order them. */
  readonly first: readonly Position[];
}

/** An exchange's place among those that were counted, and its id. */
export interface Position {
  readonly at: number;
  readonly id: string;
}

/** Like needs, once each with their number. */
export type CountedNeeds = ReadonlyMap<string, CountedNeed>;

export function countNeeds(judged: readonly Told[]): CountedNeeds {
  const counted = new Map<string, { need: Need; count: number; beyond: number; first: Position[] }>();
  for (const [at, one] of judged.entries()) {
    const need = needOf(one);
    if (need === null) continue;
    const position = { at, id: one.exchange.id };
    const beyond = beyondSettings(one)?.sure === true ? 1 : 0;
    const known = counted.get(need.key);
    if (known === undefined) {
      counted.set(need.key, { need, count: 1, beyond, first: [position] });
      continue;
    }
    known.count += 1;
    known.beyond += beyond;
    if (known.first.length < traceLimit) known.first.push(position);
  }
  return counted;
}
