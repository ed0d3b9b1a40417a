import { describe, expect, it } from 'vitest';
import { type Exchange, untold } from './exchange.ts';
import { judge } from './judge.ts';

/** A shared worker's call as the debugger tells it: no preflight, provisional headers, and the browser's word. */
const untoldPreflight: Exchange = {
  ...untold,
  id: 'debugger 1.2',
  source: 'debugger',
  browser: 'chromium',
  resourceType: 'fetch',
  origin: 'https://a.test',
  requester: 'shared-worker',
  startedAt: 0,
  state: 'settled',
  error: 'net::ERR_FAILED',
  reported: {
    code: 'HeaderDisallowedByPreflightResponse',
    name: 'HeaderDisallowedByPreflightResponse',
    parameter: 'x-kind',
  },
  hops: [
    {
      url: 'https://b.test/x',
      preflight: null,
      actual: {
        request: {
          method: 'PUT',
          url: 'https://b.test/x',
          headers: [['x-kind', 'a']],
          headersKnown: false,
        },
        response: null,
        error: 'net::ERR_FAILED',
        startedAt: 0,
        endedAt: 1,
      },
    },
  ],
};

describe('a refusal for a preflight that the source never told', () => {
  it('is the browser’s word, and no disagreement', () => {
    const { verdict, disagreement } = judge(untoldPreflight, {});
    expect(verdict).toMatchObject({
      outcome: 'blocked',
      step: 'preflight',
      code: 'HeaderDisallowedByPreflightResponse',
      parameter: 'x-kind',
      basis: 'certain',
    });
    expect(disagreement).toBeNull();
  });

  it('is still compared where the preflight was told', () => {
    const [hop] = untoldPreflight.hops;
    const preflight = {
      request: { method: 'OPTIONS', url: 'https://b.test/x', headers: [], headersKnown: true },
      response: {
        status: 200,
        headers: [
          ['access-control-allow-origin', '*'],
          ['access-control-allow-methods', 'PUT'],
          ['access-control-allow-headers', 'x-kind'],
        ],
        body: null,
        fromCache: false,
      },
      error: null,
      startedAt: 0,
      endedAt: 1,
    } as const;
    const hops = hop === undefined ? [] : [{ ...hop, preflight }];
    expect(judge({ ...untoldPreflight, hops }, {}).disagreement).toEqual({
      computed: 'allowed',
      reported: 'HeaderDisallowedByPreflightResponse',
    });
  });

  it.each([
    ['another requester', { requester: 'page' }],
    ['a service worker, whose preflights are told', { requester: 'service-worker' }],
    ['another source', { source: 'har' }],
  ] as const)('counts a preflight that we lost: %s', (_, of) => {
    expect(judge({ ...untoldPreflight, ...of }, {}).disagreement).toMatchObject({
      reported: 'HeaderDisallowedByPreflightResponse',
    });
  });
});
