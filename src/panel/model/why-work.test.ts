import { afterEach, expect, test, vi } from 'vitest';
import { rules } from '../../diagnosis/index.ts';
import { causeLink } from '../../report/index.ts';
import { whyOf } from './why-work.ts';

afterEach(() => vi.unstubAllGlobals());

test.each(rules.map(({ id }) => id))('the words on %s are at hand without a network', (id) => {
  vi.stubGlobal('fetch', () => {
    throw new Error('no network');
  });
  const words = whyOf(id);
  for (const text of [words?.symptom, words?.why, words?.fix])
    expect(text === null || (text?.trim().length ?? 0) > 10).toBe(true);
  expect(words?.why).not.toBeNull();
  expect(words?.section).toBe(causeLink(id));
});

test('nothing is made up for a rule that this version does not know', () => {
  expect(whyOf('of-a-later-version')).toBeNull();
});
