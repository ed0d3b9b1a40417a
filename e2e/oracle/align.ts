/** Which exchange of a capture belongs to which step of which case. */
import type { Diagnosed } from '../../src/diagnosis/index.ts';
import type { StepTruth, Truth } from './browser.ts';
import type { OracleCase } from './case.ts';
import { placeOf } from './server.ts';
import { touched } from './truth.ts';

export interface Aligned {
  /** By step; null where the capture has nothing for it. */
  readonly steps: readonly (Diagnosed | null)[];
  /** Steps that the capture should have and lacks. */
  readonly missing: number;
  /** Exchanges that no step made. */
  readonly surplus: number;
}

/** Whether a request is one that the product lists: it reached a server of another origin, or CORS refused it. */
function isDue({ page, hops }: OracleCase, { hops: seen, reported }: StepTruth): boolean {
  if (reported !== null) return true;
  const own = page === 'idn' ? 4 : page === 'top' || page === 'worker' ? 0 : null;
  return seen.some(
    ({ preflights, requests }, index) => preflights + requests > 0 && hops[index]?.server !== own,
  );
}

/** Exchanges by case number, in order of start. */
export function byCase(diagnosed: readonly Diagnosed[]): ReadonlyMap<number, readonly Diagnosed[]> {
  const found = new Map<number, Diagnosed[]>();
  for (const each of diagnosed) {
    const place = placeOf(each.exchange.hops[0]?.url ?? '');
    if (place === null) continue;
    const known = found.get(place.number);
    if (known === undefined) found.set(place.number, [each]);
    else known.push(each);
  }
  for (const list of found.values()) list.sort((a, b) => a.exchange.startedAt - b.exchange.startedAt);
  return found;
}

/** The steps of a case run one after another, so that order tells; a step that made no traffic may be in no capture. */
export function align(own: OracleCase, { steps }: Truth, found: readonly Diagnosed[]): Aligned {
  const every = steps.map(() => true);
  const choices = [every, steps.map(({ hops }) => touched(hops)), steps.map((step) => isDue(own, step))];
  const due = choices[2] ?? every;
  for (const chosen of choices) {
    if (chosen.filter(Boolean).length !== found.length) continue;
    const rest = [...found];
    return { steps: chosen.map((is) => (is ? (rest.shift() ?? null) : null)), missing: 0, surplus: 0 };
  }
  const count = due.filter(Boolean).length;
  return {
    steps: steps.map(() => null),
    missing: Math.max(0, count - found.length),
    surplus: Math.max(0, found.length - count),
  };
}
