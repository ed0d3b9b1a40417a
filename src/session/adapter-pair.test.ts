import { expect, it } from 'vitest';
import { adapterPair } from './adapter-pair.ts';

it('joins two ends until it is closed, once', () => {
  const { left, right, close } = adapterPair<number, string>();
  const [gotLeft, gotRight]: [string[], number[]] = [[], []];
  let closed = 0;
  left.onClose(() => {
    closed += 1;
  });
  const deafen = left.listen((message) => gotLeft.push(message));
  right.listen((message) => gotRight.push(message));
  left.post(1);
  right.post('a');
  deafen();
  right.post('b');
  close();
  close();
  left.post(2);
  expect([gotLeft, gotRight, closed]).toEqual([['a'], [1], 1]);
});
