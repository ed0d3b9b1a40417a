import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byHandWords, choices, type Settable, withChoice } from './by-hand.ts';

const facts: readonly Settable[] = ['credentials', 'mode', 'preflight'];

test('a choice is set beside the others, and given back by anything that is no choice', () => {
  fc.assert(
    fc.property(fc.constantFrom(...facts), fc.constantFrom(...facts), fc.string(), (one, other, word) => {
      const set = withChoice(
        withChoice({}, other, choices[other][0]?.value ?? ''),
        one,
        choices[one][1]?.value ?? '',
      );
      expect(set[one]).toBe(choices[one][1]?.value);
      if (one !== other) expect(set[other]).toBe(choices[other][0]?.value);
      fc.pre(!choices[one].some(({ value }) => value === word));
      expect(Object.hasOwn(withChoice(set, one, word), one)).toBe(false);
    }),
  );
});

test('what was set is named, nothing otherwise', () => {
  expect(byHandWords({})).toBeNull();
  expect(byHandWords({ credentials: 'omit', preflight: 'missing' })).toBe(
    'credentials mode omit, preflight not from the cache',
  );
});
