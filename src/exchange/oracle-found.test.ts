import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { assemble } from './assemble.ts';
import { judge } from './judge.ts';
import { allowed, api, exchange, hop, page } from './made.testing.ts';
import type { WireEvent } from './wire-event.ts';

it('takes an answered request that ended with a network error’s own name for no CORS failure', () => {
  const answered = hop('GET', [['Origin', page]], [302, [['Location', 'http://']]]);
  const { verdict } = judge(exchange([answered], { error: 'net::ERR_INVALID_REDIRECT' }));
  expect(verdict).toMatchObject({ outcome: 'network-error', code: null, basis: 'certain' });
});

describe('a request whose mode nothing tells', () => {
  it('is not certainly allowed, because a no-cors POST carries Origin too', () => {
    const { verdict } = judge(exchange([hop('POST', [['Origin', page]], [200, allowed])]));
    expect(verdict).toMatchObject({ outcome: 'allowed', basis: 'assumed', alternatives: ['not-cors'] });
  });

  it('is not certainly allowed either while its body is under way', () => {
    const { verdict } = judge(
      exchange([hop('POST', [['Origin', page]], [200, [['Access-Control-Allow-Origin', '*']]])], {
        state: 'pending',
        provenCredentials: null,
      }),
      {
        credentials: 'omit',
      },
    );
    expect(verdict).toMatchObject({ outcome: 'allowed', basis: 'assumed', alternatives: ['not-cors'] });
  });

  it('is certainly allowed where the wire says cors', () => {
    const sent: HeaderLines = [
      ['Origin', page],
      ['Sec-Fetch-Mode', 'cors'],
    ];
    expect(judge(exchange([hop('POST', sent, [200, allowed])])).verdict.basis).toBe('certain');
  });
});

describe('DevTools’ HAR', () => {
  const har = { source: 'har' } as const;

  it('shows a no-cors answer that the browser emptied, and it is none of CORS’s business', () => {
    const emptied = exchange([hop('POST', null, [200, []])], { ...har, error: 'net::ERR_ABORTED' });
    expect(judge(emptied)).toMatchObject({ verdict: { outcome: 'not-cors' }, inferred: { mode: 'no-cors' } });
  });

  it('shows by such an answer that the request left its origin, though nothing tells whose it was', () => {
    const base = { id: '1', time: 0 };
    const ended = (error: string, headers: HeaderLines): readonly WireEvent[] => [
      {
        ...base,
        type: 'request',
        method: 'GET',
        url: api,
        resourceType: 'fetch',
        initiator: null,
        scope: '',
        isPreflight: false,
        preflightOf: null,
      },
      { ...base, type: 'request-headers', headers: [['Referer', '']], provisional: true },
      { ...base, type: 'response', status: 200, headers, fromCache: false },
      { ...base, type: 'failure', error },
    ];
    const listed = (error: string, headers: HeaderLines): readonly string[] =>
      assemble(ended(error, headers), { source: 'har', browser: 'chromium' }).map(
        (each) => judge(each).verdict.outcome,
      );
    expect(listed('net::ERR_ABORTED', [])).toEqual(['not-cors']);
    expect(listed('net::ERR_ABORTED', [['Content-Length', '2']])).toEqual([]);
    expect(listed('net::ERR_FAILED', [])).toEqual([]);
  });

  it('shows nothing of a worker’s response that CORS blocked: what the CORS check says all fits', () => {
    const { verdict } = judge(exchange([hop('GET', null, null)], { ...har, error: 'net::ERR_FAILED' }));
    expect(verdict).toMatchObject({ outcome: 'network-error', basis: 'assumed' });
    expect(verdict.alternatives).toContain('MissingAllowOriginHeader');
    expect(verdict.alternatives).toContain('InvalidAllowCredentials');
  });

  it('nor of one that CORS blocked after its preflight had passed', () => {
    const put = hop('PUT', null, null);
    const asked = hop(
      'OPTIONS',
      [
        ['Origin', page],
        ['Access-Control-Request-Method', 'PUT'],
      ],
      [
        204,
        [...allowed, ['Access-Control-Allow-Credentials', 'true'], ['Access-Control-Allow-Methods', 'PUT']],
      ],
    ).actual;
    const seen = exchange([{ ...put, preflight: asked }], { ...har, error: 'net::ERR_FAILED' });
    expect(judge(seen).verdict).toMatchObject({ outcome: 'network-error', basis: 'assumed' });
    expect(judge(seen).verdict.alternatives).toContain('MissingAllowOriginHeader');
  });

  it('leaves in doubt whether a preflight that refuses only credentials was refused at all', () => {
    const put = hop('PUT', null, null);
    const sent: HeaderLines = [
      ['Origin', page],
      ['Access-Control-Request-Method', 'PUT'],
    ];
    const asked = hop('OPTIONS', sent, [204, [...allowed, ['Access-Control-Allow-Methods', 'PUT']]]).actual;
    const stopped = { ...har, error: 'net::ERR_FAILED' };
    const { verdict } = judge(exchange([{ ...put, preflight: asked }], stopped));
    expect(verdict).toMatchObject({ code: 'PreflightInvalidAllowCredentials', basis: 'assumed' });
    expect(verdict.alternatives).toContain('AllowOriginMismatch');
    const shown = judge(exchange([{ ...put, preflight: asked }], { ...stopped, headsShown: true })).verdict;
    expect(shown).toMatchObject({ code: 'PreflightInvalidAllowCredentials', basis: 'certain' });
  });

  it('leaves no such doubt where webRequest, which shows every response, shows none', () => {
    const { verdict } = judge(exchange([hop('GET', null, null)], { error: 'net::ERR_FAILED' }));
    expect(verdict).toMatchObject({ outcome: 'network-error', basis: 'certain' });
  });

  const request = (id: string, time: number, method: string, isPreflight: boolean): WireEvent => ({
    type: 'request',
    id,
    time,
    method,
    url: api,
    resourceType: 'fetch',
    initiator: page,
    scope: '',
    isPreflight,
    preflightOf: null,
  });
  const rest = (id: string, start: number, end: number, headers: HeaderLines): readonly WireEvent[] => [
    { type: 'request-headers', id, time: start, headers, provisional: false },
    { type: 'response', id, time: end, status: 200, headers: allowed, fromCache: false },
    { type: 'completion', id, time: end, body: null },
  ];
  const asked: HeaderLines = [
    ['Origin', page],
    ['Access-Control-Request-Method', 'PUT'],
  ];

  it('pairs a preflight with the request that it delays, not with one that ended just before', () => {
    const events = [
      request('first', 0, 'PUT', false),
      ...rest('first', 0, 20, [['Origin', page]]),
      request('second', 40, 'PUT', false),
      ...rest('second', 40, 80, [['Origin', page]]),
      request('preflight', 45, 'OPTIONS', true),
      ...rest('preflight', 45, 60, asked),
    ];
    const exchanges = assemble(events, { source: 'har', browser: 'chromium' });
    expect(exchanges.map(({ hops }) => hops[0]?.preflight?.startedAt ?? null)).toEqual([null, 45]);
  });

  it('pairs a preflight with the request that shows the headers it asks for, though another was under way', () => {
    const unanswered = (id: string, start: number, end: number, own: HeaderLines): readonly WireEvent[] => [
      request(id, start, 'PUT', false),
      { type: 'request-headers', id, time: start, headers: [['Origin', page], ...own], provisional: true },
      { type: 'failure', id, time: end, error: 'no-response' },
    ];
    const events = [
      ...unanswered('dropped', 0, 22, []),
      ...unanswered('own', 15, 15, [['X-More', '1']]),
      request('preflight', 16, 'OPTIONS', true),
      ...rest('preflight', 16, 16, [...asked, ['Access-Control-Request-Headers', 'x-more']]),
    ];
    const exchanges = assemble(events, { source: 'har', browser: 'firefox' });
    expect(exchanges.map(({ hops }) => hops[0]?.preflight?.startedAt ?? null)).toEqual([null, 16]);
  });

  it('finds the earlier preflight of a worker’s answered request, whose own wire headers it lacks', () => {
    const answered = (id: string, time: number, provisional: boolean): readonly WireEvent[] => [
      request(id, time, 'PUT', false),
      { type: 'request-headers', id, time, headers: [], provisional },
      { type: 'response', id, time: time + 20, status: 200, headers: allowed, fromCache: false },
      { type: 'completion', id, time: time + 20, body: null },
    ];
    const asked: HeaderLines = [
      ['Origin', page],
      ['Access-Control-Request-Method', 'PUT'],
    ];
    const grants: HeaderLines = [...allowed, ['Access-Control-Allow-Methods', 'PUT']];
    const events: readonly WireEvent[] = [
      ...answered('first', 0, true),
      request('preflight', 5, 'OPTIONS', true),
      { type: 'request-headers', id: 'preflight', time: 5, headers: asked, provisional: false },
      { type: 'response', id: 'preflight', time: 9, status: 204, headers: grants, fromCache: false },
      { type: 'completion', id: 'preflight', time: 9, body: null },
      ...answered('second', 40, true),
    ];
    const exchanges = assemble(events, { source: 'har', browser: 'chromium' });
    expect(exchanges.map((each) => judge(each).preflight)).toEqual(['sent', 'cached']);
  });

  it('pairs a preflight that seems to begin just after its request’s end, because times are rounded', () => {
    const events = [
      request('only', 0, 'PUT', false),
      ...rest('only', 0, 2, [['Origin', page]]),
      request('preflight', 3, 'OPTIONS', true),
      ...rest('preflight', 3, 4, asked),
    ];
    const exchanges = assemble(events, { source: 'har', browser: 'chromium' });
    expect(exchanges.map(({ hops }) => hops[0]?.preflight?.startedAt ?? null)).toEqual([3]);
  });
});

describe('webRequest of a response that had started', () => {
  const wildcard: HeaderLines = [['Access-Control-Allow-Origin', '*']];
  const sent: HeaderLines = [
    ['Origin', page],
    ['Sec-Fetch-Mode', 'cors'],
  ];

  it('calls what the page lets go of by the name of a refused one: it was none', () => {
    const ended = exchange([hop('GET', sent, [200, wildcard])], { error: 'net::ERR_FAILED', passed: true });
    expect(judge(ended).verdict).toMatchObject({
      outcome: 'network-error',
      basis: 'assumed',
      alternatives: ['allowed'],
    });
    expect(judge({ ...ended, passed: false }).verdict.code).toBe('WildcardOriginNotAllowed');
  });
});

describe('a sandboxed document of the server’s own address', () => {
  const from = (site: string): readonly WireEvent[] => [
    {
      type: 'request',
      id: '1',
      time: 0,
      method: 'GET',
      url: api,
      initiator: 'https://api.test',
      resourceType: 'fetch',
      scope: '',
      isPreflight: false,
      preflightOf: null,
    },
    {
      type: 'request-headers',
      id: '1',
      time: 1,
      headers: [
        ['Sec-Fetch-Site', site],
        ['Sec-Fetch-Mode', 'no-cors'],
      ],
      provisional: false,
    },
    { type: 'response', id: '1', time: 2, status: 200, headers: [], fromCache: false },
    { type: 'completion', id: '1', time: 3, body: null },
  ];

  it('is a stranger to it: the browser says cross-site where the addresses say the same origin', () => {
    const opaque = assemble(from('cross-site'), { source: 'debugger', browser: 'chromium' });
    expect(opaque.map(({ origin }) => origin)).toEqual(['null']);
    expect(assemble(from('same-origin'), { source: 'debugger', browser: 'chromium' })).toEqual([]);
  });
});
