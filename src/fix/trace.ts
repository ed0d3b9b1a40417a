import { type CountedNeed, type Position, traceLimit } from './count-needs.ts';
import { isDevelopment } from './development.ts';

/** The parts of a policy that have entries. `credentials` has one at most, `include`. */
export type PolicyPart = 'origin' | 'method' | 'header' | 'expose-header' | 'credentials';

/** One entry of a policy, and the exchanges that asked for it. */
export interface PolicyTrace {
  readonly part: PolicyPart;
  readonly value: string;
  /** How many exchanges asked for it; 0 for an entry that was added by hand. */
  readonly count: number;
  /** The first of them in order of time, at most 50. */
  readonly exchangeIds: readonly string[];
  /** An origin of development (loopback, `.local`), which production must not allow; false for every other part. */
  readonly development: boolean;
}

/** Gathers who asked for what. */
export class Tracer {
  readonly #entries = new Map<
    string,
    { readonly part: PolicyPart; readonly value: string; count: number; first: Position[] }
  >();

  add(part: PolicyPart, value: string, { count, first }: Pick<CountedNeed, 'count' | 'first'>): void {
    const key = `${part} ${value}`;
    const known = this.#entries.get(key);
    if (known === undefined) {
      this.#entries.set(key, { part, value, count, first: [...first] });
      return;
    }
    known.count += count;
    known.first.push(...first);
    if (known.first.length > 4 * traceLimit) known.first = earliest(known.first);
  }

  /** Parts in the policy's order, values sorted as the policy's lists are. */
  traces(): readonly PolicyTrace[] {
    return [...this.#entries.values()]
      .sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part) || (a.value < b.value ? -1 : 1))
      .map(({ part, value, count, first }) => ({
        part,
        value,
        count,
        exchangeIds: earliest(first).map(({ id }) => id),
        development: part === 'origin' && isDevelopment(value),
      }));
  }
}

const order: readonly PolicyPart[] = ['origin', 'method', 'header', 'expose-header', 'credentials'];

function earliest(positions: readonly Position[]): Position[] {
  return [...positions].sort((a, b) => a.at - b.at).slice(0, traceLimit);
}
