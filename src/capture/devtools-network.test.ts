import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unseenByNetwork, type WireEvent } from '../exchange/index.ts';
import { DevtoolsNetworkDecoder } from './devtools-network.ts';

const page = 'https://app.example/start';
const url = 'http://api.example/orders';

const entry = (response: object, more: { url?: string; referer?: string; type?: string } = {}) => ({
  startedDateTime: '2026-01-01T00:00:10.000Z',
  time: 5,
  _resourceType: more.type ?? 'fetch',
  request: {
    method: 'GET',
    url: more.url ?? url,
    headers: more.referer === undefined ? [] : [{ name: 'Referer', value: more.referer }],
  },
  response: { status: 0, headers: [], ...response },
});

const seen = (address = url): WireEvent => ({
  id: 'w1',
  time: 1,
  type: 'request',
  method: 'GET',
  url: address,
  resourceType: 'xhr',
  initiator: null,
  scope: '',
  isPreflight: false,
  preflightOf: null,
});

const failed = { _error: 'net::ERR_FAILED' };
const told = (value: unknown, decoder = new DevtoolsNetworkDecoder(0)) => decoder.finished(value, page);
const last = (events: readonly WireEvent[]) => events.at(-1);

describe('stopped before the network', () => {
  test.each([
    ['https page, http URL', entry({ _error: '' }), 'mixed-content'],
    ['https page, loopback', entry({ _error: '' }, { url: 'http://127.0.0.1:3000/' }), 'csp'],
    ['https URL', entry({ _error: '' }, { url: 'https://api.example/' }), 'csp'],
    ['a frame that is not https', entry({ _error: '' }, { referer: 'http://frame.example/' }), 'csp'],
  ])('%s', (_, value, blockedReason) => {
    const events = told(value);
    expect(events.map(({ type }) => type)).toEqual(['request', 'request-headers', 'failure']);
    expect(last(events)).toMatchObject({ error: '', blockedReason });
  });

  test('the requester is the frame, else the page', () => {
    expect(told(entry({ _error: '' }))[0]).toMatchObject({ initiator: 'https://app.example' });
    const framed = told(entry({ _error: '' }, { referer: 'https://frame.example/x' }));
    expect(framed[0]).toMatchObject({ initiator: 'https://frame.example' });
  });
});

describe('a service worker', () => {
  test('its answer', () => {
    const events = told(entry({ status: 503, _error: null, _fetchedViaServiceWorker: true }));
    expect(events[2]).toMatchObject({ type: 'response', status: 503, fromServiceWorker: true });
    expect(last(events)).toMatchObject({ type: 'completion' });
  });

  test('its error is a failure that the network never saw', () => {
    expect(last(told(entry(failed)))).toMatchObject({ error: failed._error, blockedReason: unseenByNetwork });
  });
});

describe('what webRequest tells is not told again', () => {
  test('each request that it saw accounts for one entry', () => {
    const decoder = new DevtoolsNetworkDecoder(0);
    decoder.wire([seen(), seen()]);
    expect(told(entry(failed), decoder)).toEqual([]);
    expect(told(entry(failed), decoder)).toEqual([]);
    expect(told(entry(failed), decoder)).not.toEqual([]);
  });

  test('a request of another URL accounts for none', () => {
    const decoder = new DevtoolsNetworkDecoder(0);
    decoder.wire([seen('http://api.example/other')]);
    expect(told(entry(failed), decoder)).not.toEqual([]);
  });

  test('nor is what ended while nobody listened, what has a name, a preflight or an answer', () => {
    expect(told(entry(failed), new DevtoolsNetworkDecoder(Date.parse('2026-01-01T00:00:11Z')))).toEqual([]);
    expect(told(entry({ _error: 'net::ERR_NAME_NOT_RESOLVED' }))).toEqual([]);
    expect(told(entry(failed, { type: 'preflight' }))).toEqual([]);
    expect(told(entry({ status: 200, ...failed }))).toEqual([]);
  });
});

test('odd entries give nothing and never throw', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (value, at) => {
      expect(Array.isArray(new DevtoolsNetworkDecoder(0).finished(value, at))).toBe(true);
    }),
  );
  for (const odd of ['not a url', 'http://', 'file:///x', 'data:,'])
    expect(() => told(entry({ _error: '' }, { url: odd, referer: odd }))).not.toThrow();
});
