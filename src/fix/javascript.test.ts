import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsList, jsString } from './javascript.ts';

describe('jsString', () => {
  it('is evaluated back exactly and is printable ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = jsString(value);
        expect(runInNewContext(text)).toBe(value);
        expect(text).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });

  it.each(['\u2028', '\u2029', '\ud800', '"', '\\', '`${1}`', '\r\n', '*/', '</script>'])(
    'escapes %j',
    (value) => {
      expect(runInNewContext(jsString(value))).toBe(value);
    },
  );
});

describe('jsList', () => {
  it('joins literals', () => {
    expect(jsList(['a', '"'])).toBe('["a", "\\""]');
  });
});
