import { expect, test } from 'vitest';
import type { WireEvent } from '../capture/index.ts';
import { type DevtoolsApi, listenToEntries } from './finished-entries.ts';

function fake(href: string) {
  const finished: ((entry: unknown) => void)[] = [];
  const navigated: ((url: string) => void)[] = [];
  const api: DevtoolsApi = {
    pageUrl: Promise.resolve(href),
    network: {
      onRequestFinished: { addListener: (listener) => finished.push(listener) },
      onNavigated: { addListener: (listener) => navigated.push(listener) },
    },
  };
  return {
    api,
    finish: (url: string) =>
      finished.forEach((listener) => {
        listener({
          startedDateTime: new Date().toISOString(),
          time: 1,
          _resourceType: 'fetch',
          request: { method: 'GET', url, headers: [] },
          response: { status: 0, headers: [], _error: '' },
        });
      }),
    navigate: (url: string) =>
      navigated.forEach((listener) => {
        listener(url);
      }),
  };
}

const initiators = (told: readonly WireEvent[]) =>
  told.flatMap((event) => (event.type === 'request' ? [event.initiator] : []));

test('the page’s URL is known from the start and after navigation', async () => {
  const { api, finish, navigate } = fake('https://first.example/a');
  const told: WireEvent[] = [];
  listenToEntries(
    api,
    'chromium',
    () => true,
    (events) => told.push(...events),
  );
  await Promise.resolve();
  finish('http://api.example/');
  navigate('https://second.example/');
  finish('http://api.example/');
  expect(initiators(told)).toEqual(['https://first.example', 'https://second.example']);
  expect(told.filter(({ type }) => type === 'failure')).toMatchObject([
    { blockedReason: 'mixed-content' },
    { blockedReason: 'mixed-content' },
  ]);
});

test('deep capture sees these requests by itself', () => {
  const { api, finish } = fake('https://first.example/');
  const told: WireEvent[] = [];
  listenToEntries(
    api,
    'chromium',
    () => false,
    (events) => told.push(...events),
  );
  finish('http://api.example/');
  expect(told).toEqual([]);
});
