import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FixKind } from '../api-view.ts';
import { type ListPart, listParts } from '../edited-policy.ts';
import { checkMaxAge } from './check-max-age.ts';
import { checkEntry } from './check-policy.ts';
import type { CheckContext, FieldCheck } from './field-check.ts';

const context: fc.Arbitrary<CheckContext> = fc.record({
  kind: fc.constantFrom<FixKind>('rest', 'http', 'function-url'),
  credentials: fc.boolean(),
  isPublicSuffix: fc.constant((host: string) => host === 'test' || host === 'github.io'),
});

/** Pieces of which mistyped values are made. */
const shard = fc.constantFrom(
  ...[
    'https',
    'http',
    'HTTPS',
    '://',
    '//',
    ':',
    'a.test',
    'A.Test',
    'ä.test',
    'localhost',
    '127.1',
    '[::1]',
    '[0:0::1]',
  ],
  ...[
    ':443',
    ':80',
    ':3000',
    ':0',
    ':99999',
    '/',
    '/x',
    '?y',
    '#z',
    'u:p@',
    '*',
    '*.',
    'null',
    '"',
    "'",
    ' ',
    ',',
    ';',
    '\n',
  ],
  ...[
    'get',
    'PATCH',
    'patch',
    'OPTIONS',
    'TRACE',
    'ANY',
    'Content-Type',
    'cookie',
    'sec-x',
    'set-cookie',
    'accept',
    ': ',
  ],
  ...[
    '.',
    '%',
    '\\',
    '\u0000',
    '\ud800',
    'file:',
    'ws',
    'capacitor',
    '-',
    '[',
    ']',
    '<',
    '>',
    '600',
    '-1',
    's',
  ],
);
const text = fc.oneof(
  fc.array(shard, { maxLength: 9 }).map((shards) => shards.join('')),
  fc.string({ unit: 'binary' }),
  fc.webUrl({ withQueryParameters: true }),
);
const part = fc.constantFrom<ListPart>(...listParts);

const again = (check: FieldCheck, checkIt: (value: string) => FieldCheck): void => {
  expect(check.mended).toBe(check.instead?.length === 1 ? check.instead[0] : null);
  if (check.level === 'error') expect(check.why).not.toBe('');
  for (const value of check.instead ?? []) expect(checkIt(value)).not.toMatchObject({ level: 'error' });
};

describe('every check', () => {
  it('offers only what it takes itself, and never throws', () => {
    fc.assert(
      fc.property(part, text, context, (where, typed, given) =>
        again(checkEntry(where, typed, given), (value) => checkEntry(where, value, given)),
      ),
      { numRuns: 3000 },
    );
  });

  it('does so of ages, too', () => {
    fc.assert(
      fc.property(text, context, (typed, given) =>
        again(checkMaxAge(typed, given), (value) => checkMaxAge(value, given)),
      ),
    );
  });

  it.each([' ', 'a', 'a,', 'https://a.test,', '"', '-', '*', '\n', '/', ':', '.', '0', 'ä', '\u0000'])(
    'of a hundred thousand times %j ends',
    (piece) => {
      const long = piece.repeat(100_000 / piece.length);
      for (const kind of ['rest', 'http', 'function-url'] as const) {
        for (const where of listParts)
          expect(checkEntry(where, long, { kind, credentials: false }).level).toBe('error');
        expect(checkMaxAge(long, { kind, credentials: false }).level).toBe('error');
      }
    },
  );
});
