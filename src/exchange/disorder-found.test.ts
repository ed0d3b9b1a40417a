/** What the properties of the assembler found, one small case each. */
import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { assemble } from './assemble.ts';
import { Assembler } from './assembler.ts';
import type { WireEvent } from './wire-event.ts';

const page = 'https://app.test';
const api = 'https://api.test/orders';
type Request = Extract<WireEvent, { type: 'request' }>;

const begins = (id: string, time: number, more: Partial<Request> = {}): Request => ({
  type: 'request',
  id,
  time,
  method: 'PUT',
  url: api,
  resourceType: 'xhr',
  initiator: page,
  scope: '1/0',
  isPreflight: false,
  preflightOf: null,
  ...more,
});
const sends = (id: string, time: number, headers: HeaderLines = [['Origin', page]]): WireEvent => ({
  type: 'request-headers',
  id,
  time,
  headers,
  provisional: false,
});
const ends = (id: string, time: number): WireEvent[] => [
  { type: 'response', id, time, status: 200, headers: [], fromCache: false },
  { type: 'completion', id, time, body: null },
];
const asks: HeaderLines = [
  ['Access-Control-Request-Method', 'PUT'],
  ['Origin', page],
];

describe('an event that is repeated', () => {
  it('after its redirect led on, in the same millisecond, is not the next hop’s', () => {
    const next = 'https://cdn.test/';
    const redirect: WireEvent = {
      type: 'redirect',
      id: '1',
      time: 5,
      status: 307,
      headers: [['Location', next]],
      location: next,
    };
    const response: WireEvent = { ...redirect, type: 'response', fromCache: false };
    const hops = [begins('1', 0), sends('1', 1), response, redirect, begins('1', 5, { url: next })];
    const rest = [sends('1', 6), ...ends('1', 7)];
    const capture = { source: 'webRequest', browser: 'chromium' } as const;
    const orderly = assemble([...hops, ...rest], capture);
    expect(orderly[0]?.hops.map(({ actual }) => actual?.response?.status)).toEqual([307, 200]);
    expect(assemble([...hops, redirect, ...rest], capture)).toEqual(orderly);
    expect(assemble([...hops, response, ...rest], capture)).toEqual(orderly);
  });
});

describe('a preflight', () => {
  it('of a request that was missed is not given to its twin, where the source names the request', () => {
    const events = [
      begins('twin', 0, { scope: 'F' }),
      begins('p', 1, { method: 'OPTIONS', scope: '', isPreflight: true, preflightOf: 'missed' }),
      sends('p', 1, asks),
      ...ends('p', 2),
      sends('twin', 3),
      ...ends('twin', 4),
    ];
    const exchanges = assemble(events, { source: 'debugger', browser: 'chromium' });
    expect(exchanges.map(({ id, hops }) => [id, hops[0]?.preflight !== null])).toEqual([
      ['twin', false],
      ['p', true],
    ]);
  });

  it('is never one of a request that stays on its origin, which is no exchange', () => {
    const own = `${page}/back`;
    const assembler = new Assembler({ source: 'webRequest', browser: 'firefox' });
    const events = [
      begins('own', 0, { url: own }),
      begins('p', 1, { method: 'OPTIONS', url: own }),
      sends('p', 1, asks),
      ...ends('p', 2),
      sends('own', 3),
      ...ends('own', 4),
    ];
    expect(events.flatMap((event) => assembler.push(event))).toEqual([]);
  });
});
