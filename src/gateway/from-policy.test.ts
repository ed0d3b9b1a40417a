import { describe, expect, it } from 'vitest';
import { fetchCors, profiles } from '../cors/index.ts';
import { answer } from './answer.ts';
import { functionUrlConfiguration, httpConfiguration, restConfiguration } from './from-policy.ts';
import type { GatewayConfiguration } from './model.ts';
import type { Policy } from './policy.ts';
import { corsLines, get, ok, origin, policy, preflightFor, route } from './test-values.ts';

const other = 'https://admin.example.com';
const stranger = 'https://stranger.example';
const wide: Policy = {
  ...policy,
  origins: [other, origin],
  exposeHeaders: ['x-total'],
  credentials: true,
  maxAge: 600,
};
const stale = { ...ok, headers: [...ok.headers, ['Access-Control-Allow-Origin', '*'] as const] };
const routes = [
  route('ANY', '/orders', { integration: { type: 'lambda', response: stale } }),
  route('OPTIONS', '/orders', { authorizer: 'lambda' }),
];

/** Whether a page at that origin may send a credentialed POST with JSON and read the answer. */
function admits(config: GatewayConfiguration, from: string): boolean {
  const { outcome } = fetchCors(
    {
      origin: from,
      url: 'https://api.test/orders',
      method: 'POST',
      headers: [['Content-Type', 'application/json']],
      mode: 'cors',
      credentials: 'include',
      redirect: 'follow',
      forcesPreflight: false,
    },
    ({ url, method, headers }) => answer(config, { method, path: new URL(url).pathname, headers }),
    profiles.standard,
  );
  return outcome.kind === 'allowed' && outcome.response.status === 200;
}

describe.each([
  ['REST', restConfiguration(wide, routes)],
  ['HTTP', httpConfiguration(wide, routes)],
] as const)('a %s API mended to a policy', (_, config) => {
  it.each([
    [origin, true],
    [other, true],
    [stranger, false],
    ['null', false],
  ])('admits %s: %s', (from, admitted) => {
    expect(admits(config, from)).toBe(admitted);
  });

  it('exposes and caches as the policy says', () => {
    const actual = answer(config, { method: 'GET', path: '/orders', headers: [['origin', origin]] });
    expect(corsLines(actual.headers)).toContain('access-control-expose-headers: x-total');
    expect(corsLines(answer(config, preflightFor('/orders')).headers)).toContain(
      'access-control-max-age: 600',
    );
  });

  it('shows a stranger no CORS header on an actual response', () => {
    const actual = answer(config, { method: 'GET', path: '/orders', headers: [['origin', stranger]] });
    expect(corsLines(actual.headers)).toEqual([]);
  });
});

describe('restConfiguration', () => {
  it("gives the gateway's own errors the first origin", () => {
    const config = restConfiguration(wide, [route('GET', '/orders', { authorizer: 'cognito' })], 'Prod');
    const refused = answer(config, get('/Prod/orders'));
    expect(refused.status).toBe(401);
    expect(corsLines(refused.headers)).toEqual([
      `access-control-allow-origin: ${other}`,
      'access-control-allow-credentials: true',
    ]);
  });

  it('has no preflight and no error headers without an origin', () => {
    const { preflight, gatewayResponses } = restConfiguration({ ...policy, origins: [] }, routes);
    expect(preflight).toBeNull();
    expect(Object.values(gatewayResponses).flat()).toEqual([]);
  });

  it('sends no list that the policy leaves empty', () => {
    const { preflight } = restConfiguration({ ...policy, methods: [], headers: [] }, routes);
    expect(preflight).toMatchObject({ allowMethods: null, allowHeaders: null });
  });
});

describe('httpConfiguration', () => {
  it('makes $default explicit and keeps its authoriser', () => {
    const config = httpConfiguration(policy, [route('ANY', '$default', { authorizer: 'jwt' })], 'dev');
    expect(config.stage).toBe('dev');
    expect(config.routes.map(({ method, path, authorizer }) => `${method} ${path} ${authorizer}`)).toEqual([
      'GET / jwt',
      'POST / jwt',
      'GET /{proxy+} jwt',
      'POST /{proxy+} jwt',
    ]);
    expect(answer(config, preflightFor('/dev/orders')).status).toBe(204);
  });

  it('configures nothing without an origin', () => {
    expect(httpConfiguration({ ...policy, origins: [] }, []).cors).toBeNull();
  });
});

describe('a function URL made from a policy', () => {
  const stalely = { type: 'lambda', response: stale } as const;

  it('admits the listed origins with one header each, whatever the function said', () => {
    const config = functionUrlConfiguration({ ...wide, methods: ['OPTIONS', ...wide.methods] }, stalely);
    expect(config.cors?.methods).toEqual(wide.methods);
    expect([admits(config, origin), admits(config, other), admits(config, stranger)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(corsLines(answer(config, get('/')).headers)[0]).toBe(`access-control-allow-origin: ${origin}`);
  });

  it('configures nothing without an origin, and leaves what is no handler alone', () => {
    const broken = { type: 'lambda-error' } as const;
    expect(functionUrlConfiguration({ ...policy, origins: [] }, broken)).toMatchObject({
      cors: null,
      integration: broken,
    });
  });
});
