import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { type Exchange, type Exchanged, type Hop, untold } from '../exchange/index.ts';
import { answer } from './answer.ts';
import { apiOf } from './api-of.ts';
import { identify } from './identify.ts';
import { get, http, origin, preflightFor, rest, route } from './test-values.ts';

const api = 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com';
const custom = 'https://api.example.com/orders';

const message = (url: string, headers: HeaderLines | null): Exchanged => ({
  request: { method: 'GET', url, headers: [], headersKnown: true },
  response: headers === null ? null : { status: 200, headers, body: null, fromCache: false },
  error: null,
  startedAt: 0,
  endedAt: null,
});

const hop = (url: string, actual: HeaderLines | null, preflight: HeaderLines | null = null): Hop => ({
  url,
  preflight: preflight === null ? null : message(url, preflight),
  actual: message(url, actual),
});

const exchange = (...hops: readonly Hop[]): Exchange => ({
  id: '1',
  source: 'har',
  browser: 'chromium',
  resourceType: 'fetch',
  origin,
  hops,
  startedAt: 0,
  state: 'settled',
  error: null,
  ...untold,
});

const kindOf = (url: string, headers: HeaderLines | null) => identify(exchange(hop(url, headers))).kind;

const restId = ['x-amz-apigw-id', 'JKJaXmPLvHcESHA='] as const;
const httpId = ['Apigw-Requestid', 'JKJaXmPLvHcESHA='] as const;
const requestId = ['x-amzn-RequestId', '1b2c'] as const;
const errorType = ['x-amzn-ErrorType', 'ForbiddenException'] as const;
const via = ['via', '1.1 abc.cloudfront.net (CloudFront)'] as const;
const cache = ['x-cache', 'Error from cloudfront'] as const;

describe('identify', () => {
  it.each([
    ['rest', custom, [restId, requestId]],
    ['rest', custom, [['X-Amz-Apigw-Id', 'x=']]],
    ['rest', custom, [via, cache, restId]],
    ['rest', custom, [['x-amzn-Remapped-Server', 'nginx']]],
    ['rest', `${api}/Prod/orders`, [errorType]],
    ['rest', `${api}/Prod/orders`, [requestId]],
    ['rest', `${api}/Prod/orders`, [via]],
    ['http', custom, [httpId]],
    ['http', `${api}/orders`, [httpId]],
    ['http', custom, [via, cache, httpId]],
    ['function-url', 'https://abc.lambda-url.eu-west-1.on.aws/', [requestId]],
    ['function-url', 'https://abc.lambda-url.eu-west-1.on.aws/', null],
    ['cloudfront', custom, [via]],
    ['cloudfront', custom, [cache]],
    ['cloudfront', custom, [['x-amz-cf-id', 'abc']]],
    ['cloudfront', 'https://d111111abcdef8.cloudfront.net/orders', null],
    ['cloudfront', 'https://d111111abcdef8.cloudfront.net/orders', [via, requestId]],
    ['rest', 'https://d111111abcdef8.cloudfront.net/orders', [via, restId]],
    ['http', 'https://d111111abcdef8.cloudfront.net/orders', [via, httpId]],
    ['other', 'https://d111111abcdef8.cloudfront.net.evil.example/', null],
    ['other', `${api}/Prod/orders`, null],
    ['other', `${api}/orders`, []],
    ['other', `${api}/Prod/orders`, [['server', 'nginx']]],
    ['function-url', 'http://abc.lambda-url.eu-west-1.on.aws:3001/', [via, httpId]],
    ['cloudfront', custom, [via, requestId, errorType]],
    ['other', custom, [requestId]],
    ['other', custom, [['via', '1.1 varnish']]],
    ['other', custom, [['x-cache', 'HIT']]],
    ['other', custom, null],
    ['other', 'https://abc.lambda-url.eu-west-1.on.aws.evil.example/', []],
    ['other', 'https://execute-api.example.com/', [errorType]],
    ['other', 'not a URL', [restId]],
    ['other', 'data:text/plain,x', [restId]],
  ] satisfies [string, string, HeaderLines | null][])('%s: %s with %j', (kind, url, headers) => {
    expect(kindOf(url, headers)).toBe(kind);
  });

  it('tells which of two APIs stands in front of the other', () => {
    expect(kindOf(custom, [restId, httpId])).toBe('http');
    expect(kindOf(custom, [restId, httpId, ['x-amzn-remapped-date', 'x']])).toBe('rest');
  });

  it('says of a bare execute-api host that it cannot tell', () => {
    const { kind, evidence } = identify(exchange(hop(`${api}/Prod/orders`, null)));
    expect(kind).toBe('other');
    expect(evidence).toEqual([expect.stringContaining('host alone cannot tell a REST API from an HTTP API')]);
  });

  it('says of a CloudFront host what it is, and names the API behind it where a header does', () => {
    const url = 'https://d111111abcdef8.cloudfront.net/orders';
    const host = expect.stringContaining('"d111111abcdef8.cloudfront.net" is a CloudFront distribution');
    expect(identify(exchange(hop(url, null))).evidence).toEqual([host]);
    const { kind, evidence } = identify(exchange(hop(url, [via, restId])));
    expect(kind).toBe('rest');
    expect(evidence).toEqual([
      expect.stringContaining('x-amz-apigw-id'),
      expect.stringContaining('carries via'),
      host,
    ]);
  });

  it('takes the preflight where the actual response tells nothing', () => {
    const { kind, evidence } = identify(exchange(hop(custom, [], [restId])));
    expect(kind).toBe('rest');
    expect(evidence).toEqual([
      'The preflight response carries x-amz-apigw-id: "JKJaXmPLvHcESHA=", which a REST API sends.',
    ]);
  });

  it('hears every hop of the host and no other', () => {
    const elsewhere = 'https://files.example.net/1';
    expect(identify(exchange(hop(custom, [restId]), hop(`${custom}/`, null))).kind).toBe('rest');
    expect(identify(exchange(hop(custom, [restId]), hop(elsewhere, []))).kind).toBe('other');
    expect(identify(exchange(hop(elsewhere, [httpId]), hop(custom, [restId]))).kind).toBe('rest');
  });

  it('puts the best evidence first, once, and keeps what stands in between', () => {
    const { evidence } = identify(exchange(hop(custom, [via, restId, ['x-amzn-remapped-date', 'x']])));
    expect(evidence.map((sentence) => /carries (\S+):/.exec(sentence)?.[1])).toEqual([
      'x-amz-apigw-id',
      'x-amzn-remapped-date',
      'via',
    ]);
    expect(identify(exchange(hop(custom, [restId]), hop(custom, [restId]))).evidence).toHaveLength(1);
  });

  it('cuts a long value and shows control characters as escapes', () => {
    const { evidence } = identify(exchange(hop(custom, [['x-amz-apigw-id', `\u0007${'a'.repeat(500)}`]])));
    expect(evidence[0]?.length).toBeLessThan(160);
    expect(evidence[0]).toContain('\\u0007');
  });

  it("knows the model's own answers", () => {
    const routes = [route('GET', '/orders')];
    for (const stage of ['Prod', 'Other']) {
      const config = rest(routes, { stage });
      for (const request of [get('/Prod/orders'), preflightFor('/Prod/orders')])
        expect(kindOf(custom, answer(config, request).headers)).toBe('rest');
    }
    for (const request of [get('/orders'), get('/none'), preflightFor('/orders')])
      expect(kindOf(custom, answer(http(routes), request).headers)).toBe('http');
  });
});

describe('apiOf', () => {
  const of = (url: string, kind: 'rest' | 'http' | 'other' = 'other') =>
    apiOf(exchange(hop(url, null)), { kind, evidence: [] });

  it.each([
    [`${api}/Prod/orders`, `${api}/Prod`],
    [`${api}/dev`, `${api}/dev`],
    [`${api}/orders/7`, api],
    [`${api}/`, api],
    ['https://api.example.com/Prod/orders', 'https://api.example.com'],
    ['http://127.0.0.1:3001/orders', 'http://127.0.0.1:3001'],
    ['https://abc.lambda-url.eu-west-1.on.aws/x', 'https://abc.lambda-url.eu-west-1.on.aws'],
    [`${api}.cn/Prod/orders`, `${api}.cn/Prod`],
  ])('%s belongs to %s whatever the kind', (url, id) => {
    for (const kind of ['rest', 'http', 'other'] as const) expect(of(url, kind).id).toBe(id);
    expect(of(url, 'http').base).toBe(id);
  });

  it('shows the stage of a REST API even where its name is unusual', () => {
    expect(of(`${api}/blue/orders`, 'rest')).toEqual({ id: api, kind: 'rest', base: `${api}/blue` });
  });

  it('is that of the last hop', () => {
    const moved = exchange(hop('http://api.example.com/orders', []), hop(custom, []));
    expect(apiOf(moved, { kind: 'other', evidence: [] }).base).toBe('https://api.example.com');
  });

  it('keeps what it cannot read', () => {
    expect(of('nonsense').id).toBe('nonsense');
    expect(apiOf(exchange(), { kind: 'other', evidence: [] }).id).toBe('');
  });
});
