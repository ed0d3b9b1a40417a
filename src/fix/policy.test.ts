import { describe, expect, it } from 'vitest';
import { countNeeds } from './count-needs.ts';
import { articleHttp, articleRest, judged } from './judged.testing.ts';
import { synthesise, synthesisePolicy } from './policy.ts';

const empty = { origins: [], methods: [], headers: [], exposeHeaders: [], credentials: false, maxAge: null };

describe('synthesisePolicy', () => {
  it('of nothing allows nothing', () => {
    expect(synthesisePolicy([])).toEqual(empty);
  });

  it('holds what the article’s REST example needs', () => {
    expect(synthesisePolicy(articleRest)).toEqual({
      ...empty,
      origins: ['http://localhost:3000'],
      methods: ['GET', 'POST'],
      headers: ['content-type', 'x-api-key'],
    });
  });

  it('holds both origins of the article’s HTTP API example', () => {
    expect(synthesisePolicy(articleHttp).origins).toEqual([
      'http://localhost:3000',
      'https://myproddomain.com',
    ]);
  });

  it('is a sorted set, whatever the order of the capture', () => {
    const captured = [
      judged({ origin: 'https://b.test', method: 'PUT', headers: ['x-b', 'x-a'] }),
      judged({ origin: 'https://a.test', method: 'DELETE', headers: ['x-a'] }),
      judged({ origin: 'https://b.test', method: 'PUT' }),
    ];
    const expected = {
      ...empty,
      origins: ['https://a.test', 'https://b.test'],
      methods: ['DELETE', 'PUT'],
      headers: ['x-a', 'x-b'],
    };
    expect(synthesisePolicy(captured)).toEqual(expected);
    expect(synthesisePolicy([...captured].reverse())).toEqual(expected);
  });

  it('keeps the case of methods', () => {
    expect(synthesisePolicy([judged({ method: 'patch' })]).methods).toEqual(['patch']);
  });

  it.each([
    ['include', true],
    ['same-origin', false],
    ['omit', false],
    [undefined, false],
  ] as const)('with credentials %s asks for credentials: %s', (credentials, expected) => {
    const one = judged(credentials === undefined ? {} : { credentials });
    expect(synthesisePolicy([judged(), one]).credentials).toBe(expected);
  });

  it('asks for credentials that the source proves, unless the user set them otherwise by hand', () => {
    const one = judged();
    const proven = { ...one, exchange: { ...one.exchange, provenCredentials: 'include' as const } };
    expect(synthesisePolicy([proven]).credentials).toBe(true);
    const set = { ...proven, judgement: { ...judged({ credentials: 'omit' }).judgement } };
    expect(synthesisePolicy([set]).credentials).toBe(false);
  });

  it('is not widened by exchanges that CORS does not decide', () => {
    const other = judged({ outcome: 'not-cors', origin: 'https://b.test', method: 'PUT' });
    expect(synthesisePolicy([judged(), other])).toEqual(synthesisePolicy([judged()]));
  });

  it.each([
    'null',
    '*',
    'https://a.test/',
    'https://a.test/path',
    'https://a.test,https://b.test',
    "https://a'.test",
    'a.test',
    'https://ä.test',
    'https://a.test\nX: y',
    'https://user@a.test',
    '',
  ])('never lists the origin %j, nor what only it needed', (origin) => {
    const odd = judged({ origin, method: 'PUT', headers: ['x-odd'], credentials: 'include' });
    expect(synthesisePolicy([odd])).toEqual(empty);
    expect(synthesisePolicy([judged(), odd])).toEqual(synthesisePolicy([judged()]));
  });

  it.each([
    'http://localhost',
    'http://127.0.0.1:8080',
    'http://[::1]:3000',
    'https://xn--bcher-kva.test',
    'chrome-extension://abcdefghijklmnop',
  ])('lists the origin %s', (origin) => {
    expect(synthesisePolicy([judged({ origin })]).origins).toEqual([origin]);
  });
});

describe('synthesise', () => {
  it('tells of no more that it left out than anybody reads', () => {
    const odd = Array.from({ length: 500 }, (_, index) => judged({ headers: [`x ${index}`] }));
    const { leftOut, policy } = synthesise(countNeeds(odd).values());
    expect(leftOut).toHaveLength(50);
    expect(policy.headers).toEqual([]);
  });

  it('tells once what it left out, and why', () => {
    const captured = [
      judged({ origin: 'null' }),
      judged({ origin: 'null', method: 'PUT' }),
      judged({ method: '*', headers: ['*', 'a b'] }),
    ];
    expect(synthesise(countNeeds(captured).values()).leftOut).toEqual([
      { part: 'origin', value: 'null', reason: 'opaque' },
      { part: 'method', value: '*', reason: 'wildcard' },
      { part: 'header', value: '*', reason: 'wildcard' },
      { part: 'header', value: 'a b', reason: 'malformed' },
    ]);
  });
});
