import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createIntake } from './intake.ts';

/** An intake whose frames come when they are called for. */
function intakeOf(size: () => number, cost = 0) {
  const applied: (readonly number[])[] = [];
  const due: { readonly run: () => void; readonly least: number }[] = [];
  let clock = 0;
  const take = createIntake<number>({
    size,
    apply: (events) => {
      applied.push(events);
      clock += cost;
    },
    now: () => clock,
    later: (run, least) => due.push({ run, least }),
  });
  return { take, applied, due, frame: () => due.shift()?.run() };
}

test('a small list shows each event at once', () => {
  const { take, applied, due } = intakeOf(() => 1000);
  take(1);
  take(2);
  expect(applied).toEqual([[1], [2]]);
  expect(due).toEqual([]);
});

test('a large list takes what came within a frame together, in its order', () => {
  const { take, applied, due, frame } = intakeOf(() => 1001);
  for (const event of [1, 2, 3]) take(event);
  expect(applied).toEqual([]);
  expect(due).toHaveLength(1);
  frame();
  expect(applied).toEqual([[1, 2, 3]]);
  take(4);
  frame();
  expect(applied).toEqual([[1, 2, 3], [4]]);
});

test('what took long is not done again before as long has passed', () => {
  const { take, due, frame } = intakeOf(() => 100_000, 80);
  take(1);
  expect(due[0]?.least).toBe(0);
  frame();
  take(2);
  expect(due[0]?.least).toBe(80);
});

test('no event is lost or overtakes another, whatever the list grows to meanwhile', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('event', 'frame', 'grow', 'clear')), (steps) => {
      let size = 0;
      const { take, applied, frame } = intakeOf(() => size);
      let sent = 0;
      for (const step of steps) {
        if (step === 'event') {
          sent += 1;
          take(sent);
        }
        if (step === 'frame') frame();
        if (step === 'grow') size = 5000;
        if (step === 'clear') size = 0;
      }
      frame();
      expect(applied.flat()).toEqual(Array.from({ length: sent }, (_, at) => at + 1));
    }),
  );
});
