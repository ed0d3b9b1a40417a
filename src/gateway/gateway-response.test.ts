import { describe, expect, it } from 'vitest';
import type { HeaderLines } from '../cors/index.ts';
import { answer } from './answer.ts';
import { field } from './field.ts';
import { type GatewayResponseType, gatewayResponses } from './gateway-response.ts';
import type { Refusal, RestConfiguration } from './model.ts';
import { corsLines, get, origin, rest, route } from './test-values.ts';

const allowed = [['access-control-allow-origin', origin]] as const;
const expected = [`access-control-allow-origin: ${origin}`];

/** AWS's table of gateway response types and their statuses. */
const statuses = {
  ACCESS_DENIED: 403,
  API_CONFIGURATION_ERROR: 500,
  AUTHORIZER_CONFIGURATION_ERROR: 500,
  AUTHORIZER_FAILURE: 500,
  BAD_REQUEST_BODY: 400,
  BAD_REQUEST_PARAMETERS: 400,
  EXPIRED_TOKEN: 403,
  INTEGRATION_FAILURE: 504,
  INTEGRATION_TIMEOUT: 504,
  INVALID_API_KEY: 403,
  INVALID_SIGNATURE: 403,
  MISSING_AUTHENTICATION_TOKEN: 403,
  QUOTA_EXCEEDED: 429,
  REQUEST_TOO_LARGE: 413,
  RESOURCE_NOT_FOUND: 404,
  THROTTLED: 429,
  UNAUTHORIZED: 401,
  UNSUPPORTED_MEDIA_TYPE: 415,
  WAF_FILTERED: 403,
} as const satisfies Record<GatewayResponseType, number>;

type Set = Pick<RestConfiguration, 'gatewayResponseStatuses'> & {
  readonly gatewayResponses?: Readonly<Record<string, HeaderLines>>;
};
const refused = (refusal: Refusal, set: Set = {}) =>
  answer(rest([route('GET', '/orders', { refusal })], set), get('/Prod/orders'));
const types = Object.keys(gatewayResponses).filter((name): name is GatewayResponseType => name in statuses);
const settable = types.filter((type) => type !== 'REQUEST_TOO_LARGE');
const classOf = (type: GatewayResponseType) => (statuses[type] < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX');

describe('gateway responses', () => {
  it.each(Object.entries(statuses))('%s answers %i, without CORS headers', (type, status) => {
    expect(types).toContain(type);
    const given = types.filter((own) => own === type).map((own) => refused(own));
    expect(given.map((one) => [one.status, corsLines(one.headers)])).toEqual([[status, []]]);
  });

  it.each(settable)('%s takes the headers of its own type', (type) => {
    expect(corsLines(refused(type, { gatewayResponses: { [type]: allowed } }).headers)).toEqual(expected);
  });

  it.each(settable)('%s takes the default of its class, and of no other', (type) => {
    const other = classOf(type) === 'DEFAULT_4XX' ? 'DEFAULT_5XX' : 'DEFAULT_4XX';
    const under = (name: string) =>
      corsLines(refused(type, { gatewayResponses: { [name]: allowed } }).headers);
    expect(under(classOf(type))).toEqual(expected);
    expect(under(other)).toEqual([]);
  });

  it.each(settable)('%s set on its own does not inherit the default', (type) => {
    const byHeaders = refused(type, { gatewayResponses: { [classOf(type)]: allowed, [type]: [] } });
    const byStatus = refused(type, {
      gatewayResponses: { [classOf(type)]: allowed },
      gatewayResponseStatuses: { [type]: 418, [classOf(type)]: 400 },
    });
    expect([byHeaders.status, corsLines(byHeaders.headers)]).toEqual([statuses[type], []]);
    expect([byStatus.status, corsLines(byStatus.headers)]).toEqual([418, []]);
  });

  it('changes the status of every type that is not set on its own with the default', () => {
    const set = {
      gatewayResponseStatuses: { DEFAULT_4XX: 400 },
      gatewayResponses: { UNAUTHORIZED: allowed },
    };
    expect(refused('THROTTLED', set).status).toBe(400);
    expect(refused('INVALID_API_KEY', set).status).toBe(400);
    expect(refused('UNAUTHORIZED', set).status).toBe(401);
    expect(refused('INTEGRATION_TIMEOUT', set).status).toBe(504);
  });

  it('leaves a request that is too large as it is', () => {
    const gatewayResponses = { REQUEST_TOO_LARGE: allowed, DEFAULT_4XX: allowed };
    const given = refused('REQUEST_TOO_LARGE', {
      gatewayResponses,
      gatewayResponseStatuses: { DEFAULT_4XX: 400 },
    });
    expect([given.status, corsLines(given.headers)]).toEqual([413, []]);
  });

  it('cannot reach a request that named no stage', () => {
    const config = rest([route('GET', '/orders')], { gatewayResponses: { DEFAULT_4XX: allowed } });
    expect(corsLines(answer(config, get('/orders')).headers)).toEqual([]);
  });

  it.each(['lambda-error', 'lambda-throttled'] as const)('give the default headers to a %s', (type) => {
    const routes = [route('GET', '/orders', { integration: { type } })];
    const given = answer(rest(routes, { gatewayResponses: { DEFAULT_5XX: allowed } }), get('/Prod/orders'));
    expect(corsLines(given.headers)).toEqual(expected);
  });

  it('map a request header into a value, or send no header where it is absent', () => {
    const gatewayResponses = {
      DEFAULT_4XX: [['access-control-allow-origin', 'method.request.header.Origin']],
    } as const;
    const config = rest([route('GET', '/orders', { refusal: 'INVALID_API_KEY' })], { gatewayResponses });
    expect(corsLines(answer(config, get('/Prod/orders')).headers)).toEqual(expected);
    expect(corsLines(answer(config, { ...get('/Prod/orders'), headers: [] }).headers)).toEqual([]);
  });

  it('let a resource policy deny as ACCESS_DENIED, before any authoriser', () => {
    const set = { gatewayResponses: { ACCESS_DENIED: allowed } };
    const config = rest(
      [route('GET', '/orders', { refusal: 'RESOURCE_POLICY', authorizer: 'cognito' })],
      set,
    );
    const given = answer(config, get('/Prod/orders'));
    expect(given).toMatchObject({ status: 403, unverified: true });
    expect(given.body).toContain(
      '"Message":"User: anonymous is not authorized to perform: execute-api:Invoke',
    );
    expect(field(given.headers, 'x-amzn-errortype')).toBe('AccessDeniedException');
    expect(corsLines(given.headers)).toEqual(expected);
  });
});
