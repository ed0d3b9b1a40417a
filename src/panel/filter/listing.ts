import type { Diagnosed } from '../../diagnosis/index.ts';
import { asksSomething, compileFilter, type RowTest } from './compile.ts';
import { type Pill, pillOf } from './pill.ts';
import { printTerm } from './print.ts';
import type { Filter, Term } from './term.ts';

/** What is asked of the list. No pill stands for all. */
export interface Query {
  readonly filter: Filter;
  readonly inverted: boolean;
  readonly pills: ReadonlySet<Pill>;
}

interface Last {
  readonly all: readonly Diagnosed[];
  readonly query: Query;
  readonly test: RowTest;
  /** By place in `all`: 1 where it passed. */
  readonly passed: Uint8Array;
  readonly listed: readonly Diagnosed[];
}

/** How far to look for where an old list goes on, after some of it went. */
const searched = 5000;

/**
 * The rows that a query lists, in their order. It remembers its last answer: while one types on, only what is still listed is
 * asked, while traffic streams only what is new, and an answer that stays the same is the same array.
 */
export function createListing(): (all: readonly Diagnosed[], query: Query) => readonly Diagnosed[] {
  let last: Last | null = null;
  return (all, query) => {
    if (last !== null && last.all === all && last.query === query) return last.listed;
    const test = last?.query === query ? last.test : queryTest(query);
    const passed = new Uint8Array(all.length);
    const listed: Diagnosed[] = [];
    const known = knownBefore(last, all, query);
    all.forEach((row, at) => {
      const before = known(row, at);
      if (!(before ?? test(row))) return;
      passed[at] = 1;
      listed.push(row);
    });
    const same = last !== null && sameRows(last.listed, listed);
    last = { all, query, test, passed, listed: same && last !== null ? last.listed : listed };
    return last.listed;
  };
}

/** What the last answer tells of a row without asking it again; null where it tells nothing. Rows are asked in order. */
function knownBefore(
  last: Last | null,
  all: readonly Diagnosed[],
  query: Query,
): (row: Diagnosed, at: number) => boolean | null {
  if (last === null) return () => null;
  const { passed, query: before } = last;
  if (last.all === all)
    return narrows(before, query) ? (_, at) => (passed[at] === 0 ? false : null) : () => null;
  if (before !== query) return () => null;
  const old = last.all;
  let next = 0;
  return (row) => {
    const found = placeOf(row, old, next);
    if (found === null) return null;
    next = found + 1;
    return old[found] === row ? passed[found] === 1 : null;
  };
}

/** Where the row, or what it was before it changed, stands in the old list; null where it is new. */
function placeOf({ exchange: { id } }: Diagnosed, old: readonly Diagnosed[], next: number): number | null {
  const end = Math.min(old.length, next + searched);
  for (let at = next; at < end; at += 1) if (old[at]?.exchange.id === id) return at;
  return null;
}

function queryTest({ filter, inverted, pills }: Query): RowTest {
  const test = compileFilter(filter, inverted);
  if (pills.size === 0) return test;
  return (row) => {
    const pill = pillOf(row);
    return pill !== null && pills.has(pill) && test(row);
  };
}

/** Whether what the new query lists is among what the old one listed: each old term stands in it still, or grew. */
function narrows(old: Query, query: Query): boolean {
  if (old.inverted || query.inverted || !isAmong(query.pills, old.pills)) return false;
  return old.filter.terms
    .filter(asksSomething)
    .every((term) => query.filter.terms.some((other) => implies(other, term)));
}

/** No pill stands for all. */
function isAmong(pills: ReadonlySet<Pill>, old: ReadonlySet<Pill>): boolean {
  return old.size === 0 || (pills.size > 0 && [...pills].every((pill) => old.has(pill)));
}

function implies(term: Term, weaker: Term): boolean {
  if (printTerm(term) === printTerm(weaker)) return true;
  const [one, other] = [term.condition, weaker.condition];
  if (term.negative || weaker.negative) return false;
  return (
    one.kind === 'text' && other.kind === 'text' && one.text.toLowerCase().includes(other.text.toLowerCase())
  );
}

function sameRows(one: readonly Diagnosed[], other: readonly Diagnosed[]): boolean {
  return one.length === other.length && one.every((row, at) => row === other[at]);
}
