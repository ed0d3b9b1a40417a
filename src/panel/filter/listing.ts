import type { Diagnosed } from '../../diagnosis/index.ts';
import { asksSomething, compileFilter, type EntryTest, factTest } from './compile.ts';
import type { Pill } from './pill.ts';
import { printTerm } from './print.ts';
import type { RowIndex } from './row-index.ts';
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
  readonly test: EntryTest;
  readonly listed: readonly Diagnosed[];
}

/**
 * The rows that a query lists, in their order. It remembers its last answer: while one types on, only what is still listed is
 * asked, while traffic streams only what is new, and an answer that stays the same is the same array.
 */
export function createListing(
  index: RowIndex,
): (all: readonly Diagnosed[], query: Query) => readonly Diagnosed[] {
  let last: Last | null = null;
  let asked = 0;
  return (all, query) => {
    // Nothing is asked: nothing needs to be read.
    if (query.pills.size === 0 && !query.filter.terms.some(asksSomething)) return all;
    if (last?.all === all && last.query === query) return last.listed;
    const before = asked;
    const narrowed = last !== null && narrows(last.query, query);
    if (last?.query !== query) asked += 1;
    const test = last?.query === query ? last.test : queryTest(query, index);
    const listed: Diagnosed[] = [];
    for (const entry of index.entriesOf(all)) {
      if (entry.query !== asked) {
        const wasOut = narrowed && entry.query === before && !entry.passed;
        entry.passed = !wasOut && test(entry);
        entry.query = asked;
      }
      if (entry.passed) listed.push(entry.row);
    }
    last = {
      all,
      query,
      test,
      listed: last !== null && sameRows(last.listed, listed) ? last.listed : listed,
    };
    return last.listed;
  };
}

function queryTest({ filter, inverted, pills }: Query, index: RowIndex): EntryTest {
  const test = compileFilter(filter, inverted, index);
  if (pills.size === 0) return test;
  const chosen = new Set<string>(pills);
  const hasPill = factTest(index, 'is', (state) => chosen.has(state));
  return (entry) => hasPill(entry) && test(entry);
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
