import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TabOrigins } from './tab-origins.ts';

const page = 'https://app.test';

it('a request of no tab belongs here if the tab shows the origin that sent it', () => {
  const tab = new TabOrigins();
  tab.shows(page);
  tab.shows('http://frame.test:8080');
  expect(tab.owns(page, 0)).toBe(true);
  expect(tab.owns('http://frame.test:8080', 0)).toBe(true);
  expect(tab.owns('https://other.test', 0)).toBe(false);
  expect(tab.owns('https://app.test:444', 0)).toBe(false);
  expect(tab.owns(null, 0)).toBe(false);
});

it.each(['null', 'chrome-extension://abc', 'moz-extension://abc', 'file://', ''])(
  'an origin %j is never taken to be the tab’s',
  (origin) => {
    const tab = new TabOrigins();
    tab.shows(origin);
    expect(tab.owns(origin, 0)).toBe(false);
  },
);

it('after the page was left its workers still count for as long as they may live', () => {
  const tab = new TabOrigins();
  tab.shows(page);
  tab.leaves(1_000);
  tab.shows('https://next.test');
  expect(tab.owns(page, 301_000)).toBe(true);
  expect(tab.owns(page, 301_001)).toBe(false);
  expect(tab.owns('https://next.test', 301_001)).toBe(true);
  tab.shows(page);
  expect(tab.owns(page, 301_001)).toBe(true);
});

it('leaving again does not prolong what was left before', () => {
  const tab = new TabOrigins();
  tab.shows(page);
  tab.leaves(0);
  tab.leaves(200_000);
  expect(tab.owns(page, 300_001)).toBe(false);
});

it('remembers the latest 64 origins, shown again or not', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { maxLength: 300 }), (numbers) => {
      const tab = new TabOrigins();
      const name = (number: number): string => `https://${number}.test`;
      for (const number of numbers) tab.shows(name(number));
      const latest = new Set([...new Set([...numbers].reverse())].slice(0, 64));
      for (let number = 0; number <= 100; number += 1)
        expect(tab.owns(name(number), 0)).toBe(latest.has(number));
    }),
  );
});
