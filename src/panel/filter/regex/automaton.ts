import type { State, States } from './states.ts';
import type { Place } from './syntax.ts';

/** What stands at one side of a place: the line's edge, a word's character, or another. */
type Side = 0 | 1 | 2;
const edge = 0;
const word = 1;
const other = 2;

/** Several states at once, and what stood before. */
interface Stand {
  readonly states: readonly number[];
  readonly side: Side;
}

/** Characters with a step of their own in the table, as a power of 2; others are looked up one by one. */
const bits = 7;
const tabled = 1 << bits;
/** Steps that lead to no stand. */
const unknown = 0;
const found = -1;
/** Stands that are remembered: beyond that it begins anew, which takes time and no memory. */
const mostStands = 1000;

/**
 * Finds whether an expression matches anywhere in a line. It goes through the text once, in all states at a time, and remembers
 * where each character led from there: the time is in proportion to the text, whatever the expression.
 */
export class Automaton {
  readonly #states: readonly State[];
  readonly #start: number;
  readonly #sets: readonly ((character: string) => boolean)[];
  /** From 1. */
  #stands: Stand[] = [];
  /** By stand and character: the number of the stand that follows. */
  #steps = new Int32Array(tabled * 16);
  #numbers = new Map<string, number>();

  /** `isOf` tells by a set's source whether a character belongs to it. */
  constructor({ states, start, sets }: States, isOf: (source: string) => (character: string) => boolean) {
    this.#states = states;
    this.#start = start;
    this.#sets = sets.map(isOf);
  }

  /** Whether it matches within one of the lines from `from` to `to`. */
  matches(text: string, from: number, to: number): boolean {
    let stand = this.#begin();
    let steps = this.#steps;
    for (let at = from; at <= to; at += 1) {
      const code = at === to ? 10 : text.charCodeAt(at);
      let next = code < tabled ? (steps[(stand << bits) | code] ?? unknown) : unknown;
      if (next === unknown) {
        next = this.#step(stand, code);
        steps = this.#steps;
      }
      if (next === found) return true;
      stand = next;
    }
    return false;
  }

  #begin(): number {
    return this.#numberOf([], edge);
  }

  /** The stand after a character; a line's end leads to its beginning again. */
  #step(number: number, code: number): number {
    const stand = this.#stands[number - 1];
    if (stand === undefined) return this.#begin();
    const character = String.fromCharCode(code);
    const side = sideOf(code);
    const now = this.#reached([...stand.states, this.#start], stand.side, side);
    let next = found;
    if (now !== null && code === 10) next = this.#begin();
    else if (now !== null) {
      const states = new Set<number>();
      for (const state of now)
        if (state.kind === 'character' && this.#sets[state.set]?.(character)) states.add(state.next);
      next = this.#numberOf(
        [...states].sort((one, another) => one - another),
        side,
      );
    }
    // Where the table was begun anew meanwhile, the number means another stand.
    if (code < tabled && this.#stands[number - 1] === stand) this.#steps[(number << bits) | code] = next;
    return next;
  }

  /** All states that can be reached without a character; null where the end is one of them. */
  #reached(from: readonly number[], before: Side, after: Side): readonly State[] | null {
    const seen = new Set<number>();
    const open = [...from];
    const reached: State[] = [];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const state = this.#states[at];
      if (seen.has(at) || state === undefined) continue;
      seen.add(at);
      reached.push(state);
      if (state.kind === 'found') return null;
      if (state.kind === 'fork') open.push(...state.next);
      if (state.kind === 'place' && holds(state.place, before, after)) open.push(state.next);
    }
    return reached;
  }

  #numberOf(states: readonly number[], side: Side): number {
    const key = `${side} ${states.join(' ')}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#stands.length >= mostStands) {
      this.#stands = [];
      this.#numbers = new Map();
      this.#steps.fill(unknown);
    }
    const number = this.#stands.push({ states, side });
    if ((number + 1) << bits > this.#steps.length) {
      const steps = new Int32Array(2 * this.#steps.length);
      steps.set(this.#steps);
      this.#steps = steps;
    }
    this.#numbers.set(key, number);
    return number;
  }
}

function sideOf(code: number): Side {
  if (code === 10) return edge;
  const isWord =
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
  return isWord ? word : other;
}

function holds(place: Place, before: Side, after: Side): boolean {
  switch (place) {
    case 'begin':
      return before === edge;
    case 'end':
      return after === edge;
    case 'border':
      return (before === word) !== (after === word);
    case 'inside':
      return (before === word) === (after === word);
  }
}
