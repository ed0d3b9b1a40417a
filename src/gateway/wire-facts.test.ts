import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { field } from './field.ts';
import facts from './fixtures/wire-facts.fixture.json';
import type { GatewayConfiguration, GatewayRequest } from './model.ts';
import {
  corsLines,
  functionUrl,
  get,
  http,
  openPreflight,
  origin,
  policy,
  preflightFor,
  rest,
  route,
} from './test-values.ts';

type Case = readonly [GatewayConfiguration, GatewayRequest];

const orders = [route('GET', '/orders')];
const refusing = (refusal: NonNullable<(typeof orders)[0]['refusal']>): Case => [
  rest([route('GET', '/orders', { refusal })]),
  get('/Prod/orders'),
];
const integrating = (type: 'lambda-error' | 'timeout') => [
  route('GET', '/orders', { integration: { type } }),
];
const guarded = (authorizer: 'cognito' | 'iam' | 'jwt') => [route('GET', '/orders', { authorizer })];

/** The situation of each recorded fact. */
const cases: Readonly<Record<string, Case>> = {
  'rest-options-missing': [rest(orders, { preflight: null }), preflightFor('/Prod/orders')],
  'rest-options-iam': [
    rest(orders, { preflight: { ...openPreflight, authorizer: 'iam' } }),
    preflightFor('/Prod/orders'),
  ],
  'rest-options-authorizer': [
    rest(orders, { preflight: { ...openPreflight, authorizer: 'cognito' } }),
    preflightFor('/Prod/orders'),
  ],
  'rest-authorizer-deny': refusing('ACCESS_DENIED'),
  'rest-api-key': [rest([route('GET', '/orders', { apiKeyRequired: true })]), get('/Prod/orders')],
  'rest-waf': refusing('WAF_FILTERED'),
  'rest-no-stage': [rest(orders), get('/orders')],
  'rest-bearer-unknown-route': [rest(orders), get('/Prod/unknown', [['authorization', 'Bearer abc']])],
  'rest-throttled': refusing('THROTTLED'),
  'rest-quota': refusing('QUOTA_EXCEEDED'),
  'rest-lambda-malformed': [rest(integrating('lambda-error')), get('/Prod/orders')],
  'rest-binary-mock': [
    rest(orders, { preflight: { ...openPreflight, refusal: 'API_CONFIGURATION_ERROR' } }),
    preflightFor('/Prod/orders'),
  ],
  'rest-timeout': [rest(integrating('timeout')), get('/Prod/orders')],
  'rest-bad-body': refusing('BAD_REQUEST_BODY'),
  'rest-media-type': refusing('UNSUPPORTED_MEDIA_TYPE'),
  'rest-too-large': refusing('REQUEST_TOO_LARGE'),
  'rest-preflight-ok': [rest(orders), preflightFor('/Prod/orders')],
  'http-preflight-ok': [http(orders), preflightFor('/orders')],
  'http-preflight-refused': [http(orders), preflightFor('/orders', 'GET', '', 'https://stranger.example')],
  'http-not-found': [http(orders, null), get('/unknown')],
  'http-jwt-401': [http(guarded('jwt')), get('/orders')],
  'http-lambda-error': [http(integrating('lambda-error'), null), get('/orders')],
  'http-timeout': [http(integrating('timeout'), null), get('/orders')],
  'url-forbidden': [functionUrl(null, { permitted: false }), get('/')],
  'url-error': [functionUrl(null, { integration: { type: 'lambda-error' } }), get('/')],
};

/** Those that rest on documentation or reports only, and whether that leaves the model unsure. */
const unsure: Readonly<Record<string, boolean>> = {
  'rest-binary-mock': true,
  'rest-too-large': true,
  'http-preflight-ok': false,
};

const idHeaders: Readonly<Record<string, readonly string[]>> = {
  rest: ['x-amz-apigw-id', 'x-amzn-requestid'],
  http: ['apigw-requestid'],
  url: ['x-amzn-requestid'],
};

const caseOf = (id: string): Case => {
  const found = cases[id];
  if (found === undefined) throw new Error(`no case for the fact ${id}`);
  return found;
};

describe('recorded wire facts', () => {
  it('are modelled one by one', () => {
    expect(Object.keys(cases).sort()).toEqual(facts.map((fact) => fact.id).sort());
  });

  it.each(facts)('$id: $cause', (fact) => {
    const given = answer(...caseOf(fact.id));
    expect(given.status).toBe(fact.status);
    expect(field(given.headers, 'x-amzn-errortype')).toBe(fact.errorType);
    // One body was recorded abridged: its text up to the dots.
    if (fact.body.endsWith('...')) expect(given.body).toContain(fact.body.slice(0, -3));
    else expect(given.body).toBe(fact.body);
    if (fact.corsHeadersByDefault !== null)
      expect(corsLines(given.headers).length > 0).toBe(fact.corsHeadersByDefault);
    const said = fact.confidence === 'doc' || fact.confidence === 'reported';
    expect(given.unverified).toBe(said ? unsure[fact.id] : fact.confidence !== 'recorded');
  });

  it.each(facts)('$id has the id headers of its kind', (fact) => {
    const { headers } = answer(...caseOf(fact.id));
    const names = ['x-amz-apigw-id', 'x-amzn-requestid', 'apigw-requestid', 'x-amzn-trace-id'];
    expect(names.filter((name) => field(headers, name) !== null)).toEqual(idHeaders[fact.kind]);
  });

  it('the JWT 401 is decorated', () => {
    const { headers } = answer(http(guarded('jwt'), { ...policy, credentials: true }), get('/orders'));
    expect(field(headers, 'access-control-allow-origin')).toBe(origin);
    expect(field(headers, 'vary')).toBe('origin');
    expect(field(headers, 'access-control-allow-credentials')).toBe('true');
    expect(field(headers, 'www-authenticate')).toBe('Bearer');
  });
});
