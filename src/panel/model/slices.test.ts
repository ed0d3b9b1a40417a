import { expect, test } from 'vitest';
import { inSlices } from './slices.ts';

const same = (text: string): string => text;

test('all is taken, and the page breathes whenever a slice is over', async () => {
  let clock = 0;
  let pauses = 0;
  function* texts() {
    for (let step = 0; step < 10; step += 1) {
      clock += 5;
      yield step % 2 === 0 ? '' : String(step);
    }
  }
  const pause = async (): Promise<void> => {
    pauses += 1;
  };
  const slicing = { now: () => clock, pause };
  expect((await inSlices(texts(), slicing, same)).join('')).toBe('13579');
  // Each slice ends with the first step at which 12 ms are over.
  expect(pauses).toBe(3);
});

test('a long text comes in pieces, and none is lost', async () => {
  const text = 'x'.repeat(400_000);
  const pieces = await inSlices(
    [text, text, text, text, 'end'],
    { now: () => 0, pause: async () => {} },
    same,
  );
  expect(pieces.map(({ length }) => length)).toEqual([1_200_000, 400_003]);
});

test('nothing is an empty file', async () => {
  expect(await inSlices([], { now: () => 0, pause: async () => {} }, same)).toEqual(['']);
});
