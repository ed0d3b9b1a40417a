import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { assemble } from './assemble.ts';
import { Assembler } from './assembler.ts';
import type { Limits } from './known-tracks.ts';
import type { WireEvent } from './wire-event.ts';

const page = 'https://app.test';
const live = { source: 'webRequest', browser: 'chromium' } as const;
const few: Limits = { open: 3, listed: 3, unlisted: 2, gone: 50, answered: 2 };

type Request = Extract<WireEvent, { type: 'request' }>;
const begins = (id: string, time: number, url: string, more: Partial<Request> = {}): Request => ({
  type: 'request',
  id,
  time,
  method: 'PUT',
  url,
  resourceType: 'xhr',
  initiator: page,
  scope: 'document-1',
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
const ends = (id: string, time: number, status = 200, headers: HeaderLines = []): WireEvent[] => [
  { type: 'response', id, time, status, headers, fromCache: false },
  { type: 'completion', id, time: time + 1, body: null },
];

const listed = (id: string, time: number, path = id): WireEvent[] => [
  begins(id, time, `https://api.test/${path}`),
  sends(id, time),
  ...ends(id, time + 1),
];
const unlisted = (id: string, time: number): WireEvent[] => [
  begins(id, time, `${page}/${id}`),
  sends(id, time),
  ...ends(id, time + 1),
];
const preflight = (id: string, time: number, path: string, maxAge = 600): WireEvent[] => [
  begins(id, time, `https://api.test/${path}`, { method: 'OPTIONS' }),
  sends(id, time, [
    ['Access-Control-Request-Method', 'PUT'],
    ['Origin', page],
  ]),
  ...ends(id, time, 204, [
    ['Access-Control-Allow-Origin', page],
    ['Access-Control-Allow-Methods', 'PUT'],
    ['Access-Control-Max-Age', String(maxAge)],
  ]),
];
const neverEnds = (id: string, time: number): WireEvent[] => [begins(id, time, `https://api.test/${id}`)];
const nothing = (): WireEvent[] => [];

const pushAll = (assembler: Assembler, events: readonly WireEvent[]) =>
  events.flatMap((event) => assembler.push(event));

describe('a live assembler’s memory', () => {
  it.each([
    ['listed requests', listed],
    ['same-origin requests', unlisted],
    ['requests that never end', neverEnds],
    ['preflights', (id: string, time: number) => preflight(id, time, id)],
    ['preflights of one URL', (id: string, time: number) => preflight(id, time, 'one')],
  ])('does not grow with %s', (_, traffic) => {
    const assembler = new Assembler(live, few);
    const run = (from: number, to: number) => {
      for (let n = from; n < to; n += 1) pushAll(assembler, traffic(`${n}`, n * 10));
    };
    run(0, 100);
    const before = assembler.kept;
    run(100, 300);
    expect(assembler.kept).toBe(before);
  });

  it('is bounded by default', () => {
    const assembler = new Assembler(live);
    for (let n = 0; n < 30_000; n += 1) pushAll(assembler, unlisted(`${n}`, n));
    expect(assembler.kept).toBeLessThan(15_000);
  });

  it('is empty after clear', () => {
    const assembler = new Assembler(live, few);
    pushAll(assembler, [...listed('1', 0), ...preflight('2', 1, 'x'), ...neverEnds('3', 2)]);
    for (let n = 10; n < 20; n += 1) pushAll(assembler, unlisted(`${n}`, n));
    assembler.clear();
    expect(assembler.kept).toBe(0);
  });
});

describe('what a live assembler forgot', () => {
  const noise = (from: number, count: number, time: number) =>
    Array.from({ length: count }, (_, n) => [
      ...listed(`${from + n}`, time),
      ...unlisted(`u${from + n}`, time),
    ]).flat();

  it.each([
    ['listed', listed('1', 0)],
    ['unlisted', unlisted('1', 0)],
    ['unfinished', neverEnds('1', 0)],
  ])('does not come back by repeated events: %s', (_, events) => {
    const assembler = new Assembler(live, few);
    pushAll(assembler, events);
    pushAll(assembler, noise(10, 5, 5));
    for (const id of ['a', 'b', 'c']) pushAll(assembler, neverEnds(id, 8));
    const before = assembler.kept;
    expect(pushAll(assembler, [...events, ...ends('1', 9)])).toEqual([]);
    expect(assembler.kept).toBe(before);
  });

  it('is only what is least recent: requests under way and late words on recent ones are still heard', () => {
    const assembler = new Assembler(live, few);
    pushAll(assembler, [begins('slow', 0, 'https://api.test/slow'), sends('slow', 0), ...noise(10, 50, 1)]);
    expect(pushAll(assembler, ends('slow', 9)).map((each) => [each.id, each.state])).toEqual([
      ['slow', 'pending'],
      ['slow', 'settled'],
    ]);
    const late: WireEvent = { type: 'credentials', id: 'slow', time: 10, credentials: 'include' };
    expect(assembler.push(late)).toMatchObject([{ id: 'slow', provenCredentials: 'include' }]);
  });

  it('nothing is while a late preflight that the source links may still list it', () => {
    const assembler = new Assembler({ source: 'debugger', browser: 'chromium' }, few);
    const bare = [begins('1', 0, 'https://api.test/1', { initiator: null }), ...ends('1', 1)];
    expect(pushAll(assembler, bare)).toEqual([]);
    pushAll(assembler, unlisted('2', 2));
    const told = begins('p', 0, 'https://api.test/1', {
      method: 'OPTIONS',
      isPreflight: true,
      preflightOf: '1',
    });
    expect(assembler.push(told)).toMatchObject([{ id: '1', state: 'settled' }]);
  });
});

describe('an answered preflight', () => {
  const cachedOf = (events: readonly WireEvent[], id: string) => {
    const told = pushAll(new Assembler(live, few), events).filter((each) => each.id === id);
    return told[told.length - 1]?.cachedPreflight ?? null;
  };

  it.each([
    ['is kept for its age', nothing(), true],
    ['goes when too many newer ones came', ['b', 'c'].flatMap((path) => preflight(path, 5, path)), false],
    [
      'stays while it serves, though older',
      [...preflight('b', 5, 'b'), ...listed('7', 6, 'a'), ...preflight('c', 7, 'c')],
      true,
    ],
  ])('%s', (_, between, found) => {
    const events = [...preflight('p', 1, 'a'), ...between, ...listed('9', 50, 'a')];
    expect(cachedOf(events, '9') !== null).toBe(found);
  });

  it('goes after its age, when others come', () => {
    const assembler = new Assembler(live, { ...few, answered: 100, listed: 1, gone: 1 });
    const hour = 3_600_000;
    for (let n = 0; n < 50; n += 1) pushAll(assembler, preflight(`${n}`, n * hour, `${n}`));
    expect(assembler.kept).toBe(1 + 1 + 1);
  });

  it('stays the one that served a request, however long that one takes', () => {
    const hour = 3_600_000;
    const events = [
      ...preflight('p', 0, 'a'),
      begins('9', 10, 'https://api.test/a'),
      sends('9', 10),
      ...['b', 'c', 'd'].flatMap((path) => preflight(path, hour, path)),
      ...ends('9', hour + 1),
    ];
    expect(cachedOf(events, '9')).toMatchObject({ startedAt: 0 });
  });
});

describe('a finished capture', () => {
  it.each(['har', 'webRequest'] as const)('is kept whole to the end (%s)', (source) => {
    const count = 3_000;
    const events = Array.from({ length: count }, (_, n) => listed(`${n}`, n * 10)).flat();
    const first = begins('p', 0.5, 'https://api.test/0', {
      method: 'OPTIONS',
      isPreflight: true,
      preflightOf: '0',
    });
    const exchanges = assemble([...events, first], { source, browser: 'chromium' });
    expect(exchanges).toHaveLength(count);
    expect(exchanges[0]?.hops[0]?.preflight).not.toBeNull();
  });
});
