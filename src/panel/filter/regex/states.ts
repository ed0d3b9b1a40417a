import { type Node, type Place, Unsupported } from './syntax.ts';

/** Steps of an automaton that is in several states at once: a character leads on, the others lead on at no character's cost. */
export type State =
  | { readonly kind: 'character'; readonly set: number; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'place'; readonly place: Place; readonly next: number }
  | { readonly kind: 'found' };

export interface States {
  readonly states: readonly State[];
  readonly start: number;
  /** Sources of the sets of characters, by the states' `set`. */
  readonly sets: readonly string[];
}

const mostStates = 400;

/** The states of an expression, counted repetitions written out. Throws `Unsupported` where they would be too many. */
export function statesOf(root: Node): States {
  const states: State[] = [{ kind: 'found' }];
  const sets: string[] = [];
  const add = (state: State): number => {
    if (states.length >= mostStates) throw new Unsupported('so many repetitions');
    return states.push(state) - 1;
  };
  /** The state from which the node leads to `next`. */
  const before = (node: Node, next: number): number => {
    switch (node.kind) {
      case 'character': {
        const known = sets.indexOf(node.source);
        const set = known < 0 ? sets.push(node.source) - 1 : known;
        return add({ kind: 'character', set, next });
      }
      case 'place':
        return add({ kind: 'place', place: node.place, next });
      case 'sequence':
        return node.nodes.reduceRight((after, each) => before(each, after), next);
      case 'choice':
        return add({ kind: 'fork', next: node.nodes.map((each) => before(each, next)) });
      case 'repeat':
        return repeat(node, next);
    }
  };
  const repeat = ({ node, least, most }: Node & { kind: 'repeat' }, next: number): number => {
    if (least > mostStates || (most ?? 0) > mostStates) throw new Unsupported('so many repetitions');
    let after = next;
    if (most === null) {
      const ways: number[] = [next];
      after = add({ kind: 'fork', next: ways });
      ways.push(before(node, after));
    } else
      for (let time = least; time < most; time += 1)
        after = add({ kind: 'fork', next: [next, before(node, after)] });
    for (let time = 0; time < least; time += 1) after = before(node, after);
    return after;
  };
  const start = before(root, 0);
  return { states, start, sets };
}
