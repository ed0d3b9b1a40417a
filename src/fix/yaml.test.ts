import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toYaml, type Yaml, yamlString } from './yaml.ts';

const anyString = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '"',
      '\\',
      '\n',
      '\r',
      ':',
      ' ',
      '#',
      '-',
      '{',
      '\u2028',
      '\u0085',
      '\0',
      'é',
      '😀',
      '\ud800',
      '0',
      'e',
      'x',
    ),
  }),
);

const anyYaml: fc.Arbitrary<Yaml> = fc.letrec<{ value: Yaml; map: { readonly [key: string]: Yaml } }>(
  (tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      anyString,
      fc.integer(),
      fc.boolean(),
      fc.array(anyString, { maxLength: 3 }),
      tie('map'),
    ),
    map: fc.dictionary(anyString, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  }),
).map;

describe('toYaml', () => {
  it('is read back exactly, under YAML 1.2 and under 1.1', () => {
    fc.assert(
      fc.property(fc.dictionary(anyString, anyYaml, { maxKeys: 3, noNullPrototype: true }), (value) => {
        const text = toYaml({ root: value });
        expect(parse(text)).toEqual({ root: value });
        expect(parse(text, { version: '1.1', schema: 'yaml-1.1', merge: false })).toEqual({ root: value });
        expect(text).toMatch(/^[\x20-\x7e\n]*$/);
      }),
    );
  });

  it('holds lists of maps and of lists', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyYaml, fc.array(anyYaml, { maxLength: 2 })), { maxLength: 3 }),
        (list) => {
          expect(parse(toYaml({ list }))).toEqual({ list });
        },
      ),
    );
    expect(toYaml({ a: [{ b: 'x', c: [{ d: 1 }] }] })).toBe('a:\n  - b: x\n    c:\n      - d: 1\n');
  });

  it('holds texts of several lines as they are, nested and in lists', () => {
    const line = fc.string({ unit: fc.constantFrom(...'#-: |>\'"\\ab\t&*'), maxLength: 6 });
    const lines = fc.array(line, { maxLength: 4 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(lines, fc.constantFrom('', '\n', '\n\n'), (text, end) => {
        const value = { a: { b: `${text}${end}`, c: [`${text}${end}`, 'x'] }, d: 'after' };
        expect(parse(toYaml(value))).toEqual(value);
        expect(parse(toYaml(value), { version: '1.1' })).toEqual(value);
      }),
    );
    expect(toYaml({ a: 'x\ny\n' })).toBe('a: |\n  x\n  y\n');
  });

  /** Short words of all that YAML's versions give a meaning of its own: numbers in every notation, booleans, null, merge. */
  const wordLike = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'eE01789_.+-:xXobTZ~=<'), minLength: 1, maxLength: 6 }),
    fc
      .constantFrom('y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null')
      .chain((word) => fc.mixedCase(fc.constant(word))),
  );

  it.each(['1.1', '1.2'] as const)(
    'gives words that look like other things back as strings (%s)',
    (version) => {
      fc.assert(
        fc.property(wordLike, (word) => {
          const value = { [`k${word}`]: word, [word]: [word] };
          expect(parse(toYaml(value), { version })).toEqual(value);
        }),
        { numRuns: 2_000 },
      );
    },
  );

  it.each([
    'e0',
    'E12',
    'e-1',
    'yes',
    'NO',
    'on',
    'y',
    'null',
    'true',
    '12:30:00',
    '0o7',
    '1e3',
    '0x1f',
    '2001-01-01',
    '.inf',
    '~',
    '',
    '<<',
    '=',
    '- a',
    'a: b',
    'a #b',
    '{{resolve:ssm:x}}',
  ])('quotes %j, which is no string, or not this one, when plain', (value) =>
    expect(yamlString(value)).toBe(`"${value}"`),
  );

  it.each([
    'http://localhost:3000',
    'https://a.b-c.test',
    'content-type',
    'GET',
    '/orders/{id}',
    '/{proxy+}',
    'AWS::Serverless::Api',
  ])('leaves %s plain', (value) => expect(yamlString(value)).toBe(value));
});
