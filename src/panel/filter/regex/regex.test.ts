import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRegex } from './regex.ts';

function finds(source: string, text: string, flags = ''): boolean {
  const regex = readRegex(source, flags);
  if (regex.kind !== 'regex') throw new Error(`${source}: ${JSON.stringify(regex)}`);
  return regex.search(text, 0, text.length);
}

/** The browser's own answer, line by line. */
const native = (source: string, text: string, flags: string): boolean => {
  const regex = new RegExp(source, [...new Set(`im${flags.replace(/[gy]/g, '')}`)].join(''));
  return text.split('\n').some((line) => regex.test(line));
};

describe('what the browser finds, ours finds', () => {
  test.each([
    ['ORDERS', 'https://a/orders/1'],
    ['^https?://[^/]+/orders/\\d{1,3}$', 'https://a.example/orders/12'],
    ['(put|patch)+', 'xxpatch'],
    ['a.c', 'a\nc'],
    ['^b$', 'a\nb\nc'],
    ['a$', 'a\nb'],
    ['\\bid\\b', '?id=1'],
    ['\\Bid', 'grid'],
    ['[\\]\\\\]x', '\\x'],
    ['(?:a|)b', 'b'],
    ['(?<name>a)b', 'ab'],
    ['x{2,}', 'xx'],
    ['x{0}y', 'y'],
    ['a{', 'a{'],
    ['\\x41\\u0042', 'ab'],
    ['\\.', 'a'],
    ['', ''],
    ['é', 'É'],
    ['[^a]', 'a'],
    ['a*?b+?c??', 'aab'],
  ])('/%s/ in %j', (source, text) => {
    expect(finds(source, text)).toBe(native(source, text, ''));
  });

  test('by flag', () => {
    expect(finds('\\p{Lu}', 'a', 'u')).toBe(native('\\p{Lu}', 'a', 'u'));
    expect(finds('a', 'A', 'gimsy')).toBe(true);
  });

  const leaf = fc.constantFrom(
    'a',
    'b',
    '/',
    '.',
    '\\d',
    '\\w',
    '[ab]',
    '[^a/]',
    '^',
    '$',
    '\\b',
    '\\B',
    '1',
    '-',
  );
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(tie('node'), tie('node')).map(([one, other]) => one + other),
      fc.tuple(tie('node'), tie('node')).map(([one, other]) => `(?:${one}|${other})`),
      fc
        .tuple(tie('node'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,}', '*?', '+?'))
        .map(([one, times]) => `(${one})${times}`),
    ),
  }));
  const line = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '/', '1', '-', '\n', 'é'), maxLength: 12 });

  test('any expression in any text', () => {
    fc.assert(
      fc.property(node, line, (source, text) => {
        expect(finds(source, text), `/${source}/ in ${JSON.stringify(text)}`).toBe(native(source, text, ''));
      }),
      { numRuns: 5000 },
    );
  });
});

test.each([
  ['(?=a)b', 'looking'],
  ['(?<!a)b', 'looking'],
  ['(a)\\1', 'reference'],
  ['(?<n>a)\\k<n>', 'reference'],
  ['a{5000}', 'repetitions'],
  ['((a{50}){50}){50}', 'repetitions'],
  [`${'('.repeat(60)}a${')'.repeat(60)}`, 'deep'],
])('/%s/ is sound and not supported', (source, what) => {
  expect(readRegex(source, '')).toMatchObject({ kind: 'unsupported', what: expect.stringContaining(what) });
});

/** Each would keep the browser's own search busy for longer than the universe is old. */
test.each(['(a+)+$', '^(a|a)*$', '(a|aa)+$', '(.*)*x', '^(([a-z])+.)+[A-Z]$', '(a?){40}a{40}$'])(
  '/%s/ comes to an end',
  (source) => {
    expect(finds(source, `${'a'.repeat(5000)}!`)).toBe(false);
  },
);

test('an expression with more states than are remembered still finds what it should', () => {
  const source = '(a|b)*a(a|b){12}x';
  const regex = readRegex(source, '');
  if (regex.kind !== 'regex') throw new Error(regex.kind);
  const own = new RegExp(source);
  let seed = 7;
  const random = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
  const lines = Array.from({ length: 2000 }, () =>
    Array.from({ length: 60 }, () => (random() % 40 === 0 ? 'x' : random() % 2 === 0 ? 'a' : 'b')).join(''),
  );
  const found = lines.map((line) => regex.search(line, 0, line.length));
  expect(found).toEqual(lines.map((line) => own.test(line)));
  expect(new Set(found).size).toBe(2);
});
