import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Latest } from './latest.ts';

test('the value that was added longest ago goes first, and adding again renews it', () => {
  const latest = new Latest<string>(2);
  expect([latest.add('a'), latest.add('b'), latest.add('a'), latest.add('c')]).toEqual([
    undefined,
    undefined,
    undefined,
    'b',
  ]);
  expect([latest.oldest(), latest.size, latest.has('b')]).toEqual(['a', 2, false]);
});

const step = fc.record({ does: fc.constantFrom('add', 'add', 'delete', 'clear'), value: fc.nat(6) });

test('whatever is added and deleted, it holds what a list of the latest would', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (steps, limit) => {
      const latest = new Latest<number>(limit);
      let list: number[] = [];
      for (const { does, value } of steps) {
        if (does === 'clear') {
          latest.clear();
          list = [];
          continue;
        }
        list = list.filter((each) => each !== value);
        if (does === 'delete') latest.delete(value);
        else {
          list.push(value);
          expect(latest.add(value)).toBe(list.length > limit ? list.shift() : undefined);
        }
        expect([latest.size, latest.oldest()]).toEqual([list.length, list[0]]);
        for (let each = 0; each <= 6; each += 1) expect(latest.has(each)).toBe(list.includes(each));
      }
    }),
  );
});
