import { describe, expect, it } from 'vitest';
import type { GatewayKind } from '../gateway/index.ts';
import { articleRest, diagnosed, finding, judged } from './judged.testing.ts';
import { viewApi } from './view-api.ts';

const base = 'https://a1.execute-api.eu-west-1.amazonaws.com/Prod';
const identity = (kind: GatewayKind) => ({ id: `${kind} ${base}`, kind, base });

describe('viewApi', () => {
  it.each([
    ['rest', 'rest'],
    ['http', 'http'],
    ['function-url', 'function-url'],
    ['cloudfront', 'rest'],
    ['other', 'rest'],
  ] as const)('for the front door %s suggests the %s fix', (kind, suggested) => {
    expect(viewApi(identity(kind), []).suggested).toBe(suggested);
  });

  it('gives one policy, and fixes and proofs for each kind', () => {
    const view = viewApi(
      identity('rest'),
      articleRest.map((one) => diagnosed(one, [finding(['open-preflight-to-authorizer'])])),
    );
    expect(view.exchangeIds).toEqual(articleRest.map(({ exchange }) => exchange.id));
    expect(view.policy.methods).toEqual(['GET', 'POST']);
    expect(view.fixes.rest[0]?.text).toContain('AddDefaultAuthorizerToCorsPreflight: false');
    expect(view.fixes.http[0]?.text).toContain('CorsConfiguration');
    expect(view.fixes['function-url'][0]?.text).toContain('FunctionUrlConfig');
    for (const kind of ['rest', 'http', 'function-url'] as const)
      expect(view.proofs[kind]).toMatchObject({ passed: 2, failed: 0, strangersAccepted: 0 });
  });

  it('says so where the front door is not known to be API Gateway', () => {
    const titles = (kind: GatewayKind) =>
      viewApi(identity(kind), [diagnosed(judged())]).fixes.rest.map(({ title }) => title);
    expect(titles('other')).toContain('Not known to be API Gateway');
    expect(titles('rest')).not.toContain('Not known to be API Gateway');
    expect(titles('function-url')).not.toContain('Not known to be API Gateway');
  });

  it('tells that the origin null was left out', () => {
    const view = viewApi(identity('rest'), [diagnosed(judged({ origin: 'null' }))]);
    expect(view.fixes.rest.map(({ title }) => title)).toContain('Left out: origin "null"');
  });

  it.each([
    ['access-control-allow-origin', '*', true],
    ['Access-Control-Allow-Headers', 'x-a, *', true],
    ['access-control-allow-methods', ' * ', true],
    ['access-control-expose-headers', '*', false],
    ['access-control-allow-origin', 'http://localhost:3000', false],
    ['access-control-allow-headers', 'x-*', false],
  ])('an answer with %s: %s is told to be replaced: %s, though nothing is amiss', (name, value, told) => {
    const answer = { status: 200, headers: [[name, value]] as const };
    const view = viewApi(identity('http'), [diagnosed(judged({ outcome: 'allowed', answer }))]);
    for (const kind of ['rest', 'http', 'function-url'] as const)
      expect(view.fixes[kind].some(({ title }) => title === 'The wildcard is replaced')).toBe(told);
    expect(view.policy.origins).toEqual(['http://localhost:3000']);
  });

  it('names the headers that answers expose and the policy does not, for a paste would lose them', () => {
    const answer = {
      status: 200,
      headers: [['Access-Control-Expose-Headers', 'X-Total-Count, etag,*, a b']] as const,
    };
    const view = viewApi(identity('http'), [diagnosed(judged({ outcome: 'allowed', answer }))]);
    const note = view.fixes.http.find(({ title }) => title.startsWith('Exposed headers that'));
    expect(note?.text).toContain('expose "etag", "x-total-count".');
    expect(view.policy.exposeHeaders).toEqual([]);
    const none = viewApi(identity('http'), [diagnosed(judged())]);
    expect(none.fixes.http.some(({ title }) => title.startsWith('Exposed headers that'))).toBe(false);
  });

  it('writes OPTIONS events at captured paths that a template can hold', () => {
    const urls = [`${base}/orders?x=1`, `${base}/a%20b`, `${base}/items`, 'https://other.test/z'];
    const view = viewApi(
      identity('rest'),
      urls.map((url, index) => diagnosed(judged({ url, origin: `https://o${index}.test` }))),
    );
    const events = view.fixes.rest.find(({ target }) => target === 'function-events')?.text;
    expect(events?.match(/Path: .*/g)).toEqual(['Path: /items', 'Path: /orders']);
  });
});
