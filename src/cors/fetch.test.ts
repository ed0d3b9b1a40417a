import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchCors } from './fetch.ts';
import type { AnsweredResponse, Answerer, Fetched, PageRequest } from './fetched.ts';
import { headerValue } from './header-list.ts';
import type { HeaderLine, HeaderLines } from './headers.ts';
import { PreflightCache } from './preflight-cache.ts';
import { profiles } from './profiles.ts';

const page = 'https://app.test';
const api = 'https://api.test/orders';
const request = (changes: Partial<PageRequest> = {}): PageRequest => ({
  origin: page,
  url: api,
  method: 'GET',
  headers: [],
  mode: 'cors',
  credentials: 'same-origin',
  redirect: 'follow',
  forcesPreflight: false,
  ...changes,
});
const acao = (value = '*'): HeaderLine => ['Access-Control-Allow-Origin', value];
const acah = (value: string): HeaderLine => ['Access-Control-Allow-Headers', value];
const acam = (value: string): HeaderLine => ['Access-Control-Allow-Methods', value];

/** Answers by URL; preflights get the second answer, where there is one. */
const servers =
  (answers: Readonly<Record<string, readonly [AnsweredResponse, AnsweredResponse?]>>): Answerer =>
  ({ url, isPreflight }) => {
    const [actual, preflight = actual] = answers[url] ?? [];
    return (isPreflight ? preflight : actual) ?? null;
  };
const ok = (...headers: HeaderLines): AnsweredResponse => ({ status: 200, headers });
const to = (location: string, status = 307, ...headers: HeaderLines): AnsweredResponse => ({
  status,
  headers: [acao(), ['Location', location], ...headers],
});
const wire = ({ sent }: Fetched): readonly string[] =>
  sent.map(({ method, url, headers, isPreflight }) => {
    const asked = isPreflight ? ` for ${headerValue(headers, 'access-control-request-method')}` : '';
    return `${method} ${url}${asked} from ${headerValue(headers, 'origin')}`;
  });

describe('fetchCors', () => {
  it('sends what a page sets, normalised, without what it may not set', () => {
    const headers: HeaderLines = [
      ['X-A', '1'],
      ['Cookie', 'a=b'],
      ['Accept', 'text/html'],
    ];
    const answer = servers({ [api]: [ok(acao(), acah('x-a'), acam('PUT'))] });
    const { sent } = fetchCors(request({ method: 'put', headers }), answer, profiles.standard);
    expect(sent.map(({ method }) => method)).toEqual(['OPTIONS', 'PUT']);
    expect(sent[0]?.headers).toEqual([
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', 'PUT'],
      ['Access-Control-Request-Headers', 'x-a'],
      ['Origin', page],
    ]);
    expect(sent[1]?.headers).toEqual([headers[0], headers[2], ['Origin', page]]);
  });

  it.each([
    ['include', [false, true]],
    ['same-origin', [false, false]],
    ['omit', [false, false]],
  ] as const)('credentials %s: the preflight never carries them', (credentials, expected) => {
    const answer = servers({
      [api]: [ok(acao(page), acam('PUT'), ['Access-Control-Allow-Credentials', 'true'])],
    });
    const { sent } = fetchCors(request({ method: 'PUT', credentials }), answer, profiles.standard);
    expect(sent.map(({ withCredentials }) => withCredentials)).toEqual(expected);
  });

  it('follows a redirect with a new preflight, and drops a body’s headers with the body', () => {
    const answer = servers({
      [api]: [to('/login', 303), ok(acao(), acam('PUT'), acah('content-type,x-a'))],
      'https://api.test/login': [ok(acao(), acah('x-a'))],
    });
    const headers: HeaderLines = [
      ['Content-Type', 'application/json'],
      ['X-A', '1'],
    ];
    const { sent, outcome } = fetchCors(request({ method: 'PUT', headers }), answer, profiles.chromium);
    expect(outcome.kind).toBe('allowed');
    expect(sent.map((each) => headerValue(each.headers, 'access-control-request-headers'))).toEqual([
      'content-type,x-a',
      null,
      'x-a',
      null,
    ]);
    expect(headerValue(sent[3]?.headers ?? [], 'content-type')).toBeNull();
  });

  it.each([
    ['chromium', 3, null],
    ['firefox', 4, null],
  ] as const)('%s sends %i messages where a redirect strips Authorization', (name, count, acrh) => {
    const answer = servers({
      [api]: [to('https://cdn.test/'), ok(acao(), acah('authorization'))],
      'https://cdn.test/': [ok(acao())],
    });
    const headers: HeaderLines = [['Authorization', 'x']];
    const { sent, outcome } = fetchCors(request({ headers }), answer, profiles[name]);
    expect(outcome.kind).toBe('allowed');
    expect(sent).toHaveLength(count);
    expect(headerValue(sent[2]?.headers ?? [], 'access-control-request-headers')).toBe(acrh);
    expect(headerValue(sent[count - 1]?.headers ?? [], 'authorization')).toBeNull();
  });

  it.each([
    ['standard', 'null', 'blocked'],
    ['chromium', 'null', 'blocked'],
    ['firefox', page, 'allowed'],
  ] as const)('%s asks its own origin again after a redirect as %s: %s', (name, origin, kind) => {
    const own = `${page}/x`;
    // The preflight back home has no allow-origin.
    const answer = servers({
      [api]: [to(own), ok(acao(), acah('x-a'))],
      [own]: [ok(acao('null')), ok(acah('x-a'))],
    });
    const fetched = fetchCors(request({ headers: [['X-A', '1']] }), answer, profiles[name]);
    expect(wire(fetched)[2]).toBe(`OPTIONS ${own} for GET from ${origin}`);
    expect(fetched.outcome.kind).toBe(kind);
  });

  it.each([
    ['standard', 21, 'failed'],
    ['chromium', 1, 'allowed'],
    ['firefox', 21, 'failed'],
  ] as const)('%s asks %i times where Location is empty', (name, count, kind) => {
    const fetched = fetchCors(request(), servers({ [api]: [to('', 302)] }), profiles[name]);
    expect(fetched.sent).toHaveLength(count);
    expect(fetched.outcome.kind).toBe(kind);
  });

  it.each<[string, Partial<PageRequest>, AnsweredResponse, Fetched['outcome']]>([
    ['a forbidden method', { method: 'trace' }, ok(acao()), { kind: 'failed', cause: 'forbidden-method' }],
    [
      'another method in no-cors',
      { mode: 'no-cors', method: 'PUT' },
      ok(),
      { kind: 'failed', cause: 'no-cors-method' },
    ],
    [
      'redirect mode error',
      { redirect: 'error' },
      to('/x'),
      { kind: 'failed', cause: 'redirect-mode-error' },
    ],
    ['a target that does not parse', {}, to('http://['), { kind: 'failed', cause: 'location-unusable' }],
    ['a data: target', {}, to('data:,x'), { kind: 'failed', cause: 'location-unusable' }],
    [
      'an ftp: target',
      {},
      to('ftp://api.test/'),
      { kind: 'blocked', step: 'actual', refusal: { code: 'CorsDisabledScheme', parameter: '' } },
    ],
    [
      'an ftp: URL',
      { url: 'ftp://api.test/' },
      ok(),
      { kind: 'blocked', step: 'request', refusal: { code: 'CorsDisabledScheme', parameter: '' } },
    ],
    [
      'same-origin mode',
      { mode: 'same-origin' },
      ok(),
      { kind: 'blocked', step: 'request', refusal: { code: 'DisallowedByMode', parameter: '' } },
    ],
    ['silence', { url: 'https://nobody.test/' }, ok(), { kind: 'failed', cause: 'unanswered' }],
  ])('ends as the Standard says with %s', (_, changes, answer, outcome) => {
    expect(fetchCors(request(changes), servers({ [api]: [answer] }), profiles.standard).outcome).toEqual(
      outcome,
    );
  });

  it('forgets a cached answer when the request fails, as the Standard says', () => {
    const cached = { cache: new PreflightCache(profiles.standard), now: 0 };
    const good = ok(acao(), acam('PUT'));
    const put = (answer: AnsweredResponse): readonly string[] =>
      fetchCors(
        request({ method: 'PUT' }),
        servers({ [api]: [answer, good] }),
        profiles.standard,
        cached,
      ).sent.map(({ method }) => method);
    expect(put(good)).toEqual(['OPTIONS', 'PUT']);
    expect(put(ok())).toEqual(['PUT']);
    expect(put(good)).toEqual(['OPTIONS', 'PUT']);
  });
});

describe('whatever is asked and answered', () => {
  const origin = fc.constantFrom(page, 'null', 'https://api.test', 'http://c.test');
  const url = fc.oneof(
    fc.constantFrom(api, `${page}/x`, 'http://c.test/', 'https://u:p@api.test/', 'data:,', ''),
    fc.string(),
  );
  const name = fc.constantFrom('Accept', 'Authorization', 'Content-Type', 'X-A', 'x-a', 'Range', 'Cookie');
  const value = fc.oneof(
    fc.constantFrom('*', page, 'null', 'true', 'PUT', 'x-a', '', 'text/plain'),
    fc.string(),
  );
  const answerName = fc.constantFrom(
    'Access-Control-Allow-Origin',
    'Access-Control-Allow-Credentials',
    'Access-Control-Allow-Methods',
    'Access-Control-Allow-Headers',
    'Access-Control-Max-Age',
  );
  const response = fc.record({
    status: fc.constantFrom(200, 204, 301, 302, 303, 307, 308, 404, 0),
    headers: fc
      .tuple(fc.array(fc.tuple(answerName, value)), url)
      .map(
        ([lines, target]): HeaderLines => [
          ['Access-Control-Allow-Origin', '*'],
          ...lines,
          ['Location', target],
        ],
      ),
  });
  const asked = fc.record({
    origin,
    url: fc.oneof(fc.constantFrom(api, `${page}/x`), url),
    method: fc.oneof(fc.constantFrom('GET', 'POST', 'PUT', 'head', 'CONNECT'), fc.string()),
    headers: fc.array(fc.tuple(name, value)),
    mode: fc.constantFrom('cors' as const, 'no-cors' as const, 'same-origin' as const),
    credentials: fc.constantFrom('include' as const, 'same-origin' as const, 'omit' as const),
    redirect: fc.constantFrom('follow' as const, 'error' as const, 'manual' as const),
    forcesPreflight: fc.boolean(),
  });
  const profile = fc.constantFrom(...Object.values(profiles));
  const answers = fc.array(fc.option(response), { minLength: 1 });

  const check = (holds: (fetched: Fetched, asked: PageRequest) => void): void => {
    fc.assert(
      fc.property(asked, answers, profile, fc.boolean(), (request, given, profile, isCached) => {
        let turn = 0;
        const answer: Answerer = () => given[turn++ % given.length] ?? null;
        const cached = { cache: new PreflightCache(profile), now: 0 };
        holds(
          isCached ? fetchCors(request, answer, profile, cached) : fetchCors(request, answer, profile),
          request,
        );
      }),
      { numRuns: 500 },
    );
  };

  it('it ends within 21 hops, each asked at most twice', () => {
    check(({ sent }) => {
      expect(sent.filter(({ isPreflight }) => !isPreflight).length).toBeLessThanOrEqual(21);
      expect(sent.length).toBeLessThanOrEqual(42);
    });
  });

  it('a preflight carries no credentials and none of the page’s headers, and its request comes next or none', () => {
    check(({ sent }) => {
      for (const [index, { isPreflight, withCredentials, headers, url }] of sent.entries()) {
        if (!isPreflight) continue;
        expect(withCredentials).toBe(false);
        const names = headers.map(([header]) => header.toLowerCase());
        expect(['authorization', 'cookie', 'x-a'].some((own) => names.includes(own))).toBe(false);
        const next = sent[index + 1];
        if (next !== undefined) expect([next.isPreflight, next.url]).toEqual([false, url]);
      }
    });
  });

  it('a request of no-cors or same-origin mode sends no preflight, and omit sends no credentials', () => {
    check(({ sent }, { mode, credentials }) => {
      if (mode !== 'cors') expect(sent.some(({ isPreflight }) => isPreflight)).toBe(false);
      if (credentials === 'omit') expect(sent.some(({ withCredentials }) => withCredentials)).toBe(false);
    });
  });

  it('a response of another origin is read only where its allow-origin says so', () => {
    check(({ outcome, sent }, { origin: own, credentials }) => {
      if (outcome.kind !== 'allowed' || outcome.type !== 'cors') return;
      const acao = headerValue(outcome.response.headers, 'access-control-allow-origin');
      const asked = headerValue(sent.at(-1)?.headers ?? [], 'origin');
      expect([own, 'null']).toContain(asked);
      expect(acao === asked || (acao === '*' && credentials !== 'include')).toBe(true);
    });
  });
});
