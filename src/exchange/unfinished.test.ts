import { describe, expect, it } from 'vitest';
import { Assembler } from './assembler.ts';
import { judge } from './judge.ts';
import type { WireEvent } from './wire-event.ts';

const request: WireEvent = {
  type: 'request',
  id: '1',
  time: 1,
  method: 'GET',
  url: 'https://b.test/x',
  resourceType: 'fetch',
  initiator: 'https://a.test',
  scope: '',
  isPreflight: false,
  preflightOf: null,
};
const answer: WireEvent = { type: 'response', id: '1', time: 2, status: 200, headers: [], fromCache: false };
const redirect: WireEvent = {
  type: 'redirect',
  id: '1',
  time: 2,
  status: 307,
  headers: [['Access-Control-Allow-Origin', '*']],
  location: 'https://b.test/y',
};

function told(...events: readonly WireEvent[]) {
  const assembler = new Assembler({ source: 'debugger', browser: 'chromium' });
  return events.flatMap((event) => assembler.push(event)).at(-1);
}

describe('a request whose end the capture did not live to see', () => {
  it.each([
    ['sent', []],
    ['redirected', [redirect]],
  ])('is neither allowed nor failed: %s', (_, before) => {
    const exchange = told(request, ...before, { type: 'unfinished', id: '1', time: 3 });
    expect(exchange).toMatchObject({ state: 'pending', unfinished: true, error: null });
    expect(exchange?.hops[0]?.actual?.endedAt ?? null).toBe(before.length === 0 ? null : 2);
    expect(exchange && judge(exchange).verdict.outcome).toBe('pending');
    expect(exchange && judge(exchange).disagreement).toBeNull();
  });

  it('changes no more, whatever still comes', () => {
    const end: WireEvent = { type: 'failure', id: '1', time: 4, error: 'net::ERR_ABORTED' };
    expect(told(request, { type: 'unfinished', id: '1', time: 3 }, answer, end)).toMatchObject({
      state: 'pending',
      error: null,
    });
  });

  it('was seen to end, if it was', () => {
    const end: WireEvent = { type: 'completion', id: '1', time: 3, body: null };
    expect(told(request, answer, end, { type: 'unfinished', id: '1', time: 4 })).toMatchObject({
      state: 'settled',
      unfinished: false,
    });
  });
});
