import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { toJson } from './json.ts';
import { parseTemplate } from './parse-template.ts';
import type { Place } from './place.ts';
import { asWritten, everyEntry, everyValue, templateOf } from './template.testing.ts';
import { entriesOf, valueAt } from './value.ts';

const slice = (text: string, { start, end }: Place) => text.slice(start, end);

describe('the text of a value', () => {
  test.each([
    ['plain', 'https://a.com', 'https://a.com'],
    ['plain, before a comment', "a b # it's", 'a b'],
    ['single quotes', `'it''s'  # no`, `'it''s'`],
    ['double quotes around quotes', `"'*'"`, `"'*'"`],
    ['plain over two lines', 'one\n    two\n  Other: x', 'one\n    two'],
    ['a flow list', '[ a, "b" ] # both', '[ a, "b" ]'],
    ['a flow list over lines', '[\n    a, # first\n    b,\n  ]', '[\n    a, # first\n    b,\n  ]'],
    ['a flow map', '{ A: 1, B: [2] }', '{ A: 1, B: [2] }'],
    ['a block list', '\n    - a\n    - b # last\n    # after\n  Other: x', '- a\n    - b'],
    ['a list at the level of its key', '\n  - a\n  - b\n\n  # after\n  Other: x', '- a\n  - b'],
    ['a block map', '\n    A: 1\n    B: 2   # last\n\n  Other: x', 'A: 1\n    B: 2'],
    ['a map that ends in nothing', '\n    A: 1\n    B:\n  Other: x', 'A: 1\n    B:'],
    ['a literal block', '|\n    a\n    b\n\n  Other: x', '|\n    a\n    b'],
    ['a folded block, stripped', '>- # why\n    a\n    b\n  Other: x', '>- # why\n    a\n    b'],
    ['a block that keeps its end', '|+\n    a\n\n  Other: x', '|+\n    a\n'],
    ['a tag', '!Sub "x" # y', '!Sub "x"'],
    [
      'a tag with its value below',
      '!If\n    - C\n    - a\n    - b # c\n  Other: x',
      '!If\n    - C\n    - a\n    - b',
    ],
    ['a tag before a block', '!Sub |\n    x\n  Other: y', '!Sub |\n    x'],
    ['a tag within a flow list', '[!Ref A, b]', '[!Ref A, b]'],
    ['a tag without a value', '!Ref\n  Other: x', '!Ref'],
    ["YAML's own tag", '!!str 1', '!!str 1'],
    ['an anchor is left out', '&a [x]', '[x]'],
    ['an anchor and a tag', '&a !Ref x', '!Ref x'],
    ['nothing', '\n  Other: x', ''],
  ])('%s', (_name, written, own) => {
    const { template, value } = asWritten(written);
    expect(slice(template.text, value.place)).toBe(own);
    const crlf = asWritten(written.replaceAll('\n', '\r\n'), 'Description: x\r\n');
    expect(slice(crlf.template.text, crlf.value.place)).toBe(own.replaceAll('\n', '\r\n'));
  });

  test('behind a tag, the argument has its own', () => {
    const { template, value } = asWritten('!Sub  "x"');
    expect(value.kind === 'intrinsic' && slice(template.text, value.argument.place)).toBe('"x"');
  });

  test('of an empty value is where one would be written', () => {
    const { template, value } = asWritten('# to do\n  Other: x');
    expect(template.text.slice(0, value.place.start)).toMatch(/Value: ?$/);
    expect(value.place.start).toBe(value.place.end);
  });

  test('behind an alias is that of its anchor', () => {
    const { template, value } = asWritten('*o', "Mappings:\n  A: &o ['x']\n");
    expect(slice(template.text, value.place)).toBe("['x']");
    expect(value.place).toMatchObject({ line: 2, column: 9 });
  });
});

test('a list that ends in an alias ends behind the alias', () => {
  const { template, value } = asWritten('\n    - a\n    - *o\n  Other: x', 'Mappings: &o { a: b }\n');
  expect(slice(template.text, value.place)).toBe('- a\n    - *o');
});

test('a key has its place, with quotes, and as a number', () => {
  const template = templateOf('Resources:\n  "A" : {}\n  200: {}\n  ? B\n  : {}\n');
  const keys = entriesOf(valueAt(template.root, 'Resources'));
  expect(keys.map(({ key, keyPlace }) => [key, slice(template.text, keyPlace), keyPlace.line])).toEqual([
    ['A', '"A"', 2],
    ['200', '200', 3],
    ['B', 'B', 4],
  ]);
});

test('a byte order mark is counted in offsets and not in columns', () => {
  const template = templateOf('\ufeffResources:\n  A:\n    Type: X\n');
  expect(template.root.entries[0]?.keyPlace).toEqual({ line: 1, column: 1, start: 1, end: 10 });
  expect(template.resources.get('A')?.place).toMatchObject({ line: 2, column: 3 });
});

const scalar = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom("it's", '*', "'*'", 'a # b', 'on', '', ' x ', '- a', 'a: b', 'two\nlines\n'),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 9 }), tie('value'), { maxKeys: 4 }),
  ),
})).value;
const written = fc
  .tuple(
    tree,
    fc.record({
      collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
      indent: fc.integer({ min: 1, max: 4 }),
      indentSeq: fc.boolean(),
      lineWidth: fc.constantFrom(0, 30),
      defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_SINGLE' as const, 'BLOCK_LITERAL' as const),
    }),
    fc.boolean(),
  )
  .map(([value, options, crlf]) => {
    const text = stringify({ Resources: {}, Value: value }, { version: '1.1', ...options });
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });

test('every value can be cut out of its text, and reads the same by itself', () => {
  fc.assert(
    fc.property(written, (text) => {
      const read = parseTemplate(text);
      if (!read.ok) throw new Error(JSON.stringify(read.fault));
      for (const value of everyValue(read.template.root).slice(1)) {
        const own = slice(text, value.place);
        // An indent that is told counts from the parent's, which is not cut out.
        if (/^[|>]\d/.test(own)) continue;
        // As deep as it stood, so that its other lines still line up.
        const alone = `Resources: {}\nV:\n${' '.repeat(value.place.column - 1)}${own}\n`;
        expect(toJson(valueAt(templateOf(alone).root, 'V') ?? value)).toEqual(toJson(value));
        const before = text.slice(0, value.place.start).split('\n');
        expect([before.length, (before.at(-1) ?? '').length + 1]).toEqual([
          value.place.line,
          value.place.column,
        ]);
      }
      for (const { key, keyPlace } of everyEntry(read.template.root)) {
        const alone = templateOf(`Resources: {}\nV:\n  ? ${slice(text, keyPlace)}\n`);
        expect(entriesOf(valueAt(alone.root, 'V')).map((entry) => entry.key)).toEqual([key]);
      }
    }),
    { numRuns: 50 },
  );
});
