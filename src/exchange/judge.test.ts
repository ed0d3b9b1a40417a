import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import type { Hop } from './exchange.ts';
import { decidingHop, judge } from './judge.ts';
import { api, exchange, page } from './made.testing.ts';
import type { Exchanged } from './message.ts';

const acao = (value: string): HeaderLines => [['Access-Control-Allow-Origin', value]];

const message = (
  method: string,
  url: string,
  sent: HeaderLines,
  answer: readonly [status: number, headers: HeaderLines] | null,
): Exchanged => ({
  request: { method, url, headers: sent, headersKnown: true },
  response: answer && { status: answer[0], headers: answer[1], body: null, fromCache: false },
  error: null,
  startedAt: 0,
  endedAt: 1,
});

const simple = (
  headers: HeaderLines,
  more: { url?: string; status?: number; sent?: HeaderLines } = {},
): Hop => ({
  url: more.url ?? api,
  preflight: null,
  actual: message('GET', more.url ?? api, more.sent ?? [['Origin', page]], [more.status ?? 200, headers]),
});

const preflighted = (answer: HeaderLines, actual: HeaderLines | null, acrh = 'authorization'): Hop => {
  const asked: HeaderLines = [
    ['Origin', page],
    ['Access-Control-Request-Method', 'GET'],
    ['Access-Control-Request-Headers', acrh],
  ];
  const sent = message('GET', api, [['Origin', page]], actual && [200, actual]);
  return {
    url: api,
    preflight: message('OPTIONS', api, asked, [204, answer]),
    actual: actual === null ? { ...sent, request: { ...sent.request, headersKnown: false } } : sent,
  };
};

const failed = { error: 'net::ERR_FAILED' };

describe('credentials, which the wire does not carry', () => {
  const starred = [simple(acao('*'))];

  it('are settled in Chromium by how it ended', () => {
    expect(judge(exchange(starred))).toMatchObject({
      verdict: { outcome: 'allowed', basis: 'certain', alternatives: [] },
      inferred: { credentials: 'same-origin' },
    });
    expect(judge(exchange(starred, failed))).toMatchObject({
      verdict: { outcome: 'blocked', code: 'WildcardOriginNotAllowed', step: 'actual', basis: 'certain' },
      inferred: { credentials: 'include' },
    });
  });

  it.each(['firefox', 'unknown'] as const)('are assumed where the end proves nothing (%s)', (browser) => {
    expect(judge(exchange(starred, { browser })).verdict).toMatchObject({
      outcome: 'allowed',
      basis: 'assumed',
      alternatives: ['WildcardOriginNotAllowed'],
    });
  });

  it.each([
    [
      'a cookie',
      {
        hops: [
          simple(acao('*'), {
            sent: [
              ['Origin', page],
              ['Cookie', 'a=1'],
            ],
          }),
        ],
      },
    ],
    ['the source', { provenCredentials: 'include' as const }],
  ])('are proven by %s', (_, more) => {
    expect(judge(exchange(starred, { browser: 'firefox', ...more })).verdict).toMatchObject({
      code: 'WildcardOriginNotAllowed',
      basis: 'certain',
    });
  });

  it('are the user’s to set', () => {
    const judged = judge(exchange(starred, { browser: 'firefox' }), { credentials: 'omit' });
    expect(judged).toMatchObject({
      verdict: { outcome: 'allowed', basis: 'certain' },
      inferred: { credentials: 'omit' },
    });
  });
});

describe('what the browser was seen to do', () => {
  it('names a preflight as the culprit where nothing was sent after it', () => {
    const judged = judge(exchange([preflighted(acao(page), null)], failed));
    expect(judged).toMatchObject({
      verdict: { code: 'HeaderDisallowedByPreflightResponse', step: 'preflight', parameter: 'authorization' },
      preflight: 'sent',
      needs: { method: 'GET', headers: ['authorization'] },
    });
  });

  it('excludes a preflight failure where the request went out', () => {
    const wildcard: HeaderLines = [...acao('*'), ['Access-Control-Allow-Headers', '*']];
    expect(judge(exchange([preflighted(wildcard, acao('*'))], { browser: 'firefox' }))).toMatchObject({
      verdict: { outcome: 'allowed', basis: 'certain' },
      deviations: ['authorization-covered-by-wildcard'],
    });
  });

  it('tells by what an unknown browser sent which rule it follows for Authorization', () => {
    const wildcard: HeaderLines = [...acao('*'), ['Access-Control-Allow-Headers', '*']];
    const browser = 'unknown';
    expect(judge(exchange([preflighted(wildcard, acao(page))], { browser })).verdict.outcome).toBe('allowed');
    expect(judge(exchange([preflighted(wildcard, null)], { browser })).verdict).toMatchObject({
      code: 'HeaderDisallowedByPreflightResponse',
      basis: 'assumed',
    });
  });

  it('makes a network error of a failure that the messages do not explain', () => {
    expect(
      judge(exchange([simple([...acao(page), ['Access-Control-Allow-Credentials', 'true']])], failed))
        .verdict,
    ).toMatchObject({
      outcome: 'network-error',
      code: null,
      basis: 'assumed',
    });
  });

  it('makes a network error of a request without answer', () => {
    const hop: Hop = { url: api, preflight: null, actual: message('GET', api, [['Origin', page]], null) };
    expect(judge(exchange([hop], { error: 'net::ERR_NAME_NOT_RESOLVED' })).verdict).toMatchObject({
      outcome: 'network-error',
      basis: 'certain',
    });
    expect(judge(exchange([hop], { state: 'pending' })).verdict.outcome).toBe('pending');
  });

  it('follows the browser’s own word', () => {
    const reported = {
      code: 'LocalNetworkAccessPermissionDenied',
      name: 'LocalNetworkAccessPermissionDenied',
      parameter: '',
    } as const;
    expect(judge(exchange([simple(acao(page))], { ...failed, reported })).verdict).toMatchObject({
      outcome: 'blocked',
      code: 'LocalNetworkAccessPermissionDenied',
    });
  });
});

describe('redirects', () => {
  const to = (url: string, headers: HeaderLines = acao(page)): Hop =>
    simple([...headers, ['Location', url]], { status: 302 });

  it('taint the origin when they go on from another one', () => {
    const hops = [to('https://c.test/'), simple(acao(page), { url: 'https://c.test/' })];
    const judged = judge(exchange(hops, failed));
    expect(judged.verdict).toMatchObject({
      code: 'AllowOriginMismatch',
      parameter: page,
      url: 'https://c.test/',
    });
    expect(decidingHop(exchange(hops), judged)).toBe(hops[1]);
  });

  it('back to the page’s own origin stay cors', () => {
    const hops = [to(`${page}/x`), simple([], { url: `${page}/x` })];
    expect(judge(exchange(hops, failed)).verdict.code).toBe('MissingAllowOriginHeader');
  });

  it('from the page’s own origin keep it', () => {
    const start = simple([['Location', api]], { url: `${page}/x`, status: 302 });
    expect(judge(exchange([start, simple(acao(page))])).verdict.outcome).toBe('allowed');
  });

  it.each([
    ['from another origin', [to('https://u:p@c.test/')]],
    [
      'from its own origin',
      [simple([['Location', 'https://u:p@c.test/']], { url: `${page}/x`, status: 302 })],
    ],
  ])('with userinfo are refused %s', (_, hops) => {
    expect(judge(exchange(hops, failed)).verdict.code).toBe('RedirectContainsCredentials');
  });
});

describe('redirects as each browser follows them', () => {
  const put = [['Access-Control-Request-Method', 'PUT']] as const;
  const asked = (url: string, answer: readonly [number, HeaderLines]): Exchanged =>
    message('OPTIONS', url, [['Origin', page], ...put], answer);
  const own = `${page}/x`;
  /** PUT to another origin, redirected home, where the preflight's answer has no allow-origin. */
  const home: readonly Hop[] = [
    {
      url: api,
      preflight: asked(api, [204, [...acao('*'), ['Access-Control-Allow-Methods', 'PUT']]]),
      actual: message('PUT', api, [['Origin', page]], [307, [...acao('*'), ['Location', own]]]),
    },
    {
      url: own,
      preflight: asked(own, [204, [['Access-Control-Allow-Methods', 'PUT']]]),
      actual: message('PUT', own, [['Origin', 'null']], [200, acao('*')]),
    },
  ];

  it('need no allow-origin on a preflight back home in Firefox', () => {
    expect(judge(exchange(home, { browser: 'firefox' })).verdict.outcome).toBe('allowed');
    const unsent = home.map((hop) => (hop.url === own ? { ...hop, actual: null } : hop));
    expect(judge(exchange(unsent, { browser: 'chromium', ...failed })).verdict).toMatchObject({
      step: 'preflight',
      code: 'PreflightMissingAllowOriginHeader',
      url: own,
    });
  });

  it.each([
    ['firefox', 'PreflightMissingAllowOriginHeader'],
    ['chromium', 'PreflightDisallowedRedirect'],
  ] as const)('%s names a preflight’s redirect without allow-origin %s', (browser, code) => {
    const hop = { url: api, preflight: asked(api, [302, [['Location', '/y']]]), actual: null };
    expect(judge(exchange([hop], { browser })).verdict.code).toBe(code);
  });

  it('to another scheme are refused by that name', () => {
    expect(
      judge(exchange([simple([...acao(page), ['Location', 'ftp://c.test/']], { status: 302 })], failed))
        .verdict,
    ).toMatchObject({ outcome: 'blocked', step: 'actual', code: 'CorsDisabledScheme', parameter: '' });
  });

  it('that strip Authorization leave Firefox’s preflight without header names, which is judged like any', () => {
    const [first] = home;
    const cdn = 'https://cdn.test/';
    const hop: Hop = {
      url: cdn,
      preflight: message(
        'OPTIONS',
        cdn,
        [
          ['Origin', page],
          ['Access-Control-Request-Method', 'GET'],
        ],
        [204, acao('*')],
      ),
      actual: message('GET', cdn, [['Origin', 'null']], [200, acao('*')]),
    };
    const judged = judge(exchange(first === undefined ? [] : [first, hop], { browser: 'firefox' }));
    expect([judged.verdict.outcome, judged.preflight, judged.needs.headers]).toEqual(['allowed', 'sent', []]);
  });
});

describe('what CORS does not decide', () => {
  it.each([
    ['same-origin throughout', [simple([], { url: `${page}/x` })], {}],
    [
      'no-cors by its metadata',
      [
        simple([], {
          sent: [
            ['Sec-Fetch-Mode', 'no-cors'],
            ['Origin', page],
          ],
        }),
      ],
      {},
    ],
    ['no-cors by the lack of Origin', [simple([], { sent: [['Accept', '*/*']] })], {}],
    ['no-cors by the user’s word', [simple([])], { mode: 'no-cors' as const }],
  ])('%s', (_, hops, settings) => {
    expect(judge(exchange(hops, { browser: 'unknown' }), settings).verdict).toMatchObject({
      outcome: 'not-cors',
      code: null,
    });
  });
});

describe('the preflight’s state', () => {
  const sent = (headers: HeaderLines): Hop => simple(acao(page), { sent: [['Origin', page], ...headers] });
  it.each([
    [
      'not-needed',
      [
        ['Cache-Control', 'no-cache'],
        ['Pragma', 'no-cache'],
      ],
      {},
    ],
    ['missing', [['X-Own', '1']], {}],
    ['cached', [['X-Own', '1']], { cachedPreflight: message('OPTIONS', api, [], [204, []]) }],
  ] as const)('%s', (state, headers, more) => {
    expect(judge(exchange([sent(headers)], more)).preflight).toBe(state);
  });
});

describe('a service worker that answers', () => {
  it('is not asked for CORS headers, nor for a preflight', () => {
    const answered = exchange([simple([])], { fromServiceWorker: true });
    expect(judge(answered).verdict).toMatchObject({ outcome: 'not-cors', basis: 'certain', code: null });
    expect(judge(exchange([simple([])], failed)).verdict.outcome).toBe('blocked');
  });
});
