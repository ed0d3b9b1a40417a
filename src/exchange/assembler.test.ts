import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { assemble } from './assemble.ts';
import { Assembler } from './assembler.ts';
import type { WireEvent } from './wire-event.ts';

const page = 'https://app.test';
const api = 'https://api.test/orders';

const request = (
  id: string,
  time: number,
  more: Partial<Extract<WireEvent, { type: 'request' }>> = {},
): WireEvent => ({
  type: 'request',
  id,
  time,
  method: 'PUT',
  url: api,
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
const answers = (id: string, time: number, status = 200, headers: HeaderLines = []): WireEvent => ({
  type: 'response',
  id,
  time,
  status,
  headers,
  fromCache: false,
});
const ends = (id: string, time: number): WireEvent => ({ type: 'completion', id, time, body: null });
const fails = (id: string, time: number, error = 'net::ERR_FAILED'): WireEvent => ({
  type: 'failure',
  id,
  time,
  error,
});

const asks = (method = 'PUT', origin = page): HeaderLines => [
  ['Access-Control-Request-Method', method],
  ['Origin', origin],
];
const preflight = (id: string, time: number, url = api, headers: HeaderLines = asks()): WireEvent[] => [
  request(id, time, { method: 'OPTIONS', url }),
  sends(id, time + 1, headers),
  answers(id, time + 2, 204, [
    ['Access-Control-Allow-Origin', page],
    ['Access-Control-Allow-Methods', 'PUT'],
    ['Access-Control-Max-Age', '60'],
  ]),
  ends(id, time + 3),
];
const rest = (id: string, time: number): WireEvent[] => [
  sends(id, time),
  answers(id, time + 1),
  ends(id, time + 2),
];

const live = { source: 'webRequest', browser: 'chromium' } as const;

describe('pairing', () => {
  it('joins a preflight with its actual request, in the order in which Chromium tells them', () => {
    const [exchange, ...others] = assemble([request('1', 0), ...preflight('2', 1), ...rest('1', 5)], live);
    expect(others).toEqual([]);
    expect(exchange?.id).toBe('1');
    expect(exchange?.state).toBe('settled');
    expect(exchange?.hops[0]?.preflight?.response?.status).toBe(204);
    expect(exchange?.hops[0]?.actual?.response?.status).toBe(200);
  });

  it('and in Firefox’s, where the actual request’s headers come first', () => {
    const events = [request('1', 0), sends('1', 0), ...preflight('2', 1), answers('1', 6), ends('1', 7)];
    const [exchange] = assemble(events, { source: 'webRequest', browser: 'firefox' });
    expect(exchange?.hops[0]?.preflight?.response?.status).toBe(204);
  });

  it('lists a request at once, and again when its preflight is known', () => {
    const assembler = new Assembler(live);
    expect(assembler.push(request('1', 0))).toMatchObject([{ id: '1', state: 'pending' }]);
    assembler.push(request('2', 1, { method: 'OPTIONS' }));
    expect(assembler.push(sends('2', 2, asks()))).toMatchObject([
      { id: '1', hops: [{ preflight: { response: null } }] },
    ]);
  });

  it('believes the source where it says whose preflight it is', () => {
    const events = [
      request('1', 0),
      request('2', 0),
      request('p', 1, { method: 'OPTIONS', isPreflight: true, preflightOf: '2' }),
      sends('p', 2, asks()),
      answers('p', 3, 403),
      fails('2', 4),
    ];
    const exchanges = assemble(events, { source: 'debugger', browser: 'chromium' });
    expect(exchanges.map((each) => [each.id, each.hops[0]?.preflight?.response?.status])).toEqual([
      ['1', undefined],
      ['2', 403],
    ]);
  });

  it.each([
    ['another origin', asks('PUT', 'https://other.test'), api],
    ['another method', asks('put'), api],
    ['another URL', asks(), `${api}?q`],
  ])('keeps apart a preflight of %s', (_, headers, url) => {
    const exchanges = assemble([request('1', 0), ...preflight('2', 1, url, headers), ...rest('1', 5)], live);
    expect(
      exchanges.map((each) => [each.hops[0]?.preflight === null, each.hops[0]?.actual === null]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('takes a page’s own OPTIONS fetch for what it is', () => {
    const own = [
      request('1', 0, { method: 'OPTIONS' }),
      ...preflight('2', 1, api, asks('OPTIONS')),
      ...rest('1', 5),
    ];
    const exchanges = assemble(own, live);
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]?.hops[0]?.actual?.request.method).toBe('OPTIONS');
    expect(exchanges[0]?.hops[0]?.preflight).not.toBeNull();
  });

  it('makes an exchange of a preflight that no request followed', () => {
    const [exchange] = assemble(preflight('2', 1), { source: 'har', browser: 'firefox' });
    expect(exchange).toMatchObject({ id: '2', origin: page, state: 'settled', hops: [{ actual: null }] });
  });
});

describe('redirects', () => {
  const hop = (time: number, location: string): WireEvent => ({
    type: 'redirect',
    id: '1',
    time,
    status: 307,
    headers: [['Location', location]],
    location,
  });

  it('gives each hop its own preflight', () => {
    const second = 'https://c.test/';
    const events = [
      request('1', 0),
      ...preflight('2', 1),
      sends('1', 5),
      hop(6, second),
      hop(6, second),
      request('1', 7, { url: second }),
      ...preflight('3', 8, second, asks('PUT', 'null')),
      ...rest('1', 12),
    ];
    const [exchange] = assemble(events, live);
    expect(
      exchange?.hops.map((each) => [each.url, each.preflight !== null, each.actual?.response?.status]),
    ).toEqual([
      [api, true, 307],
      [second, true, 200],
    ]);
  });

  it('lists a same-origin request from when it leaves its origin', () => {
    const assembler = new Assembler(live);
    expect(assembler.push(request('1', 0, { url: `${page}/start`, method: 'GET' }))).toEqual([]);
    assembler.push(hop(1, api));
    expect(assembler.push(request('1', 2, { method: 'GET' }))).toMatchObject([
      { id: '1', hops: [{}, { url: api }] },
    ]);
  });
});

describe('a cached preflight', () => {
  const second = (time: number, headers: HeaderLines = [['Origin', page]]) => [
    request('9', time),
    sends('9', time, headers),
    answers('9', time + 1),
    ends('9', time + 2),
  ];
  const first = [request('1', 0), ...preflight('2', 1), ...rest('1', 5)];
  const cachedOf = (events: readonly WireEvent[]) =>
    assemble(events, live).find((each) => each.id === '9')?.cachedPreflight;

  it.each([
    ['within its age', second(60_000), true],
    ['after it', second(61_000), false],
    [
      'where it does not cover a header',
      second(100, [
        ['Origin', page],
        ['X-New', '1'],
      ]),
      false,
    ],
  ])('is found %s: %#', (_, events, found) => {
    expect(cachedOf([...first, ...events]) !== null).toBe(found);
  });

  it.each([
    ['chromium', 'PUT', 'GET, *', true],
    ['firefox', 'PUT', 'GET, *', false],
    ['chromium', 'HEAD', 'PUT', true],
    ['firefox', 'HEAD', 'PUT', false],
    ['firefox', 'HEAD', 'HEAD', true],
  ] as const)('%s: %s is found in an answer for %s: %s', (browser, method, acam, found) => {
    const own: HeaderLines = [
      ['Origin', page],
      ['X-A', '1'],
    ];
    const call = (id: string, time: number): WireEvent[] => [
      request(id, time, { method }),
      sends(id, time + 5, own),
      answers(id, time + 6, 200, [['Access-Control-Allow-Origin', page]]),
      ends(id, time + 7),
    ];
    const [begun, ...later] = call('1', 0);
    const asked = [
      request('2', 1, { method: 'OPTIONS' }),
      sends('2', 2, [...asks(method), ['Access-Control-Request-Headers', 'x-a']]),
      answers('2', 3, 204, [
        ['Access-Control-Allow-Origin', page],
        ['Access-Control-Allow-Methods', acam],
        ['Access-Control-Allow-Headers', 'x-a'],
        ['Access-Control-Max-Age', '60'],
      ]),
      ends('2', 4),
    ];
    const events = [...(begun === undefined ? [] : [begun]), ...asked, ...later, ...call('9', 100)];
    const exchange = assemble(events, { source: 'webRequest', browser }).find(({ id }) => id === '9');
    expect(exchange?.hops[0]?.preflight).toBeNull();
    expect(exchange?.cachedPreflight !== null).toBe(found);
  });
});

describe('what is no exchange', () => {
  it.each([
    ['same-origin requests', [request('1', 0, { url: `${page}/x` }), ...rest('1', 1)]],
    ['navigations', [request('1', 0, { resourceType: 'document' }), ...rest('1', 1)]],
    ['websockets', [request('1', 0, { resourceType: 'websocket', url: 'wss://api.test/' }), ...rest('1', 1)]],
    [
      'no-cors images',
      [request('1', 0, { resourceType: 'image', method: 'GET' }), sends('1', 1, []), ends('1', 2)],
    ],
    ['events of unknown ids', rest('1', 0)],
  ])('%s', (_, events) => {
    expect(assemble(events, live)).toEqual([]);
  });
});

describe('disorder', () => {
  /** Calls that do not overlap in time at one URL, so that time alone tells whose preflight is whose. */
  const calls = fc
    .array(fc.record({ path: fc.nat(3), preflighted: fc.boolean(), fails: fc.boolean() }), { maxLength: 8 })
    .map((list) =>
      list.flatMap(({ path, preflighted, fails: isFailing }, index): WireEvent[][] => {
        const start = index * 10_000;
        const url = `${api}/${path}`;
        const end = isFailing ? [fails(`a${index}`, start + 5)] : rest(`a${index}`, start + 5);
        const actual = [request(`a${index}`, start, { url }), ...end];
        return preflighted ? [actual, preflight(`p${index}`, start + 1, url)] : [actual];
      }),
    );

  /** Merges runs of events in an order that keeps each run's own. */
  const interleave = (runs: readonly (readonly WireEvent[])[], picks: readonly number[]): WireEvent[] => {
    const left = runs.map((run) => [...run]);
    const events: WireEvent[] = [];
    for (let step = 0; left.some((run) => run.length > 0); step += 1) {
      const full = left.filter((run) => run.length > 0);
      const event = full[(picks[step % Math.max(1, picks.length)] ?? 0) % full.length]?.shift();
      if (event !== undefined) events.push(event);
    }
    return events;
  };

  const picks = fc.array(fc.nat(20), { maxLength: 40 });

  it.each(['webRequest', 'har'] as const)('between ids changes nothing in the end (%s)', (source) => {
    fc.assert(
      fc.property(calls, picks, (runs, order) => {
        const capture = { source, browser: 'chromium' } as const;
        const byId = (events: readonly WireEvent[]) =>
          new Map(assemble(events, capture).map((each) => [each.id, each]));
        const tidy = [...runs.flat()].sort((a, b) => a.time - b.time);
        expect(byId(interleave(runs, order))).toEqual(byId(tidy));
      }),
    );
  });

  it('and repeated events neither', () => {
    fc.assert(
      fc.property(calls, (runs) => {
        const events = runs.flat();
        const twice = events.flatMap((event) => [event, event]);
        expect(assemble(twice, live)).toEqual(assemble(events, live));
      }),
    );
  });

  it('of any kind never throws, and each exchange has a hop', () => {
    fc.assert(
      fc.property(calls, fc.infiniteStream(fc.nat(1000)), (runs, dice) => {
        const events = runs
          .flat()
          .filter(() => (dice.next().value ?? 0) > 200)
          .map((event) => ({ event, rank: dice.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ event }) => event);
        for (const each of assemble(events, live)) expect(each.hops.length).toBeGreaterThan(0);
      }),
    );
  });
});
