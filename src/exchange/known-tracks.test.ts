import { expect, test } from 'vitest';
import { beginTrack } from './fold.ts';
import { KnownTracks, liveLimits } from './known-tracks.ts';

const track = (id: string) =>
  beginTrack({
    type: 'request',
    id,
    time: 0,
    method: 'GET',
    url: 'https://api.test/',
    resourceType: 'fetch',
    initiator: null,
    scope: '',
    isPreflight: false,
    preflightOf: null,
  });

test('what was forgotten is not known any more, though it was the one asked for last', () => {
  const known = new KnownTracks({ ...liveLimits, open: 0 });
  const only = track('1');
  known.add(only);
  expect(known.get('1')).toBe(only);
  expect(known.touch(only)).toBe(only);
  expect(known.get('1')).toBeUndefined();
  expect(known.isGone('1')).toBe(true);
});

test('after clearing, the one asked for last is not known either', () => {
  const known = new KnownTracks(liveLimits);
  known.add(track('1'));
  known.clear();
  expect(known.get('1')).toBeUndefined();
});

test('another id asked for in between gives its own', () => {
  const known = new KnownTracks(liveLimits);
  const [first, second] = [track('1'), track('2')];
  known.add(first);
  known.add(second);
  expect([known.get('1'), known.get('2'), known.get('3'), known.get('1')]).toEqual([
    first,
    second,
    undefined,
    first,
  ]);
});
