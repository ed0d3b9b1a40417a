import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyWords } from './keys.ts';
import { parseFilter } from './parse.ts';
import { printFilter } from './print.ts';
import type { Condition } from './term.ts';
import { longestFilter } from './tokens.ts';

const conditions = (text: string): readonly Condition[] =>
  parseFilter(text).terms.map(({ condition }) => condition);
const words = (text: string) => ({ kind: 'text', text }) as const;

describe('text', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['   ', []],
    ['orders  put', ['orders', 'put']],
    ['"two words" third', ['two words', 'third']],
    ['"is:blocked"', ['is:blocked']],
    ['"a \\"quoted\\" \\\\ word"', ['a "quoted" \\ word']],
    ['"still being typed', ['still being typed']],
    ['"" "', []],
    ['unknown:key', ['unknown:key']],
    ['http://localhost:3000', ['http://localhost:3000']],
    ['/orders/42', ['/orders/42']],
    ['/orders /users', ['/orders', '/users']],
    ['/orders', ['/orders']],
    ['//', ['//']],
    ['a-b', ['a-b']],
    ['-', ['-']],
  ])('%j is the texts %j', (text, expected) => {
    expect(conditions(text)).toEqual(expected.map(words));
    expect(parseFilter(text).terms.some(({ negative }) => negative)).toBe(false);
  });

  test.each(['-orders', '-"two words"', '-/x/', '-is:blocked', '-unknown:key', '--x'])(
    '%j is negated',
    (text) => {
      expect(parseFilter(text).terms.map(({ negative }) => negative)).toEqual([true]);
    },
  );
});

describe('regular expressions', () => {
  test.each([
    ['/or.*s/', 'or.*s', ''],
    ['/a b/', 'a b', ''],
    ['/a\\/b/si', 'a\\/b', 'is'],
    ['/[/]x/', '[/]x', ''],
  ])('%j', (text, source, flags) => {
    expect(conditions(text)).toEqual([{ kind: 'regex', source, flags }]);
  });

  test.each(['/(/', '/[z-a]/', '/a/uv', '/+/'])('%j is faulty, and says so', (text) => {
    expect(conditions(text)).toMatchObject([{ kind: 'faulty', text, fault: { reason: 'bad-regex' } }]);
  });
});

describe('keys', () => {
  test.each<[string, Condition]>([
    ['is:blocked', { kind: 'is', states: ['blocked'] }],
    ['IS:Blocked,risky', { kind: 'is', states: ['blocked', 'risky'] }],
    ['is:a', { kind: 'is', states: ['allowed', 'assumed'] }],
    ['is:', { kind: 'unfinished', key: 'is' }],
    ['method:,', { kind: 'unfinished', key: 'method' }],
    ['method:PUT', { kind: 'named', key: 'method', patterns: [{ text: 'PUT', quoted: false }] }],
    [
      'cause:"x, y",z*',
      {
        kind: 'named',
        key: 'cause',
        patterns: [
          { text: 'x, y', quoted: true },
          { text: 'z*', quoted: false },
        ],
      },
    ],
    [
      'origin:http://a:1',
      { kind: 'named', key: 'origin', patterns: [{ text: 'http://a:1', quoted: false }] },
    ],
    ['is:odd', { kind: 'faulty', text: 'is:odd', fault: { reason: 'unknown-state', value: 'odd' } }],
  ])('%j', (text, expected) => {
    expect(conditions(text)).toEqual([expected]);
  });

  test.each<[string, number, number, string]>([
    ['404', 404, 404, '404'],
    ['4xx', 400, 499, '4xx'],
    ['4', 400, 499, '4xx'],
    ['40', 400, 409, '40x'],
    ['40X', 400, 409, '40x'],
    ['400-499', 400, 499, '4xx'],
    ['500-302', 302, 500, '302-500'],
    ['400-', 400, 999, '400-999'],
  ])('status-code:%s is %i to %i', (text, from, to, printed) => {
    expect(conditions(`status-code:${text}`)).toEqual([{ kind: 'status-code', ranges: [{ from, to }] }]);
    expect(printFilter(parseFilter(`status-code:${text}`))).toBe(`status-code:${printed}`);
  });

  test.each(['x', '4xxx', '4x4', '1234', '-', '4xx-5xx', 'ok'])('status-code:%s is faulty', (value) => {
    expect(conditions(`status-code:${value}`)).toMatchObject([{ fault: { reason: 'bad-status', value } }]);
  });
});

/** Texts made of the grammar's own signs meet its corners far more often than any text would. */
const pieces = [
  '-',
  '"',
  '/',
  '\\',
  ':',
  ',',
  ' ',
  '\t',
  '[',
  ']',
  '(',
  '*',
  'is',
  'blocked',
  'a',
  'i',
  '4xx',
  '400-',
]
  .concat(Object.keys(keyWords))
  .map((piece) => fc.constant(piece));
const anyFilter = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(...pieces), { maxLength: 24 }).map((parts) => parts.join('')),
);

test('what is printed reads back as the same filter, whatever was typed', () => {
  fc.assert(
    fc.property(anyFilter, (text) => {
      const filter = parseFilter(text);
      const printed = printFilter(filter);
      expect(parseFilter(printed)).toEqual(filter);
      expect(printFilter(parseFilter(printed))).toBe(printed);
    }),
    { numRuns: 3000 },
  );
});

test('a text beyond all reason is cut, not worked through', () => {
  expect(parseFilter('a '.repeat(1_000_000)).terms).toHaveLength(longestFilter / 2);
});
