import { expect, test } from 'vitest';
import { corsCheck, type HeaderLine, type HeaderLines, preflightCheck, profiles } from '../cors/index.ts';
import { type Exchange, type Exchanged, judge, untold } from '../exchange/index.ts';
import {
  answer,
  type GatewayConfiguration,
  identify,
  type Policy,
  type RestConfiguration,
  type Route,
} from '../gateway/index.ts';
import { diagnose } from './diagnose.ts';
import { origin, url } from './testing.ts';

/** What the gateway model answers, judged and diagnosed: the rules read the same wire as the model writes. */

const path = new URL(url).pathname;
const route = (over: Partial<Route> = {}): Route => ({
  method: 'GET',
  path: '/orders',
  authorizer: 'none',
  apiKeyRequired: false,
  integration: { type: 'lambda', response: { status: 200, headers: [], body: '{}' } },
  ...over,
});
const catchAll = (over: Partial<Route> = {}) => route({ method: 'ANY', path: '$default', ...over });
const mock = {
  allowOrigin: origin,
  allowMethods: 'GET,OPTIONS',
  allowHeaders: 'authorization',
  allowCredentials: false,
  maxAge: null,
  authorizer: 'none',
  apiKeyRequired: false,
} as const;
const policy: Policy = {
  origins: [origin],
  methods: ['GET'],
  headers: ['authorization'],
  exposeHeaders: [],
  credentials: false,
  maxAge: null,
};
const rest = (
  one: Route,
  preflight: Partial<NonNullable<RestConfiguration['preflight']>> | null = {},
): GatewayConfiguration => ({
  kind: 'rest',
  stage: 'Prod',
  routes: [one],
  preflight: preflight === null ? null : { ...mock, ...preflight },
  gatewayResponses: {},
});
const http = (one: Route, cors: Policy | null): GatewayConfiguration => ({
  kind: 'http',
  stage: 'Prod',
  routes: [one],
  cors,
});

function exchanged(
  config: GatewayConfiguration,
  method: string,
  headers: HeaderLines,
  error: string | null,
): Exchanged {
  const { status, headers: answered } = answer(config, { method, path, headers });
  return {
    request: { method, url, headers, headersKnown: true },
    response: { status, headers: answered, body: null, fromCache: false },
    error,
    startedAt: 1,
    endedAt: 2,
  };
}

/** A GET with an Authorization header, as a browser would capture it from this gateway. */
function called(config: GatewayConfiguration, browser: 'chromium' | 'unknown' = 'chromium'): Exchange {
  const from: HeaderLine = ['origin', origin];
  const asked: HeaderLines = [
    from,
    ['access-control-request-method', 'GET'],
    ['access-control-request-headers', 'authorization'],
  ];
  const preflight = exchanged(config, 'OPTIONS', asked, null);
  const went = exchanged(config, 'GET', [from, ['authorization', 'Bearer x']], null);
  const { status, headers } = preflight.response ?? { status: 0, headers: [] };
  const request = {
    origin,
    credentials: 'same-origin',
    method: 'GET',
    unsafeHeaders: ['authorization'],
  } as const;
  const passes =
    preflightCheck(
      { ...request, status, headers },
      browser === 'chromium' ? profiles.chromium : profiles.standard,
    ) === null;
  const readable = passes && corsCheck({ ...request, headers: went.response?.headers ?? [] }) === null;
  const error = readable ? null : 'net::ERR_FAILED';
  return {
    id: '1',
    source: 'har',
    browser,
    resourceType: 'fetch',
    origin,
    hops: [{ url, preflight, actual: { ...went, error, response: passes ? went.response : null } }],
    startedAt: 1,
    state: 'settled',
    error,
    ...untold,
  };
}

const crash = { integration: { type: 'lambda-error' } } as const;

test.each([
  ['REST, no header from the handler', rest(route()), 'handler-allow-origin-missing', 'handler'],
  ['REST, no OPTIONS', rest(route(), null), 'options-missing', 'gateway'],
  ['REST, Cognito on OPTIONS', rest(route(), { authorizer: 'cognito' }), 'authorizer-on-options', 'gateway'],
  ['REST, IAM on OPTIONS', rest(route(), { authorizer: 'iam' }), 'options-missing', 'gateway'],
  ['REST, API key on OPTIONS', rest(route(), { apiKeyRequired: true }), 'api-key-on-options', 'gateway'],
  ['REST, other origin', rest(route(), { allowOrigin: `${origin}/` }), 'origin-trailing-slash', 'gateway'],
  ['REST, header not listed', rest(route(), { allowHeaders: 'x-a' }), 'header-not-allowed', 'gateway'],
  ['REST, no header list', rest(route(), { allowHeaders: null }), 'allow-headers-absent', 'gateway'],
  ['REST, crash', rest(route(crash)), 'handler-crashed', 'handler'],
  ['REST, timeout', rest(route({ integration: { type: 'timeout' } })), 'integration-timeout', 'integration'],
  [
    'REST, API key',
    rest(route({ apiKeyRequired: true }), { allowHeaders: 'authorization,x-api-key' }),
    'api-key-refused',
    'gateway',
  ],
  ['REST, WAF', rest(route({ refusal: 'WAF_FILTERED' })), 'waf-blocked', 'gateway'],
  ['REST, denied', rest(route({ refusal: 'ACCESS_DENIED' })), 'authorizer-denied', 'gateway'],
  ['REST, throttled', rest(route({ refusal: 'THROTTLED' })), 'throttled', 'gateway'],
  ['REST, too large', rest(route({ refusal: 'REQUEST_TOO_LARGE' })), 'payload-too-large', 'client'],
  ['REST, behind IAM', rest(route({ authorizer: 'iam' })), 'signature-incomplete', 'client'],
  ['REST, no method', rest(route({ method: 'POST' })), 'signature-incomplete', 'client'],
  [
    'REST, binary types',
    rest(route(), { refusal: 'API_CONFIGURATION_ERROR' }),
    'binary-types-mock',
    'gateway',
  ],
  ['REST, policy', rest(route(), { refusal: 'RESOURCE_POLICY' }), 'resource-policy', 'gateway'],
  [
    'REST, HTTP backend',
    rest(route({ integration: { type: 'http_proxy', response: { status: 200, headers: [], body: '{}' } } })),
    'integration-allow-origin-missing',
    'integration',
  ],
  ['HTTP, unconfigured', http(route(), null), 'http-cors-unconfigured', 'gateway'],
  ['HTTP, other origin', http(route(), { ...policy, origins: [] }), 'http-preflight-refused', 'gateway'],
  ['HTTP, header', http(route(), { ...policy, headers: [] }), 'http-preflight-refused', 'gateway'],
  ['HTTP, $default', http(catchAll(), null), 'http-options-route', 'gateway'],
  [
    'HTTP, $default authorised',
    http(catchAll({ authorizer: 'lambda' }), policy),
    'http-options-route',
    'gateway',
  ],
] as const)('%s', (_, config, rule, owner) => {
  const exchange = called(config);
  const judgement = judge(exchange);
  const gateway = identify(exchange);
  const findings = diagnose({
    exchange,
    judgement,
    gateway,
    siblings: [{ exchange, judgement }],
    template: null,
  });
  expect(gateway.kind).toBe(config.kind);
  expect(findings[0]).toMatchObject({ rule, owner, severity: 'error', causedBy: null });
});

test('a configured HTTP API gives nothing to complain of', () => {
  const exchange = called(http(route(), policy));
  const judgement = judge(exchange);
  const found = diagnose({ exchange, judgement, gateway: identify(exchange), siblings: [], template: null });
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each([
  ['chromium', 'warning'],
  ['unknown', 'error'],
] as const)('* and Authorization in a browser %s: %s', (browser, severity) => {
  const exchange = called(rest(route(), { allowHeaders: '*' }), browser);
  const judgement = judge(exchange);
  const gateway = identify(exchange);
  const found = diagnose({
    exchange,
    judgement,
    gateway,
    siblings: [{ exchange, judgement }],
    template: null,
  });
  expect(found.find(({ rule }) => rule === 'authorization-wildcard')?.severity).toBe(severity);
  if (severity === 'error') expect(found[0]?.rule).toBe('authorization-wildcard');
});
