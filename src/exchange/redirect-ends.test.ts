import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { assemble } from './assemble.ts';
import type { Exchange } from './exchange.ts';
import { judge } from './judge.ts';
import { allowed, api, exchange, hop, page } from './made.testing.ts';
import type { WireEvent } from './wire-event.ts';

describe('a redirect that CORS forbids to follow', () => {
  const stopped = (location: string): Exchange =>
    exchange([hop('PUT', [['Origin', page]], [302, [...allowed, ['Location', location]]])], {
      state: 'pending',
    });

  it('is decided though the source tells of no end: Chromium’s webRequest tells none of a scheme that is not HTTP', () => {
    expect(judge(stopped('mailto:a@b.test')).verdict).toMatchObject({
      outcome: 'blocked',
      code: 'CorsDisabledScheme',
    });
  });

  const ended = (source: Exchange['source'], error: string): Exchange => ({
    ...stopped('ftp://x.test/'),
    source,
    state: 'settled',
    error,
  });

  it('was not to be followed where it ends as aborted', () => {
    expect(judge(ended('webRequest', 'net::ERR_ABORTED')).verdict).toMatchObject({
      outcome: 'network-error',
      basis: 'assumed',
      alternatives: ['CorsDisabledScheme', 'InvalidAllowCredentials', 'allowed'],
    });
  });

  it('is likely where it fails in a HAR, which has one name for that and for `redirect: "error"`', () => {
    expect(judge(ended('har', 'net::ERR_FAILED')).verdict).toMatchObject({
      outcome: 'blocked',
      code: 'CorsDisabledScheme',
      basis: 'assumed',
      alternatives: ['InvalidAllowCredentials', 'network-error'],
    });
  });

  it('is sure where webRequest tells that it failed', () => {
    expect(judge(ended('webRequest', 'net::ERR_FAILED')).verdict).toMatchObject({
      outcome: 'blocked',
      code: 'CorsDisabledScheme',
    });
  });

  it('may only have stood where `redirect: "error"` ends, which Chromium’s HAR calls by the name of a refusal', () => {
    const headers: HeaderLines = [...allowed, ['Location', 'https://b.test/']];
    const at = (more: HeaderLines): Exchange =>
      exchange([hop('GET', [['Origin', page]], [302, more])], { source: 'har', error: 'net::ERR_FAILED' });
    expect(judge(at(headers)).verdict).toMatchObject({
      outcome: 'blocked',
      code: 'InvalidAllowCredentials',
      basis: 'assumed',
      alternatives: ['network-error'],
    });
    expect(judge(at([['Location', 'https://b.test/']])).verdict).toMatchObject({
      outcome: 'blocked',
      code: 'MissingAllowOriginHeader',
      basis: 'certain',
    });
    expect(judge({ ...at(headers), source: 'webRequest' }).verdict).toMatchObject({ outcome: 'blocked' });
  });

  it('is decided at the hop that it comes from where the source announces the one that is never sent', () => {
    const first = hop('PUT', [['Origin', page]], [302, [...allowed, ['Location', 'ftp://x.test/']]]);
    const next = hop('PUT', null, null, 'ftp://x.test/');
    const { verdict } = judge(
      exchange([{ ...first, url: `${page}/here` }, next], { error: 'net::ERR_FAILED' }),
    );
    expect(verdict).toMatchObject({
      outcome: 'blocked',
      code: 'CorsDisabledScheme',
      url: `${page}/here`,
      basis: 'certain',
    });
  });

  it('is waited for where it may be followed', () => {
    expect(judge(stopped('https://next.test/')).verdict.outcome).toBe('pending');
  });

  it.each([
    ['to another origin with userinfo', 'https://u:p@api.test/', 1],
    ['to a scheme that is not HTTP', 'mailto:a@b.test', 1],
    ['to its own origin with userinfo', 'https://u:p@app.test/', 0],
  ])('makes an exchange of a same-origin request %s', (_, location, count) => {
    const base = { id: '1', time: 0 };
    const events: readonly WireEvent[] = [
      {
        ...base,
        type: 'request',
        method: 'GET',
        url: `${page}/here`,
        resourceType: 'fetch',
        initiator: page,
        scope: '',
        isPreflight: false,
        preflightOf: null,
      },
      { ...base, type: 'response', status: 302, headers: [['Location', location]], fromCache: false },
      { ...base, type: 'failure', error: 'net::ERR_FAILED' },
    ];
    expect(assemble(events, { source: 'webRequest', browser: 'chromium' })).toHaveLength(count);
  });
});

describe('a redirect at which the request ended as aborted', () => {
  const sent: HeaderLines = [
    ['Origin', page],
    ['Sec-Fetch-Mode', 'cors'],
  ];
  const first = hop('PUT', sent, [302, [...allowed, ['Location', `${api}/next`]]]);
  const error = 'net::ERR_ABORTED';

  it.each([
    ['as webRequest tells it', [first]],
    ['as DevTools’ HAR tells it, with the hop that was never sent', [first, hop('PUT', null, null)]],
  ])('may have been left to the script or have failed, %s', (_, hops) => {
    const { verdict, preflight } = judge(exchange(hops, { error, cachedPreflight: first.actual }));
    expect(verdict).toMatchObject({
      outcome: 'network-error',
      basis: 'assumed',
      alternatives: ['allowed'],
    });
    expect(preflight).toBe('cached');
  });

  it('owes no preflight for the hop that was never sent', () => {
    const get = hop('GET', sent, [302, [...allowed, ['Location', `${api}/next`]]]);
    expect(judge(exchange([get, hop('PUT', null, null)], { error })).preflight).toBe('not-needed');
  });

  it('does not excuse an answer that CORS refuses', () => {
    const refused = hop('GET', sent, [302, [['Location', `${api}/next`]]]);
    expect(judge(exchange([refused], { error: 'net::ERR_FAILED' })).verdict.code).toBe(
      'MissingAllowOriginHeader',
    );
  });

  it('tells nothing of CORS where the request was no-cors', () => {
    const noCors = hop('GET', [['Sec-Fetch-Mode', 'no-cors']], [302, [['Location', `${api}/next`]]]);
    expect(judge(exchange([noCors], { error })).verdict).toMatchObject({
      outcome: 'network-error',
      basis: 'assumed',
      alternatives: ['not-cors'],
    });
  });
});

describe('an answer with a redirect’s status that leads nowhere', () => {
  const at = (browser: Exchange['browser'], status: number, mode = 'cors'): Exchange => {
    const sent: HeaderLines = [
      ['Origin', page],
      ['Sec-Fetch-Mode', mode],
    ];
    return exchange(
      [hop('GET', sent, [status, [...allowed, ['Access-Control-Allow-Credentials', 'true']]])],
      {
        browser,
      },
    );
  };

  it.each(['firefox', 'unknown'] as const)(
    'may have failed in %s, if the script wanted no redirect',
    (browser) => {
      expect(judge(at(browser, 302)).verdict).toMatchObject({
        outcome: 'allowed',
        basis: 'assumed',
        alternatives: ['network-error'],
      });
      expect(judge(at(browser, 302, 'no-cors')).verdict).toMatchObject({
        outcome: 'not-cors',
        basis: 'assumed',
        alternatives: ['network-error'],
      });
    },
  );

  it('is an answer like any other in Chromium, and where the status is no redirect’s', () => {
    expect(judge(at('chromium', 302)).verdict).toMatchObject({ outcome: 'allowed', basis: 'certain' });
    expect(judge(at('firefox', 304)).verdict).toMatchObject({ outcome: 'allowed', basis: 'certain' });
  });
});

describe('a redirect that was followed although its answer allows nobody', () => {
  const followed = (sent: HeaderLines): Exchange =>
    exchange(
      [
        hop('POST', [['Origin', page], ...sent], [307, [['Location', 'https://b.test/']]]),
        hop('POST', [['Origin', 'null'], ...sent], [200, []], 'https://b.test/'),
      ],
      { source: 'har', browser: 'firefox' },
    );

  it('was likely no-cors where nothing tells the mode', () => {
    expect(judge(followed([]))).toMatchObject({
      verdict: { outcome: 'not-cors', basis: 'assumed', alternatives: ['MissingAllowOriginHeader'] },
      inferred: { mode: 'no-cors' },
    });
  });

  it('is explained by nothing where the wire says cors', () => {
    expect(judge(followed([['Sec-Fetch-Mode', 'cors']])).verdict).toMatchObject({
      outcome: 'blocked',
      code: 'MissingAllowOriginHeader',
      basis: 'assumed',
    });
  });
});
