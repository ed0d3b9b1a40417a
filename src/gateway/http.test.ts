import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { field } from './field.ts';
import type { Policy } from './policy.ts';
import { corsLines, get, http, ok, origin, policy, preflightFor, route } from './test-values.ts';

const named = (name: string) => ({ type: 'lambda', response: { ...ok, body: name } }) as const;
const orders = [route('GET', '/orders'), route('POST', '/orders')];

describe('routing of an HTTP API', () => {
  const config = http([
    route('GET', '/orders/{id}', { integration: named('one') }),
    route('GET', '/orders/open', { integration: named('open') }),
    route('ANY', '/{proxy+}', { integration: named('proxy') }),
    route('ANY', '$default', { integration: named('default') }),
  ]);

  it.each([
    ['GET', '/orders/open', 'open'],
    ['GET', '/orders/7', 'one'],
    ['PUT', '/orders/7', 'proxy'],
    ['GET', '/', 'default'],
  ])('%s %s is answered by %s', (method, path, body) => {
    expect(answer(config, { method, path, headers: [] }).body).toBe(body);
  });

  it('is Not Found outside its stage', () => {
    expect(answer(http(orders, null, 'dev'), get('/orders')).status).toBe(404);
    expect(answer(http(orders, null, 'dev'), get('/dev/orders')).status).toBe(200);
  });

  it('takes the base path of a custom domain in the place of the stage', () => {
    const mapped = { ...http(orders, policy, 'dev'), basePath: 'v1' };
    expect(answer(mapped, get('/v1/orders')).status).toBe(200);
    const outside = answer(mapped, preflightFor('/dev/orders'));
    expect([outside.status, corsLines(outside.headers)]).toEqual([404, []]);
  });
});

describe('the automatic preflight answer', () => {
  it('has all that is configured', () => {
    const cors: Policy = { ...policy, credentials: true, maxAge: 300, exposeHeaders: ['x-total'] };
    const given = answer(http(orders, cors), preflightFor('/orders'));
    expect(given).toMatchObject({ status: 204, body: '', unverified: false });
    expect(corsLines(given.headers)).toEqual([
      `access-control-allow-origin: ${origin}`,
      'access-control-allow-credentials: true',
      'access-control-expose-headers: x-total',
      'access-control-allow-methods: GET,POST',
      'access-control-allow-headers: content-type',
      'access-control-max-age: 300',
    ]);
  });

  it('comes for paths without a route too', () => {
    expect(answer(http(orders), preflightFor('/unknown')).status).toBe(204);
  });

  it.each([
    ['origin', preflightFor('/orders', 'POST', 'content-type', 'https://stranger.example')],
    ['origin with a slash', preflightFor('/orders', 'POST', '', `${origin}/`)],
    ['method', preflightFor('/orders', 'DELETE', '')],
    ['header', preflightFor('/orders', 'POST', 'content-type, x-odd')],
  ])('has no CORS header for an %s that is not configured, which was not recorded', (_, request) => {
    const given = answer(http(orders), request);
    expect(given).toMatchObject({ status: 204, unverified: true });
    expect(corsLines(given.headers)).toEqual([]);
  });

  it.each(['origin', 'access-control-request-method'])('does not come without %s', (missing) => {
    const asked = preflightFor('/orders');
    const headers = asked.headers.filter(([name]) => name.toLowerCase() !== missing);
    expect(answer(http(orders), { ...asked, headers }).status).toBe(404);
  });

  it('does not come without a CORS configuration', () => {
    expect(answer(http(orders, null), preflightFor('/orders')).status).toBe(404);
  });

  it.each(['OPTIONS', 'ANY'])(
    'gives way to an %s route, whose authoriser then refuses, decorated',
    (method) => {
      const given = answer(http([route(method, '/orders', { authorizer: 'jwt' })]), preflightFor('/orders'));
      expect(given.status).toBe(401);
      expect(field(given.headers, 'access-control-allow-origin')).toBe(origin);
      expect(field(given.headers, 'access-control-allow-methods')).toBeNull();
    },
  );

  it('gives way to $default', () => {
    const given = answer(http([route('ANY', '$default', { authorizer: 'jwt' })]), preflightFor('/orders'));
    expect(given.status).toBe(401);
  });

  it('fills in for an OPTIONS route that needs no authoriser, which was not recorded', () => {
    const config = http([
      route('ANY', '$default', { authorizer: 'jwt' }),
      route('OPTIONS', '/{proxy+}', {
        integration: { type: 'lambda', response: { ...ok, status: 204, body: '' } },
      }),
    ]);
    const given = answer(config, preflightFor('/orders'));
    expect(given).toMatchObject({ status: 204, unverified: true });
    expect(field(given.headers, 'access-control-allow-methods')).toBe('GET,POST');
  });
});

describe('decoration of responses', () => {
  const decorated = (origins: readonly string[], from: string, credentials = false) => {
    const { headers } = answer(http(orders, { ...policy, origins, credentials }), {
      method: 'GET',
      path: '/orders',
      headers: [['origin', from]],
    });
    return { acao: field(headers, 'access-control-allow-origin'), vary: field(headers, 'vary') };
  };

  it.each([
    [[origin], origin, origin],
    [['https://*'], origin, origin],
    [['http://*'], origin, null],
    [['http://*'], 'http://localhost:3000', 'http://localhost:3000'],
    [['https://*'], 'null', null],
    [['https://*.example.com'], origin, null],
    [[origin], 'https://app.example.com:8443', null],
  ] as const)('%j answers %s with %s', (origins, from, acao) => {
    expect(decorated(origins, from)).toEqual({ acao, vary: acao === null ? null : 'origin' });
  });

  it('is a bare * for the wildcard', () => {
    expect(decorated(['*'], origin)).toEqual({ acao: '*', vary: null });
  });

  const saying = { ...ok, headers: [['Access-Control-Allow-Origin', 'https://other.example']] } as const;
  const answering = [
    ['a function', { type: 'lambda', response: saying }],
    ['an HTTP backend', { type: 'http_proxy', response: saying }],
    [
      'a function’s value',
      {
        type: 'lambda-result',
        payload: '2.0',
        result: { statusCode: 200, headers: { 'Access-Control-Allow-Origin': 'https://other.example' } },
      },
    ],
  ] as const;

  it.each(answering)('drops the CORS headers of %s only where CORS is configured', (_, integration) => {
    const routes = [route('GET', '/orders', { integration })];
    const from = (own: string) => ({ method: 'GET', path: '/orders', headers: [['origin', own]] }) as const;
    expect(corsLines(answer(http(routes), from('https://stranger.example')).headers)).toEqual([]);
    expect(corsLines(answer(http(routes), from(origin)).headers)).toEqual([
      `access-control-allow-origin: ${origin}`,
    ]);
    expect(corsLines(answer(http(routes, null), from(origin)).headers)).toEqual([
      'Access-Control-Allow-Origin: https://other.example',
    ]);
  });

  it.each([
    ['lambda-error', 500, '{"message":"Internal Server Error"}'],
    ['timeout', 503, '{"message":"Service Unavailable"}'],
    ['lambda-throttled', 503, '{"message":"Service Unavailable"}'],
  ] as const)('reaches the error after %s, which was not recorded', (type, status, body) => {
    const given = answer(http([route('GET', '/orders', { integration: { type } })]), get('/orders'));
    expect(given).toMatchObject({ status, body, unverified: true });
    expect(field(given.headers, 'access-control-allow-origin')).toBe(origin);
  });
});

describe('what a function returned to an HTTP API', () => {
  const returned = (payload: '1.0' | '2.0', result: unknown) =>
    answer(
      http([route('GET', '/orders', { integration: { type: 'lambda-result', payload, result } })]),
      get('/orders'),
    );

  it('is the body in format 2.0 where it names no status, and the gateway adds its headers', () => {
    const given = returned('2.0', { ok: true });
    expect(given).toMatchObject({ status: 200, body: '{"ok":true}', unverified: false });
    expect(field(given.headers, 'content-type')).toBe('application/json');
    expect(corsLines(given.headers)).toEqual([`access-control-allow-origin: ${origin}`]);
  });

  it('is a 500 in format 1.0 then, whose headers are not recorded', () => {
    expect(returned('1.0', { ok: true })).toMatchObject({ status: 500, unverified: true });
    expect(returned('1.0', { statusCode: 200, body: 'a' })).toMatchObject({ status: 200, body: 'a' });
  });

  it.each(['http', 'mock'] as const)('cannot come from the integration type %s', (type) => {
    const integration = { type, response: ok, mapping: { status: 200, headers: [] } };
    expect(answer(http([route('GET', '/orders', { integration })]), get('/orders')).status).toBe(500);
  });
});

describe('guards of an HTTP API route', () => {
  it.each([
    ['lambda', 401],
    ['iam', 403],
    ['jwt', 401],
  ] as const)('%s refuses without Authorization with %i', (authorizer, status) => {
    expect(answer(http([route('GET', '/orders', { authorizer })]), get('/orders')).status).toBe(status);
  });

  it.each([
    ['THROTTLED', 429],
    ['ACCESS_DENIED', 403],
  ] as const)('%s is a %i, which was not recorded', (refusal, status) => {
    const given = answer(http([route('GET', '/orders', { refusal })], null), get('/orders'));
    expect(given).toMatchObject({ status, unverified: true });
  });
});
