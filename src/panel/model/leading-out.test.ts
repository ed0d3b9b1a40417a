import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkFilter } from './leading-out.ts';

test.each([
  ['https://api.example/orders?page=2', 'url:https://api.example/orders?page=2'],
  ['https://api.example/orders#part', 'url:https://api.example/orders'],
  ['https://api.example/a b', 'url:https://api.example/a%20b'],
  // What follows white space would be a filter of its own, and show what the user never asked for.
  ['https://api.example/ -is:running', 'url:https://api.example/%20-is:running'],
  ['https://api.example/\n/.*/', 'url:https://api.example/%0A/.*/'],
  ['https://api.example/\u202eevil', 'url:https://api.example/%E2%80%AEevil'],
  ['', 'url:'],
])('%j is looked for as %j', (url, filter) => {
  expect(networkFilter(url)).toBe(filter);
});

test('whatever the address holds, the filter is one bounded word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (url) => {
      const filter = networkFilter(url);
      expect(filter).toMatch(/^url:\S*$/u);
      expect(filter).not.toMatch(/\p{Cc}/u);
      expect(filter.length).toBeLessThan(13_000);
    }),
  );
});
