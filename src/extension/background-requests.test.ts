import { expect, it } from 'vitest';
import type { WireEvent } from '../capture/index.ts';
import { BackgroundRequests } from './background-requests.ts';
import { TabOrigins } from './tab-origins.ts';

const begin = (id: string, initiator: string | null): WireEvent => ({
  type: 'request',
  id,
  time: 1,
  method: 'GET',
  url: 'https://api.test/',
  resourceType: 'xhr',
  initiator,
  scope: '-1/-1',
  isPreflight: false,
  preflightOf: null,
});
const end = (id: string): WireEvent => ({ type: 'completion', id, time: 2, body: null });

function admitting(): BackgroundRequests {
  const origins = new TabOrigins();
  origins.shows('https://app.test');
  return new BackgroundRequests(origins);
}

it('lets this tab’s pass from beginning to end, marked as inferred', () => {
  const requests = admitting();
  expect(requests.admit([begin('1', 'https://app.test')])).toEqual([
    { ...begin('1', 'https://app.test'), requester: 'background-worker', tabInferred: true },
  ]);
  expect(requests.admit([end('1')])).toEqual([end('1')]);
  expect(requests.admit([end('1')])).toEqual([]);
});

it('keeps every event of another’s out, and what belongs to nobody', () => {
  const requests = admitting();
  for (const initiator of ['https://other.test', 'chrome-extension://abc', 'null', null])
    expect(requests.admit([begin('1', initiator), end('1')])).toEqual([]);
});

it('follows redirects of what passed', () => {
  const requests = admitting();
  requests.admit([begin('1', 'https://app.test')]);
  expect(requests.admit([begin('1', 'null')])).toMatchObject([{ id: '1', tabInferred: true }]);
});

it('forgets the oldest of very many that never end', () => {
  const requests = admitting();
  for (let id = 0; id <= 1_000; id += 1) requests.admit([begin(String(id), 'https://app.test')]);
  expect(requests.admit([end('0'), end('1')])).toEqual([end('1')]);
});
