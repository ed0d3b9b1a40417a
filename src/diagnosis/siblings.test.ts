import { expect, test } from 'vitest';
import { nearSiblings } from './siblings.ts';
import { judged, subject } from './testing.ts';

test('only the latest hundred of an API’s exchanges are looked through, and never the exchange itself', () => {
  const others = Array.from({ length: 300 }, (_, index) => judged({ id: `s${index}` }));
  const near = nearSiblings(subject({ id: 'self', siblings: others }));
  expect(near).toHaveLength(99);
  expect(near.at(0)?.exchange.id).toBe('s201');
  expect(near.at(-1)?.exchange.id).toBe('s299');
});
