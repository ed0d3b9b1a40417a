import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { field } from './field.ts';
import { corsLines, get, ok, openPreflight, origin, preflightFor, rest, route } from './test-values.ts';

const named = (name: string) => ({ type: 'lambda', response: { ...ok, body: name } }) as const;

describe('routing of a REST API', () => {
  const config = rest([
    route('GET', '/orders', { integration: named('list') }),
    route('GET', '/orders/{id}', { integration: named('one') }),
    route('ANY', '/orders/{id}/lines', { integration: named('lines') }),
    route('DELETE', '/orders/{id}/lines', { integration: named('clear') }),
    route('POST', '/{proxy+}', { integration: named('rest') }),
  ]);

  it.each([
    ['GET', '/Prod/orders', 'list'],
    ['GET', '/Prod/orders/', 'list'],
    ['GET', '/Prod/orders?page=2', 'list'],
    ['GET', '/Prod/orders/7', 'one'],
    ['PUT', '/Prod/orders/7/lines', 'lines'],
    ['DELETE', '/Prod/orders/7/lines', 'clear'],
    ['POST', '/Prod/a/b/c', 'rest'],
  ])('%s %s is answered by %s', (method, path, body) => {
    expect(answer(config, { method, path, headers: [] })).toMatchObject({ status: 200, body });
  });

  it.each([
    ['POST', '/Prod/orders', 'the more specific resource lacks the method'],
    ['GET', '/Prod', 'no method at the root'],
    ['get', '/Prod/orders', 'methods are case-sensitive'],
    ['OPTIONS', '/Prod', 'no resource, so no MOCK'],
  ])('%s %s is Missing Authentication Token: %s', (method, path) => {
    const { status, headers } = answer(config, { method, path, headers: [] });
    expect(status).toBe(403);
    expect(field(headers, 'x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
  });

  it('takes every path where a custom domain leaves no stage', () => {
    expect(answer({ ...config, stage: '' }, get('/orders')).body).toBe('list');
  });

  it('takes the base path of a custom domain in the place of the stage', () => {
    const mapped = { ...config, basePath: 'shop/v1' };
    expect(answer(mapped, get('/shop/v1/orders')).body).toBe('list');
    expect(answer(mapped, get('/Prod/orders'))).toMatchObject({
      status: 403,
      body: '{"message":"Forbidden"}',
    });
  });
});

describe('the MOCK preflight', () => {
  it('answers with static headers whatever is asked', () => {
    const config = rest([route('GET', '/orders')], {
      preflight: { ...openPreflight, allowCredentials: true, maxAge: 600 },
    });
    const given = answer(config, preflightFor('/Prod/orders', 'DELETE', 'x-odd', 'https://stranger.example'));
    expect(given.status).toBe(200);
    expect(field(given.headers, 'content-type')).toBe('application/json');
    expect(corsLines(given.headers)).toEqual([
      `access-control-allow-origin: ${origin}`,
      'access-control-allow-methods: GET,POST',
      'access-control-allow-headers: content-type',
      'access-control-allow-credentials: true',
      'access-control-max-age: 600',
    ]);
  });

  it('sends no header for a value that is not configured', () => {
    const config = rest([route('GET', '/orders')], {
      preflight: { ...openPreflight, allowMethods: null, allowHeaders: null },
    });
    expect(corsLines(answer(config, preflightFor('/Prod/orders')).headers)).toEqual([
      `access-control-allow-origin: ${origin}`,
    ]);
  });

  it('echoes one of several origins by a response override', () => {
    const config = rest([route('GET', '/orders')], {
      preflight: { ...openPreflight, allowOrigins: [origin, 'https://b.example'] },
    });
    const allowed = (from: string) =>
      field(
        answer(config, preflightFor('/Prod/orders', 'GET', '', from)).headers,
        'access-control-allow-origin',
      );
    expect(allowed('https://b.example')).toBe('https://b.example');
    expect(allowed('https://stranger.example')).toBe(origin);
  });

  it('stands beside ANY and gives way to an OPTIONS method', () => {
    expect(answer(rest([route('ANY', '/orders')]), preflightFor('/Prod/orders')).body).toBe('{}\n');
    const own = rest([route('OPTIONS', '/orders', { integration: named('own') })]);
    expect(answer(own, preflightFor('/Prod/orders')).body).toBe('own');
    const mapped = { type: 'mock', mapping: { status: 204, headers: [] } } as const;
    const mocked = rest([route('OPTIONS', '/orders', { integration: mapped }), route('ANY', '/orders')]);
    expect(answer(mocked, preflightFor('/Prod/orders')).status).toBe(204);
  });

  it('leaves OPTIONS to ANY where there is none', () => {
    const config = rest([route('ANY', '/orders', { integration: named('any') })], { preflight: null });
    expect(answer(config, preflightFor('/Prod/orders')).body).toBe('any');
  });

  it('is closed by an API key, which no preflight carries', () => {
    const config = rest([route('GET', '/orders')], { preflight: { ...openPreflight, apiKeyRequired: true } });
    const given = answer(config, preflightFor('/Prod/orders'));
    expect(given).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
    expect(corsLines(given.headers)).toEqual([]);
  });

  it('fails on a content type that is not JSON', () => {
    const asked = preflightFor('/Prod/orders');
    const typed = (type: string) => ({
      ...asked,
      headers: [...asked.headers, ['content-type', type] as const],
    });
    const config = rest([route('GET', '/orders')]);
    expect(answer(config, typed('text/plain'))).toMatchObject({ status: 500, unverified: true });
    expect(answer(config, typed('application/json; charset=utf-8')).status).toBe(200);
  });
});

describe('guards of a REST method', () => {
  it.each(['cognito', 'lambda'] as const)('%s wants Authorization', (authorizer) => {
    const config = rest([route('GET', '/orders', { authorizer })]);
    expect(answer(config, get('/Prod/orders')).status).toBe(401);
    expect(answer(config, get('/Prod/orders', [['Authorization', 'Bearer x']])).status).toBe(200);
  });

  it('iam wants a signature and calls a bearer token an incomplete one', () => {
    const config = rest([route('GET', '/orders', { authorizer: 'iam' })]);
    const withAuthorization = (value: string) =>
      answer(config, get('/Prod/orders', [['Authorization', value]]));
    expect(withAuthorization('AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=b').status).toBe(
      200,
    );
    expect(field(withAuthorization('Bearer x').headers, 'x-amzn-errortype')).toBe(
      'IncompleteSignatureException',
    );
  });

  it('an authoriser denies only those who name themselves', () => {
    const config = rest([route('GET', '/orders', { authorizer: 'lambda', refusal: 'ACCESS_DENIED' })]);
    expect(answer(config, get('/Prod/orders')).status).toBe(401);
    expect(answer(config, get('/Prod/orders', [['Authorization', 'Bearer x']])).status).toBe(403);
  });

  it('an API key opens', () => {
    const config = rest([route('GET', '/orders', { apiKeyRequired: true })]);
    expect(answer(config, get('/Prod/orders', [['X-Api-Key', 'k']])).status).toBe(200);
  });
});

describe('the Lambda proxy integration of a REST API', () => {
  const respond = (headers: typeof ok.headers) =>
    answer(
      rest([route('GET', '/orders', { integration: { type: 'lambda', response: { ...ok, headers } } })]),
      get('/Prod/orders'),
    ).headers;

  it("adds no CORS header, and passes the handler's through with duplicates", () => {
    expect(corsLines(respond([]))).toEqual([]);
    expect(
      corsLines(
        respond([
          ['Access-Control-Allow-Origin', '*'],
          ['Access-Control-Allow-Origin', origin],
        ]),
      ),
    ).toEqual(['Access-Control-Allow-Origin: *', `Access-Control-Allow-Origin: ${origin}`]);
  });

  it('traces, defaults the content type, and remaps what belongs to itself', () => {
    const headers = respond([['Server', 'express']]);
    expect(field(headers, 'x-amzn-trace-id')).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};/);
    expect(field(headers, 'content-type')).toBe('application/json');
    expect(field(headers, 'server')).toBeNull();
    expect(field(headers, 'x-amzn-remapped-server')).toBe('express');
  });
});
