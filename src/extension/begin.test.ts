import { expect, test } from 'vitest';
import { firstPreferences } from '../session/index.ts';
import { beginning, keptPreferences } from './begin.ts';

const kept = (text: string | null) => keptPreferences(() => ({ getItem: () => text }));

test('what the panel kept is there when DevTools opens', () => {
  const names: string[] = [];
  const preferences = keptPreferences(() => ({
    getItem: (name) => {
      names.push(name);
      return '{"limit":1000,"begins":"standard","keepLog":true}';
    },
  }));
  expect(preferences).toEqual({ limit: 1_000, begins: 'standard', keepLog: true });
  expect(names).toEqual(['setting capture']);
});

test.each([null, '', '{', '[]', '"deep"'])('%j is as at first', (text) => {
  expect(kept(text)).toEqual(firstPreferences);
});

test('a store that refuses is as at first', () => {
  const refused = keptPreferences(() => {
    throw new Error('site data are blocked');
  });
  expect(refused).toEqual(firstPreferences);
});

test.each([
  ['as-left', false, false],
  ['as-left', true, true],
  ['standard', true, false],
  ['deep', false, true],
] as const)('begins %s, and was left %s', (begins, left, begun) => {
  const memory = { left };
  const asLeft = {
    get: () => memory.left,
    set: (on: boolean) => Object.assign(memory, { left: on }),
  };
  const chosen = beginning({ ...firstPreferences, begins }, asLeft);
  expect(chosen.get()).toBe(begun);
  chosen.set(!left);
  // Where the user no longer wants it always so, it is again as it was left.
  expect(memory.left).toBe(!left);
});
