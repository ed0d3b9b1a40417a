import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('answers as the function itself does, whatever was asked before', () => {
  const upper = remembered((text) => text.toUpperCase());
  fc.assert(fc.property(fc.string(), (text) => upper(text) === text.toUpperCase()));
});

test('asks once for the same text', () => {
  let asked = 0;
  const same = remembered((text) => {
    asked += 1;
    return text;
  });
  for (const text of ['a', 'b', 'a', 'b']) same(text);
  expect(asked).toBe(2);
});

test('keeps no more than a bounded number of texts, and no long one', () => {
  let asked = 0;
  const same = remembered((text) => {
    asked += 1;
    return text;
  });
  const long = 'x'.repeat(2000);
  for (const text of [long, long]) same(text);
  expect(asked).toBe(2);
  for (let n = 0; n < 5000; n += 1) same(`first ${n}`);
  asked = 0;
  for (let n = 0; n < 5000; n += 1) same(`first ${n}`);
  expect(asked).toBeGreaterThan(3000);
});
