import { expect, test } from 'vitest';
import { apiSummary, endpointSiblings, trustedOrigins } from './api-summary.ts';
import type { Judged } from './rule.ts';
import { type Case, judged } from './testing.ts';

const from = (origin: string, more: Case = {}): Judged =>
  judged({
    origin,
    id: origin,
    actual: {
      headers: { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' },
    },
    ...more,
  });

/** Counts how often an element is read. */
function counted(siblings: readonly Judged[]): { readonly array: readonly Judged[]; reads: () => number } {
  let reads = 0;
  const array = new Proxy(siblings, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { array, reads: () => reads };
}

test('each sibling is looked at once, however often the summary is asked for', () => {
  const many = Array.from({ length: 500 }, (_, n) => from(`https://${n}.example`));
  const { array, reads } = counted(many);
  for (let n = 0; n < 100; n += 1) apiSummary(array);
  expect(reads()).toBe(500);
  many.push(from('https://late.example', { method: 'LATE' }));
  expect(apiSummary(array).methods).toContain('LATE');
  expect(reads()).toBe(501);
});

test('of a large API only the latest thousand count, and names are bounded', () => {
  const many = Array.from({ length: 5000 }, (_, n) => from(`https://${n}.example`, { method: `M${n}` }));
  const { array, reads } = counted(many);
  const { methods, latestAllowed } = apiSummary(array);
  expect(reads()).toBe(1000);
  expect(methods).not.toContain('M3999');
  expect(methods).toContain('M4000');
  expect(methods.size).toBe(200);
  expect(trustedOrigins(many).size).toBe(200);
  expect(latestAllowed).toBe('https://4999.example');
});

test('another array is another summary', () => {
  expect(trustedOrigins([from('https://a.example')])).toEqual(new Set(['https://a.example']));
  expect(trustedOrigins([from('https://b.example')])).toEqual(new Set(['https://b.example']));
});

test('an endpoint is a URL without its query, and keeps its latest eight', () => {
  const at = (n: number): Judged => judged({ id: String(n), url: `https://api.example/a?page=${n}` });
  const many = [
    judged({ id: 'else', url: 'https://api.example/b' }),
    ...Array.from({ length: 20 }, (_, n) => at(n)),
  ];
  expect(endpointSiblings(at(0), many).map(({ exchange }) => exchange.id)).toEqual([
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
  ]);
  expect(endpointSiblings(at(0), [at(0)])).toEqual([]);
});
