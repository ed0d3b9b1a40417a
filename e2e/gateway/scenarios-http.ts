import { call, http, json, policy, returning, route, scenarioOf, token } from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

/** HTTP API: the gateway owes every CORS header, the handler none. */
export function httpScenarios(origin: string): readonly Scenario[] {
  const orders = [route('GET', '/orders'), route('POST', '/orders'), route('DELETE', '/orders/{id}')];
  const needed = policy([origin]);
  const healthy = http(orders, needed);
  const authorised = [
    route('GET', '/orders', { authorizer: 'jwt' }),
    route('POST', '/orders', { authorizer: 'jwt' }),
  ];
  const scenario = scenarioOf('http');
  return [
    scenario({
      id: 'no-allow-origin',
      title: 'CORS is not configured; the handler answers without headers',
      expectedRule: 'http-cors-configuration',
      broken: http([route('GET', '/orders')], null),
      mended: healthy,
      call: call('GET', '/orders'),
    }),
    scenario({
      id: 'origin-not-listed',
      title: 'The origin is not in the list',
      expectedRule: 'http-cors-configuration',
      broken: http(orders, policy(['https://shop.example.com'])),
      mended: healthy,
      call: call('GET', '/orders'),
    }),
    scenario({
      id: 'authorised-options',
      title: 'The $default route catches OPTIONS, and its authoriser refuses it',
      expectedRule: 'http-options-route',
      broken: http([route('ANY', '$default', { authorizer: 'jwt' })], needed),
      mended: http(authorised, needed),
      call: call('GET', '/orders', { headers: token }),
    }),
    scenario({
      id: 'any-route',
      title: 'An ANY route catches OPTIONS, and its authoriser refuses it',
      expectedRule: 'http-options-route',
      broken: http([route('ANY', '/orders', { authorizer: 'jwt' })], needed),
      mended: http(authorised, needed),
      call: call('GET', '/orders', { headers: token }),
    }),
    scenario({
      id: 'wildcard',
      title: 'The wildcard works, for everyone',
      expectedRule: 'wildcard-origin',
      broken: http(orders, policy(['*'], { methods: ['*'], headers: ['*'] })),
      mended: healthy,
      call: call('POST', '/orders', { headers: json }),
      passesBroken: true,
    }),
    scenario({
      id: 'wildcard-credentials',
      title: 'The wildcard cannot go with credentials',
      expectedRule: 'wildcard-with-credentials',
      broken: http(orders, policy(['*'])),
      mended: http(orders, policy([origin], { credentials: true })),
      call: call('GET', '/orders', { credentials: 'include' }),
    }),
    scenario({
      id: 'header-not-allowed',
      title: 'A request header is not allowed: a 204 without CORS headers',
      expectedRule: 'http-preflight-refused',
      broken: http(orders, needed),
      mended: http(orders, policy([origin], { headers: ['x-request-source'] })),
      call: call('GET', '/orders', { headers: { 'x-request-source': 'orders-page' } }),
    }),
    scenario({
      id: 'method-not-allowed',
      title: 'The method is not allowed: a 204 without CORS headers',
      expectedRule: 'http-preflight-refused',
      broken: http(orders, needed),
      mended: http(orders, policy([origin], { methods: ['DELETE'] })),
      call: call('DELETE', '/orders/1042'),
    }),
    scenario({
      id: 'preflight-origin',
      title: 'The preflight of an unlisted origin: a 204 without CORS headers',
      expectedRule: 'http-preflight-refused',
      broken: http(orders, policy([`${origin}/`])),
      mended: healthy,
      call: call('POST', '/orders', { headers: json }),
    }),
    scenario({
      id: 'handler-crash',
      title: 'The handler crashes without CORS configured',
      expectedRule: 'handler-crashed',
      broken: http([route('GET', '/orders', { integration: { type: 'lambda-error' } })], null),
      mended: healthy,
      call: call('GET', '/orders'),
    }),
    scenario({
      id: 'cors-unconfigured',
      title: 'CORS is not configured, and no route takes OPTIONS',
      expectedRule: 'http-cors-unconfigured',
      broken: http(orders, null),
      mended: healthy,
      call: call('POST', '/orders', { headers: json }),
    }),
    scenario({
      id: 'healthy',
      title: 'All is well, whatever the handler says of CORS',
      broken: http(
        [returning('GET', '/orders', [['access-control-allow-origin', 'https://old.example.com']])],
        needed,
      ),
      mended: healthy,
      call: call('GET', '/orders'),
      passesBroken: true,
    }),
  ];
}
