/** Request headers and methods that a tool, a library or a habit puts into the call. */
import {
  call,
  http,
  json,
  policy,
  rest,
  restPreflight,
  returning,
  route,
  scenarioOf,
} from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const sentry = {
  'sentry-trace': `${trace}-00f067aa0ba902b7-1`,
  baggage: `sentry-trace_id=${trace}`,
} as const;
const datadog = {
  'x-datadog-origin': 'rum',
  'x-datadog-trace-id': '1234567890',
  traceparent: `00-${trace}-00f067aa0ba902b7-01`,
} as const;
const signed = {
  authorization: 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE',
  'x-amz-date': '20260101T000000Z',
  'x-amz-security-token': 'demo-session-token',
} as const;

export function headerScenarios(origin: string): readonly Scenario[] {
  const allow = [
    ['access-control-allow-origin', origin],
    ['vary', 'Origin'],
  ] as const;
  const errors = { DEFAULT_4XX: allow, DEFAULT_5XX: allow };
  const getting = [returning('GET', '/orders', allow)];
  const patching = [returning('PATCH', '/orders', allow)];
  const allowing = (...names: readonly string[]) =>
    rest(getting, restPreflight(origin, { allowHeaders: names.join(',') }), errors);
  const orders = [route('GET', '/orders')];
  const atRest = scenarioOf('rest');
  const atHttp = scenarioOf('http');
  return [
    atRest({
      id: 'tracing-headers',
      title: 'A monitoring SDK adds headers that are not allowed',
      expectedRule: 'tracing-headers',
      broken: allowing('content-type'),
      mended: allowing(...Object.keys(sentry)),
      call: call('GET', '/orders', { headers: sentry }),
    }),
    atRest({
      id: 'sdk-headers',
      title: 'A signed call, and only Authorization is allowed',
      expectedRule: 'sdk-headers',
      broken: allowing('authorization'),
      mended: allowing(...Object.keys(signed)),
      call: call('GET', '/orders', { headers: signed }),
    }),
    atRest({
      id: 'method-case',
      title: 'AllowMethods is in lower case',
      expectedRule: 'method-case',
      broken: rest(patching, restPreflight(origin, { allowMethods: 'get,patch' }), errors),
      mended: rest(patching, restPreflight(origin, { allowMethods: 'GET,PATCH' }), errors),
      call: call('PATCH', '/orders', { headers: json }),
    }),
    atHttp({
      id: 'tracing-headers',
      title: 'A monitoring SDK adds headers: a 204 without CORS headers',
      expectedRule: 'http-preflight-refused',
      broken: http(orders, policy([origin])),
      mended: http(orders, policy([origin], { headers: Object.keys(datadog) })),
      call: call('GET', '/orders', { headers: datadog }),
    }),
  ];
}
