import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mimeEssence } from './mime-type.ts';

describe('mimeEssence', () => {
  it.each([
    ['text/plain', 'text/plain'],
    ['TEXT/Plain', 'text/plain'],
    [' text/plain ', 'text/plain'],
    ['text/plain ;charset=utf-8', 'text/plain'],
    ['text/plain;', 'text/plain'],
    ['text/plain;;;', 'text/plain'],
    ['text/plain;charset="unclosed', 'text/plain'],
    ['text/plain, text/html', null],
    ['text/plain/x', null],
    ['text /plain', null],
    ['text/ plain', null],
    ['text/pl ain', null],
    ['text/', null],
    ['/plain', null],
    ['text', null],
    ['text;/plain', null],
    ['', null],
    ['*/*', '*/*'],
    ['text/pla\u00efn', null],
  ])('%j', (input, expected) => {
    expect(mimeEssence(input)).toBe(expected);
  });

  it('never throws, and an essence is its own essence', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'ab/;, ="') })),
        (input) => {
          const essence = mimeEssence(input);
          if (essence !== null) expect(mimeEssence(essence)).toBe(essence);
        },
      ),
    );
  });
});
