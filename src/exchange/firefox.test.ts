/** What Firefox's `webRequest` was measured to tell, and what may be concluded from it. */
import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { assemble } from './assemble.ts';
import { judge } from './judge.ts';
import type { ResourceType, WireEvent } from './wire-event.ts';

const page = 'https://app.test';
const api = 'https://api.test/a';
const firefox = { source: 'webRequest', browser: 'firefox' } as const;

const request = (
  time: number,
  url = api,
  id = '1',
  method = 'GET',
  type: ResourceType = 'xhr',
): WireEvent => ({
  type: 'request',
  id,
  time,
  method,
  url,
  resourceType: type,
  initiator: page,
  scope: '1/0',
  isPreflight: false,
  preflightOf: null,
});
const sends = (time: number): WireEvent => ({
  type: 'request-headers',
  id: '1',
  time,
  headers: [
    ['Origin', page],
    ['Sec-Fetch-Mode', 'cors'],
  ],
  provisional: false,
});
const redirects = (time: number, headers: HeaderLines): WireEvent => ({
  type: 'redirect',
  id: '1',
  time,
  status: 302,
  headers: [['Location', 'https://b.test/'], ...headers],
  location: 'https://b.test/',
});
const fails = (time: number, error = 'NS_ERROR_NET_ON_RECEIVING_FROM'): WireEvent => ({
  type: 'failure',
  id: '1',
  time,
  error,
});
const verdictOf = (events: readonly WireEvent[]) => {
  const [exchange] = assemble(events, firefox);
  if (exchange === undefined) throw new Error('no exchange');
  return judge(exchange).verdict;
};

describe('Firefox’s HAR, whose times leave out the wait for a preflight', () => {
  const har = { source: 'har', browser: 'firefox' } as const;
  const entry = (id: string, time: number, preflight: boolean): readonly WireEvent[] => [
    request(time, api, id, preflight ? 'OPTIONS' : 'PUT'),
    {
      type: 'request-headers',
      id,
      time,
      headers: [['Origin', page], ...(preflight ? [['Access-Control-Request-Method', 'PUT'] as const] : [])],
      provisional: false,
    },
    { type: 'response', id, time, status: 200, headers: [], fromCache: false },
    { type: 'completion', id, time: time + 1, body: null },
  ];
  const paired = (events: readonly WireEvent[]) =>
    assemble(events, har).map(({ hops: [hop] }) => hop?.preflight?.startedAt ?? null);

  it('pairs a preflight with the nearest request before it, not with an earlier one that a cache served', () => {
    expect(
      paired([
        ...entry('1', 0, false),
        ...entry('2', 5, true),
        ...entry('3', 20, false),
        ...entry('4', 40, false),
        ...entry('5', 46, true),
      ]),
    ).toEqual([5, null, 46]);
  });

  it('does so on a slow machine too', () => {
    expect(paired([...entry('1', 0, false), ...entry('2', 800, true)])).toEqual([800]);
  });
});

describe('an entry of Firefox’s HAR without an answer, from a host that is told no Sec-Fetch headers', () => {
  const entry = (...headers: HeaderLines): readonly WireEvent[] => [
    {
      type: 'request',
      id: '1',
      time: 0,
      method: 'POST',
      url: 'http://api.test/a',
      resourceType: 'other',
      initiator: null,
      scope: '1/0',
      isPreflight: false,
      preflightOf: null,
    },
    { type: 'request-headers', id: '1', time: 0, headers, provisional: true },
    { type: 'failure', id: '1', time: 9, error: '' },
  ];
  const outcomes = (events: readonly WireEvent[]) =>
    assemble(events, { source: 'har', browser: 'firefox' }).map((each) => judge(each).verdict.outcome);

  it('is listed by the Origin that was to be sent', () => {
    for (const origin of ['null', page])
      expect(outcomes(entry(['Origin', origin]))).toEqual(['network-error']);
  });

  it('is not listed without one', () => {
    expect(outcomes(entry(['Accept', '*/*']))).toEqual([]);
    expect(outcomes(entry(['Referer', `${page}/`]))).toEqual([]);
  });
});

describe('a redirect that Firefox announced and then did not follow', () => {
  it('is over, and was refused for its missing allow-origin', () => {
    expect(verdictOf([request(0), sends(1), redirects(2, []), fails(3)])).toMatchObject({
      outcome: 'blocked',
      step: 'actual',
      code: 'MissingAllowOriginHeader',
      url: api,
      basis: 'certain',
    });
  });

  it('was refused for the credentials that no other reason explains', () => {
    const headers: HeaderLines = [['Access-Control-Allow-Origin', '*']];
    expect(verdictOf([request(0), sends(1), redirects(2, headers), fails(3)])).toMatchObject({
      outcome: 'blocked',
      code: 'WildcardOriginNotAllowed',
    });
  });

  it('is not decided before its end', () => {
    const headers: HeaderLines = [['Access-Control-Allow-Origin', page]];
    expect(verdictOf([request(0), sends(1), redirects(2, headers)]).outcome).toBe('pending');
  });
});

describe('a redirect that Firefox ends at without a word', () => {
  const passing: HeaderLines = [
    ['Access-Control-Allow-Origin', page],
    ['Access-Control-Allow-Credentials', 'true'],
  ];
  const goesTo = (location: string, headers = passing) =>
    verdictOf([
      request(0),
      sends(1),
      {
        type: 'response',
        id: '1',
        time: 2,
        status: 302,
        headers: [['Location', location], ...headers],
        fromCache: false,
      },
      { type: 'completion', id: '1', time: 3, body: null },
    ]);

  it('was asked not to be followed, or cannot be: the script may have got nothing', () => {
    for (const location of ['https://b.test/', 'http://', 'blob:x', ''])
      expect(goesTo(location)).toMatchObject({
        outcome: 'network-error',
        basis: 'assumed',
        alternatives: ['allowed'],
      });
  });

  it('is not surely refused for where it leads: a script that follows by itself gets it', () => {
    expect(goesTo('ftp://x.test/')).toMatchObject({
      outcome: 'blocked',
      code: 'CorsDisabledScheme',
      basis: 'assumed',
      alternatives: ['allowed'],
    });
  });

  it('stays refused for its missing allow-origin', () => {
    expect(goesTo('https://b.test/', [])).toMatchObject({ outcome: 'blocked', basis: 'certain' });
  });
});

describe('a POST of which nothing tells the mode', () => {
  const answered = (headers: HeaderLines) =>
    verdictOf([
      request(0, api, '1', 'POST'),
      { type: 'request-headers', id: '1', time: 1, headers: [['Origin', page]], provisional: false },
      { type: 'response', id: '1', time: 2, status: 200, headers, fromCache: false },
      { type: 'completion', id: '1', time: 3, body: null },
    ]);

  it('is not surely blocked, because no-cors passes and Firefox tells no difference', () => {
    expect(answered([])).toMatchObject({
      outcome: 'blocked',
      code: 'MissingAllowOriginHeader',
      basis: 'assumed',
      alternatives: ['not-cors'],
    });
  });
});

describe('a redirect that Firefox followed', () => {
  it('had passed, so that what fails after it is not blamed on it', () => {
    const asks: readonly WireEvent[] = [
      request(6, 'https://b.test/', '2', 'OPTIONS'),
      {
        type: 'request-headers',
        id: '2',
        time: 7,
        headers: [
          ['Origin', page],
          ['Access-Control-Request-Method', 'PUT'],
        ],
        provisional: false,
      },
      { type: 'failure', id: '2', time: 8, error: 'NS_ERROR_NET_RESET' },
    ];
    expect(
      verdictOf([
        request(0, api, '1', 'PUT'),
        sends(1),
        redirects(2, [['Access-Control-Allow-Origin', page]]),
        request(3, 'https://b.test/', '1', 'PUT'),
        sends(4),
        ...asks,
        fails(9, 'NS_ERROR_DOM_BAD_URI'),
      ]),
    ).toMatchObject({ outcome: 'network-error', basis: 'certain' });
  });

  it('leaves its preflight asking for the headers that it took off', () => {
    const asks: HeaderLines = [
      ['Origin', page],
      ['Access-Control-Request-Method', 'GET'],
      ['Access-Control-Request-Headers', 'content-type'],
    ];
    const [exchange, ...others] = assemble(
      [
        request(0, api, '1', 'POST'),
        {
          type: 'request-headers',
          id: '1',
          time: 1,
          headers: [
            ['Origin', page],
            ['Content-Type', 'a/b'],
          ],
          provisional: false,
        },
        redirects(2, [['Access-Control-Allow-Origin', page]]),
        request(3, 'https://b.test/'),
        sends(4),
        request(5, 'https://b.test/', '2', 'OPTIONS'),
        { type: 'request-headers', id: '2', time: 6, headers: asks, provisional: false },
        { type: 'response', id: '2', time: 7, status: 204, headers: [], fromCache: false },
        { type: 'completion', id: '2', time: 8, body: null },
      ],
      firefox,
    );
    expect(others).toEqual([]);
    expect(exchange?.hops[1]?.preflight?.response?.status).toBe(204);
  });

  it('does not end where no-cors may not go: that never came to anything', () => {
    const noCors: HeaderLines = [['Sec-Fetch-Mode', 'no-cors']];
    const leadsTo = (location: string) =>
      verdictOf([
        request(0),
        { type: 'request-headers', id: '1', time: 1, headers: noCors, provisional: false },
        {
          type: 'response',
          id: '1',
          time: 2,
          status: 301,
          headers: [['Location', location]],
          fromCache: false,
        },
      ]);
    expect(leadsTo('ftp://x.test/')).toMatchObject({ outcome: 'network-error', basis: 'assumed' });
    expect(leadsTo('https://b.test/').outcome).toBe('pending');
  });
});

describe('an EventSource without an answer in Firefox’s HAR', () => {
  it('may have been open: a stream that the page closed has no status there', () => {
    const source = request(0, api, '1', 'GET', 'eventsource');
    const [exchange] = assemble([source, sends(1), fails(2, 'no-response')], {
      source: 'har',
      browser: 'firefox',
    });
    expect(exchange && judge(exchange).verdict).toMatchObject({
      outcome: 'network-error',
      basis: 'assumed',
      alternatives: expect.arrayContaining(['allowed', 'MissingAllowOriginHeader']),
    });
  });
});
