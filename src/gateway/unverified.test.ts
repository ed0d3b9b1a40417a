import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import type { GatewayConfiguration, GatewayRequest, Integration, Refusal } from './model.ts';
import {
  functionUrl,
  get,
  http,
  ok,
  openPreflight,
  policy,
  preflightFor,
  rest,
  route,
} from './test-values.ts';

type Case = readonly [string, GatewayConfiguration, GatewayRequest];

const orders = [route('GET', '/orders'), route('POST', '/orders')];
const behind = (integration: Integration) => [route('GET', '/orders', { integration })];
const refusing = (refusal: Refusal) => [route('GET', '/orders', { refusal })];
const stranger = 'https://stranger.example';
const simple = get('/orders');
const staged = get('/Prod/orders');
const strange: GatewayRequest = { ...simple, headers: [['Origin', stranger]] };
const result = (value: unknown) => ({ type: 'lambda-result', payload: '2.0', result: value }) as const;

const unrecorded: readonly Case[] = [
  [
    'REST, IAM before OPTIONS',
    rest(orders, { preflight: { ...openPreflight, authorizer: 'iam' } }),
    preflightFor('/Prod/orders'),
  ],
  [
    'REST, the origin by an override',
    rest(orders, { preflight: { ...openPreflight, allowOrigins: [stranger] } }),
    preflightFor('/Prod/orders'),
  ],
  ['REST, a throttle', rest(refusing('THROTTLED')), staged],
  ['REST, a quota', rest(refusing('QUOTA_EXCEEDED')), staged],
  ['REST, a resource policy', rest(refusing('RESOURCE_POLICY')), staged],
  ['REST, a broken authoriser', rest(refusing('AUTHORIZER_FAILURE')), staged],
  ['REST, an unreachable backend', rest(refusing('INTEGRATION_FAILURE')), staged],
  ['REST, a throttled function', rest(behind({ type: 'lambda-throttled' })), staged],
  ['REST, a body that is an object', rest(behind(result({ statusCode: 200, body: {} }))), staged],
  ['HTTP, a refused preflight', http(orders), preflightFor('/orders', 'PUT')],
  ['HTTP, an origin not listed', http(orders), strange],
  ['HTTP, OPTIONS answered by a route', http([route('ANY', '$default')]), preflightFor('/orders')],
  ['HTTP, a decorated 404', http(orders), get('/unknown')],
  ['HTTP, outside the stage', http(orders, policy, 'dev'), simple],
  ['HTTP, a denial', http(refusing('ACCESS_DENIED'), null), simple],
  ['HTTP, a throttle', http(refusing('THROTTLED'), null), simple],
  ['HTTP, IAM', http([route('GET', '/orders', { authorizer: 'iam' })], null), simple],
  [
    'HTTP, an AWS service',
    http(behind({ type: 'aws', response: ok, mapping: { status: 200, headers: [] } }), null),
    simple,
  ],
  ['HTTP, null', http(behind(result(null)), null), simple],
  ['a function URL’s preflight', functionUrl(), preflightFor('/')],
  [
    'a function URL’s OPTIONS that is no preflight',
    functionUrl(),
    { method: 'OPTIONS', path: '/', headers: [] },
  ],
  ['a function URL’s decoration', functionUrl(), get('/')],
  ['a function URL, an origin not listed', functionUrl(), strange],
  ['a function URL’s decorated error', functionUrl(policy, { permitted: false }), get('/')],
  ['a function URL, a throttle', functionUrl(null, { integration: { type: 'lambda-throttled' } }), get('/')],
  ['a function URL, a timeout', functionUrl(null, { integration: { type: 'timeout' } }), get('/')],
  [
    'a function URL, a malformed value',
    functionUrl(null, { integration: result({ errorMessage: 'a' }) }),
    get('/'),
  ],
];

const recorded: readonly Case[] = [
  ['REST, the MOCK', rest(orders), preflightFor('/Prod/orders')],
  ['REST, a function', rest(orders), staged],
  ['REST, a crash', rest(behind({ type: 'lambda-error' })), staged],
  ['REST, a malformed value', rest(behind(result('hello'))), staged],
  ['REST, a timeout', rest(behind({ type: 'timeout' })), staged],
  ['HTTP, the preflight', http(orders), preflightFor('/orders')],
  ['HTTP, an allowed origin', http(orders), simple],
  ['HTTP, a JWT', http([route('GET', '/orders', { authorizer: 'jwt' })]), simple],
  ['HTTP, a value', http(behind(result({ a: 1 })), null), simple],
  ['a function URL without CORS', functionUrl(null), get('/')],
  ['a function URL without permission', functionUrl(null, { permitted: false }), get('/')],
];

describe('what AWS was not recorded doing is marked', () => {
  it.each(unrecorded)('%s', (_, config, request) => {
    expect(answer(config, request).unverified).toBe(true);
  });
});

describe('what it was recorded, or is documented, doing is not', () => {
  it.each(recorded)('%s', (_, config, request) => {
    expect(answer(config, request).unverified).toBe(false);
  });
});
