import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csharpString, goString, javaString, jsString, pythonString, rubyString } from './string-literals.ts';

describe('jsString', () => {
  it('is evaluated back exactly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(runInNewContext(jsString(value))).toBe(value);
      }),
    );
  });
});

describe('every literal', () => {
  it.each([jsString, javaString, pythonString, goString, rubyString])(
    'is printable ASCII and has no quote but its own: %o',
    (literal) => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (value) => {
          expect(literal(value)).toMatch(/^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/);
        }),
      );
    },
  );
});

/** Reads a literal's escapes as the languages' standards write them; none of them has all. */
function decoded(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(
      /\\(?:u\{([0-9a-f]+)\}|U([0-9a-f]{8})|u([0-9a-f]{4})|([0-7]{3})|(.))/g,
      (_, braced, long, short, octal, single) => {
        if (single !== undefined) return { n: '\n', r: '\r', t: '\t' }[String(single)] ?? single;
        if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
        return String.fromCodePoint(Number.parseInt(braced ?? long ?? short, 16));
      },
    );
}

const wellFormed = (value: string): string => new TextDecoder().decode(new TextEncoder().encode(value));

it.each([
  ['Java', javaString, String],
  ['C#', csharpString, String],
  ['Python', pythonString, String],
  ['Go', goString, wellFormed],
  ['Ruby', rubyString, wellFormed],
] as const)('%s reads back what was written', (_, literal, kept) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(decoded(literal(value))).toBe(kept(value));
    }),
  );
});

describe('what one language reads in a way of its own', () => {
  it('Java gets no Unicode escape of what could end a literal', () => {
    expect(javaString('a"\\\n\0\u007f\u00e9\u2028')).toBe('"a\\"\\\\\\n\\000\\177\\351\\u2028"');
    expect(javaString('\\u0022')).toBe('"\\\\u0022"');
  });

  it('Python gets one character for a surrogate pair', () => {
    expect(pythonString('😀\ud800')).toBe('"\\U0001f600\\ud800"');
  });

  it('Go gets no surrogate', () => {
    expect(goString('😀\ud800')).toBe('"\\U0001f600\\ufffd"');
  });

  it('Ruby gets no interpolation', () => {
    expect(rubyString('#{x}#$x#@x😀\udfff')).toBe('"\\#{x}\\#$x\\#@x\\u{1f600}\\ufffd"');
  });
});
