import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, type WireEvent } from '../exchange/index.ts';
import { WorkerNetwork } from './worker-network.ts';

const url = 'https://b.test/x';

function request(id: string, method: string, of: Partial<Extract<WireEvent, { type: 'request' }>> = {}) {
  return {
    type: 'request',
    id,
    time: 10,
    method,
    url,
    resourceType: 'fetch',
    initiator: 'https://a.test',
    scope: '',
    isPreflight: false,
    preflightOf: null,
    ...of,
  } as const;
}

const headers = (id: string, ...lines: readonly (readonly [string, string])[]): WireEvent => ({
  type: 'request-headers',
  id,
  time: 11,
  headers: lines,
  provisional: false,
});
const end = (id: string): WireEvent => ({ type: 'completion', id, time: 20, body: null });
const answer = (id: string, status: number): WireEvent => ({
  type: 'response',
  id,
  time: 12,
  status,
  headers: [],
  fromCache: false,
});

const ofDebugger = [request('C', 'PUT', { requester: 'shared-worker' }), end('C')];
const ofNetwork: readonly WireEvent[] = [
  request('7', 'PUT'),
  request('8', 'OPTIONS'),
  headers('8', ['Access-Control-Request-Method', 'PUT'], ['Origin', 'https://a.test']),
  answer('8', 204),
  end('8'),
  headers('7', ['X-Own', '1']),
  answer('7', 500),
  end('7'),
];

function joined(order: readonly ('told' | 'seen')[], told: readonly WireEvent[], seen: readonly WireEvent[]) {
  const network = new WorkerNetwork();
  const left = { told: [...told], seen: [...seen] };
  const take = (from: 'told' | 'seen'): readonly WireEvent[] => {
    const event = left[from].shift();
    if (event === undefined) return [];
    return from === 'seen' ? network.seen([event]) : [event, ...network.told([event])];
  };
  const events = order.flatMap(take);
  while (left.told.length > 0) events.push(...take('told'));
  while (left.seen.length > 0) events.push(...take('seen'));
  return assemble(events, { source: 'debugger', browser: 'chromium' });
}

describe('WorkerNetwork', () => {
  it('gives a shared worker’s request its preflight and the wire’s heads, in whatever order the two speak', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('told' as const, 'seen' as const), { maxLength: 12 }), (order) => {
        const exchanges = joined(order, ofDebugger, ofNetwork);
        expect(exchanges).toHaveLength(1);
        expect(exchanges[0]?.requester).toBe('shared-worker');
        expect(exchanges[0]?.hops).toMatchObject([
          {
            preflight: { response: { status: 204 } },
            actual: { request: { headers: [['X-Own', '1']], headersKnown: true }, response: { status: 500 } },
          },
        ]);
      }),
    );
  });

  it('keeps the debugger’s response: an extension may have changed it', () => {
    const response: WireEvent = {
      type: 'response',
      id: 'C',
      time: 12,
      status: 200,
      headers: [],
      fromCache: false,
      hop: 0,
    };
    const told: WireEvent[] = [request('C', 'PUT', { requester: 'shared-worker' }), response, end('C')];
    for (const order of [
      ['told', 'told', 'told'],
      ['seen', 'seen', 'seen', 'seen', 'seen', 'seen', 'told', 'seen', 'seen'],
    ] as const)
      expect(joined(order, told, ofNetwork)[0]?.hops[0]?.actual?.response?.status).toBe(200);
  });

  it.each([
    ['a service worker, whose preflights the debugger tells', { requester: 'service-worker' }],
    ['another origin’s worker', { requester: 'shared-worker', initiator: 'https://c.test' }],
    ['another method', { requester: 'shared-worker', method: 'DELETE' }],
    ['another URL', { requester: 'shared-worker', url: 'https://b.test/y' }],
    ['a later one', { requester: 'shared-worker', time: 5_000 }],
  ] as const)('gives nothing to %s', (_, of) => {
    const network = new WorkerNetwork();
    network.told([request('C', 'PUT', of)]);
    expect(network.seen(ofNetwork)).toEqual([]);
  });

  it('gives each of two twins its own, and none a second', () => {
    const network = new WorkerNetwork();
    network.told([request('C', 'PUT', { requester: 'shared-worker' })]);
    network.told([request('D', 'PUT', { requester: 'shared-worker' })]);
    const preflights = ['1', '2', '3'].flatMap((id) =>
      network.seen([request(id, 'OPTIONS'), headers(id, ['Access-Control-Request-Method', 'PUT'])]),
    );
    expect(preflights.flatMap((event) => (event.type === 'request' ? [event.preflightOf] : []))).toEqual([
      'C',
      'D',
    ]);
  });

  it('remembers no more than it must', () => {
    const network = new WorkerNetwork();
    for (let each = 0; each < 2_000; each += 1) {
      network.told([request(`C${each}`, 'PUT', { requester: 'shared-worker' })]);
      network.seen([request(`n${each}`, 'OPTIONS')]);
    }
    expect(network.kept).toBeLessThanOrEqual(1_000);
  });
});
