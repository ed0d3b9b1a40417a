import { expect, it } from 'vitest';
import { policy } from './judged.testing.ts';
import { strangersTo } from './strangers.ts';

const originsAt = (origin: string) =>
  strangersTo(policy({ origins: [origin] }))
    .filter(({ what }) => what === 'origin')
    .map((stranger) => stranger.origin);

it('who is beside an origin, below it, at its other scheme or at another port is a stranger', () => {
  expect(originsAt('https://app.shop.example')).toEqual([
    'https://stranger.example',
    'null',
    'https://stranger.shop.example',
    'https://stranger.app.shop.example',
    'http://app.shop.example',
    'https://app.shop.example:65535',
  ]);
});

it('a port stays with the sibling', () => {
  expect(originsAt('https://app.shop.example:8443')).toContain('https://stranger.shop.example:8443');
});

it.each([
  ['http://localhost:3000', 'http://stranger.localhost:3000'],
  ['https://app.example:8443', 'https://stranger.app.example:8443'],
  ['http://127.0.0.1:3000', 'http://stranger.127.0.0.1:3000'],
])('%s has no sibling of the same owner', (origin, below) => {
  const origins = originsAt(origin);
  expect(origins).toContain(below);
  expect(origins).toHaveLength(6 - 1);
});

it('an origin that is listed is none, be it the sibling itself', () => {
  const listed = policy({ origins: ['https://app.shop.example', 'https://stranger.shop.example'] });
  expect(
    strangersTo(listed)
      .map(({ origin }) => origin)
      .slice(0, 3),
  ).not.toContain('https://stranger.shop.example');
});

it('an unlisted method and header, and credentials that were not granted', () => {
  const what = (wanted: Parameters<typeof policy>[0]) =>
    strangersTo(policy(wanted))
      .filter((one) => one.what !== 'origin')
      .map(({ what, method, headers, credentials }) => [what, method, ...headers, credentials].join(' '));
  expect(what({ methods: ['DELETE'] })).toEqual([
    'method PATCH omit',
    'header DELETE x-stranger omit',
    'credentials DELETE include',
  ]);
  expect(what({ credentials: true, headers: ['x-stranger'] })).toEqual([
    'method DELETE include',
    'header GET x-stranger-x include',
  ]);
});
