import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goString, javaString, jsString, pythonString, rubyString } from './string-literals.ts';

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
