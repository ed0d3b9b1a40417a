import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerHeaders, answerHeaders } from './answer-headers.ts';
import { headerValue } from './header-list.ts';
import type { HeaderLines } from './headers.ts';

const names = {
  acao: 'access-control-allow-origin',
  acac: 'access-control-allow-credentials',
  acam: 'access-control-allow-methods',
  acah: 'access-control-allow-headers',
  aceh: 'access-control-expose-headers',
  acma: 'access-control-max-age',
  vary: 'vary',
  cacheControl: 'cache-control',
} as const satisfies Record<keyof AnswerHeaders, Lowercase<string>>;

const upper = (name: string): string => name.toUpperCase();
const capital = (name: string): string => name.replace(/(^|-)[a-z]/g, upper);
const name = fc.oneof(
  fc
    .constantFrom(...Object.values(names))
    .chain((lower) => fc.constantFrom(lower, upper(lower), capital(lower))),
  // As long as one of them, and another.
  fc.constantFrom('date', 'last-modified', 'access-control-allow-origim', 'access-control-allow-xethods'),
);
const lines = fc.array(fc.tuple(name, fc.constantFrom('*', '', ' a ', 'b,c', '\u00a0')), { maxLength: 12 });

describe('answerHeaders', () => {
  it('gives every header as it is got alone', () => {
    fc.assert(
      fc.property(lines, (made) => {
        const read = answerHeaders(made);
        expect(read).toEqual(
          Object.fromEntries(Object.entries(names).map(([key, lower]) => [key, headerValue(made, lower)])),
        );
      }),
    );
  });

  it('never takes one answer for another, however they are asked about in turn', () => {
    const answers = ['a', 'b', 'c'].map((value): HeaderLines => [['Vary', value]]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...answers)), (asked) => {
        for (const each of asked) expect(answerHeaders(each).vary).toBe(each[0]?.[1]);
      }),
    );
  });
});
