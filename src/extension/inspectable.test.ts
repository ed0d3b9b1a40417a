import { expect, test } from 'vitest';
import { InspectableWatch } from './inspectable.ts';

const fine = [0, undefined];
const denied = [undefined, { isError: true }];

test('a page that cannot be looked into is told once, and so is the next that can', async () => {
  const answers: unknown[] = [fine, denied, denied, 0];
  const told: boolean[] = [];
  const watch = new InspectableWatch({ eval: async () => answers.shift() ?? fine }, (on) => told.push(on));
  for (let visits = 0; visits < 4; visits += 1) await watch.check();
  expect(told).toEqual([false, true]);
});

test('an answer that comes after a later question is dropped', async () => {
  const waiting: ((answer: unknown) => void)[] = [];
  const told: boolean[] = [];
  const watch = new InspectableWatch({ eval: () => new Promise((done) => waiting.push(done)) }, (on) =>
    told.push(on),
  );
  const both = [watch.check(), watch.check()];
  waiting[1]?.(denied);
  waiting[0]?.(fine);
  await Promise.all(both);
  expect(told).toEqual([false]);
});

test('a refusal may also be a rejection, as Chromium’s own promise has it', async () => {
  const told: boolean[] = [];
  await new InspectableWatch(
    { eval: () => Promise.reject(new Error('DevTools API encountered an error')) },
    (on) => told.push(on),
  ).check();
  expect(told).toEqual([false]);
});
