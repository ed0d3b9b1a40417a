import type { Column } from './column.ts';
import type { Entry } from './entry.ts';
import type { Fact } from './facts.ts';
import type { NameKey } from './keys.ts';
import { type NameMode, nameTest } from './name-test.ts';
import { readRegex } from './regex/regex.ts';
import type { RowIndex } from './row-index.ts';
import { inRange } from './status-range.ts';
import type { Condition, Filter, Term } from './term.ts';
import { regexSearch, textSearch } from './url-text.ts';

export type EntryTest = (entry: Entry) => boolean;
type ValueTest = (value: string) => boolean;

/** By key: how a name without `*` or quotes is meant. */
export const modes: Readonly<Record<NameKey, NameMode>> = {
  cause: 'beginning',
  gateway: 'beginning',
  api: 'part',
  origin: 'whole',
  domain: 'whole',
  method: 'whole',
  code: 'beginning',
  'resource-type': 'whole',
  scheme: 'whole',
  'has-request-header': 'whole',
  'has-response-header': 'whole',
};

/** The filter as one function, made once and asked of every row. A faulty term lets nothing pass, inverted or not. */
export function compileFilter({ terms }: Filter, inverted: boolean, index: RowIndex): EntryTest {
  if (terms.some(({ condition }) => condition.kind === 'faulty')) return () => false;
  const tests = terms.filter(asksSomething).map((term) => termTest(term, index));
  const [only, ...others] = tests;
  if (only === undefined) return () => true;
  if (others.length === 0 && !inverted) return only;
  return (entry) => tests.every((test) => test(entry)) !== inverted;
}

/** A key without a value does not: the list stays as it is until there is one. */
export function asksSomething({ condition }: Term): boolean {
  return condition.kind !== 'unfinished';
}

function termTest({ condition, negative }: Term, index: RowIndex): EntryTest {
  const test = conditionTest(condition, index);
  return negative ? (entry) => !test(entry) : test;
}

function conditionTest(condition: Condition, index: RowIndex): EntryTest {
  switch (condition.kind) {
    case 'text': {
      const wanted = condition.text.toLowerCase();
      const some = factTest(index, 'text', (value) => value.toLowerCase().includes(wanted));
      const inUrl = index.urlTest(textSearch(wanted));
      return (entry) => inUrl(entry) || some(entry);
    }
    case 'regex': {
      const regex = readRegex(condition.source, condition.flags);
      if (regex.kind !== 'regex') return () => false;
      const inUrl = index.urlTest(regexSearch(regex.search));
      const some = factTest(index, 'text', (value) => regex.search(value, 0, value.length));
      return (entry) => inUrl(entry) || some(entry);
    }
    case 'is':
      return factTest(index, 'is', (value) => condition.states.some((state) => state === value));
    case 'status-code':
      return factTest(index, 'status-code', (value) =>
        condition.ranges.some((range) => inRange(Number(value), range)),
      );
    case 'named': {
      const fits = nameTest(condition.patterns, modes[condition.key]);
      return factTest(index, condition.key, (value) => fits(value.toLowerCase()));
    }
    case 'unfinished':
    case 'faulty':
      return () => true;
  }
}

/** Whether one of the row's values meets the test, which each value of the column is put to once. */
export function factTest(index: RowIndex, fact: Fact, test: ValueTest): EntryTest {
  let column: Column | null = null;
  let known: (boolean | undefined)[] = [];
  return (entry) => {
    if (column !== index.column(fact)) {
      column = index.column(fact);
      known = [];
    }
    const number = column.numberOf(entry);
    const before = known[number];
    if (before !== undefined) return before;
    const meets = column.valuesOf(number).some(test);
    known[number] = meets;
    return meets;
  };
}
