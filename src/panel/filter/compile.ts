import type { Diagnosed } from '../../diagnosis/index.ts';
import { someMessage, someText, someValue } from './facts.ts';
import type { NameKey } from './keys.ts';
import { type NameMode, nameTest } from './name-test.ts';
import { regexTest } from './regex-test.ts';
import { hasState } from './state-test.ts';
import { inRange } from './status-range.ts';
import type { Condition, Filter, Term } from './term.ts';

export type RowTest = (row: Diagnosed) => boolean;

/** By key: how a name without `*` or quotes is meant. */
export const modes: Readonly<Record<NameKey, NameMode>> = {
  cause: 'beginning',
  gateway: 'beginning',
  api: 'part',
  origin: 'whole',
  domain: 'whole',
  method: 'whole',
  code: 'beginning',
  'has-request-header': 'whole',
  'has-response-header': 'whole',
};

/** The filter as one function, made once and asked of every row. A faulty term lets nothing pass, inverted or not. */
export function compileFilter({ terms }: Filter, inverted: boolean): RowTest {
  if (terms.some(({ condition }) => condition.kind === 'faulty')) return () => false;
  const tests = terms.filter(asksSomething).map(termTest);
  if (tests.length === 0) return () => true;
  return (row) => tests.every((test) => test(row)) !== inverted;
}

/** A key without a value does not: the list stays as it is until there is one. */
export function asksSomething({ condition }: Term): boolean {
  return condition.kind !== 'unfinished';
}

function termTest({ condition, negative }: Term): RowTest {
  const test = conditionTest(condition);
  return negative ? (row) => !test(row) : test;
}

function conditionTest(condition: Condition): RowTest {
  switch (condition.kind) {
    case 'text': {
      const wanted = condition.text.toLowerCase();
      return textTest((text) => text.toLowerCase().includes(wanted));
    }
    case 'regex':
      return textTest(regexTest(condition.source, condition.flags));
    case 'is':
      return (row) => condition.states.some((state) => hasState(row, state));
    case 'status-code':
      return statusTest((status) => condition.ranges.some((range) => inRange(status, range)));
    case 'named': {
      const fits = nameTest(condition.patterns, modes[condition.key]);
      const test = remembering((value) => fits(value.toLowerCase()));
      const some = someValue[condition.key];
      return (row) => some(row, test);
    }
    case 'unfinished':
    case 'faulty':
      return () => true;
  }
}

function statusTest(test: (status: number) => boolean): RowTest {
  return (row) => someMessage(row, ({ response }) => response !== null && test(response.status));
}

function textTest(test: (text: string) => boolean): RowTest {
  const few = remembering(test);
  return (row) => someText(row, few, test);
}

/** Many rows share few methods, origins, causes and header names: each is looked at once. */
function remembering(test: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = test(text);
    known.set(text, result);
    return result;
  };
}
