import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginnings, firstPreferences, limits, readPreferences } from './preferences.ts';

test('what was kept is read again', () => {
  const kept = { limit: 50_000, begins: 'deep', keepLog: true };
  expect(readPreferences(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

test.each([
  undefined,
  null,
  'deep',
  [],
  { limit: 7, begins: 'never', keepLog: 'yes' },
  { limit: '50000', begins: ['deep'] },
  { limit: Number.POSITIVE_INFINITY },
])('%j is as at first', (kept) => {
  expect(readPreferences(kept)).toEqual(firstPreferences);
});

test('what is understood stays beside what is not', () => {
  expect(readPreferences({ limit: 1_000, begins: 'of tomorrow', more: 1 })).toEqual({
    ...firstPreferences,
    limit: 1_000,
  });
});

test('whatever was kept, the limit is one of those to choose from', () => {
  fc.assert(
    fc.property(fc.anything(), (kept) => {
      const { limit, begins, keepLog } = readPreferences(kept);
      expect(limits).toContain(limit);
      expect(beginnings).toContain(begins);
      expect(typeof keepLog).toBe('boolean');
    }),
  );
});
