import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { type DescribedApi, templateConfiguration } from './from-template.ts';
import type { Route } from './model.ts';
import {
  corsLines,
  get,
  ok,
  openPreflight,
  origin,
  policy,
  preflightFor,
  rest,
  route,
} from './test-values.ts';

const place = { line: 1, column: 1, start: 0, end: 1 };
type Described = DescribedApi<Route>;
type Preflight = Described['preflights'][number];

const preflight = (path: string, more: Partial<Preflight> = {}): Preflight => ({
  path,
  authorizer: 'none',
  apiKeyRequired: false,
  headers: [
    { name: 'Access-Control-Allow-Origin', value: `'${origin}'`, sent: origin },
    { name: 'Access-Control-Allow-Methods', value: "'GET,POST'", sent: 'GET,POST' },
    { name: 'Access-Control-Allow-Headers', value: "'content-type'", sent: 'content-type' },
  ],
  ...more,
});
const api = (kind: Described['kind'], more: Partial<Described> = {}): Described => ({
  kind,
  stage: kind === 'rest' ? 'Prod' : null,
  routes: [route('GET', '/orders')],
  preflights: kind === 'rest' ? [preflight('/orders')] : [],
  policy: kind === 'rest' ? null : policy,
  gatewayResponses: {},
  faults: [],
  ...more,
});
const configured = (kind: Described['kind'], more: Partial<Described> = {}) =>
  templateConfiguration(api(kind, more), ({ integration }) => integration);

describe('a template as the model takes it', () => {
  it('answers a REST preflight byte for byte as the MOCK that is set for all paths', () => {
    const request = preflightFor('/Prod/orders');
    const byPath = answer(configured('rest'), request);
    expect(byPath).toEqual(answer(rest([route('GET', '/orders')], { preflight: openPreflight }), request));
  });

  it('keeps what each path allows apart', () => {
    const sent = [{ name: 'Access-Control-Allow-Methods', value: "'PUT'", sent: 'PUT' }];
    const config = configured('rest', {
      routes: [route('GET', '/orders'), route('ANY', '/users')],
      preflights: [preflight('/orders'), preflight('/users', { headers: sent })],
    });
    expect(corsLines(answer(config, preflightFor('/Prod/users')).headers)).toEqual([
      'access-control-allow-methods: PUT',
    ]);
    expect(corsLines(answer(config, preflightFor('/Prod/orders')).headers)).toHaveLength(3);
  });

  it.each([
    ['an authoriser', { preflights: [preflight('/orders', { authorizer: 'cognito' })] }, 401],
    ['an API key', { preflights: [preflight('/orders', { apiKeyRequired: true })] }, 403],
    [
      'binary media types',
      {
        faults: [
          {
            reason: 'binary-types-with-mock',
            place,
            setting: '',
            value: '',
            effect: 'misread',
            mended: null,
          },
        ],
      },
      500,
    ],
    ['no preflight', { preflights: [] }, 403],
  ] as const)('shows %s before a REST preflight', (_, more, status) => {
    expect(answer(configured('rest', more), preflightFor('/Prod/orders')).status).toBe(status);
  });

  it('has the gateway responses of a REST API', () => {
    const gatewayResponses = { DEFAULT_4XX: [['access-control-allow-origin', origin]] } as const;
    const config = configured('rest', { gatewayResponses });
    expect(corsLines(answer(config, get('/Prod/none')).headers)).toEqual([
      `access-control-allow-origin: ${origin}`,
    ]);
  });

  it('answers for an HTTP API and for a function URL by their policies', () => {
    expect(answer(configured('http'), preflightFor('/orders')).status).toBe(204);
    expect(answer(configured('http', { policy: null }), preflightFor('/orders')).status).toBe(404);
    const url = { routes: [route('ANY', '/{proxy+}')] };
    expect(answer(configured('function-url', url), preflightFor('/')).status).toBe(200);
    expect(answer(configured('function-url', url), get('/a/b')).body).toBe(ok.body);
    const closed = { routes: [route('ANY', '/{proxy+}', { authorizer: 'iam' })], policy: null };
    expect(answer(configured('function-url', closed), preflightFor('/')).status).toBe(403);
  });
});
