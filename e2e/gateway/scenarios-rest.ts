import { call, json, rest, restPreflight, returning, route, scenarioOf, token } from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

/** REST API: the handler owes the headers of actual responses, the MOCK those of preflights. */
export function restScenarios(origin: string): readonly Scenario[] {
  const allow = [['access-control-allow-origin', origin]] as const;
  const any = [['access-control-allow-origin', '*']] as const;
  const open = restPreflight(origin);
  const errors = { DEFAULT_4XX: allow, DEFAULT_5XX: allow };
  const healthy = rest([returning('GET', '/orders', allow)], open, errors);
  const credentialed = [...allow, ['access-control-allow-credentials', 'true'] as const];
  const scenario = scenarioOf('rest');
  return [
    scenario({
      id: 'no-allow-origin',
      title: 'The handler returns no Access-Control-Allow-Origin',
      expectedRule: 'handler-allow-origin-missing',
      broken: rest([route('GET', '/orders')], open),
      mended: healthy,
      call: call('GET', '/orders', { headers: token }),
    }),
    scenario({
      id: 'authorised-options',
      title: 'The authoriser stands before OPTIONS too',
      expectedRule: 'authorizer-on-options',
      broken: rest(
        [returning('GET', '/orders', allow, { authorizer: 'cognito' })],
        restPreflight(origin, { authorizer: 'cognito' }),
      ),
      mended: rest([returning('GET', '/orders', allow, { authorizer: 'cognito' })], open, errors),
      call: call('GET', '/orders', { headers: token }),
    }),
    scenario({
      id: 'wildcard',
      title: 'The wildcard works, for everyone',
      expectedRule: 'wildcard-origin',
      broken: rest([returning('POST', '/orders', any)], restPreflight('*', { allowHeaders: 'content-type' })),
      mended: rest([returning('POST', '/orders', allow)], open, errors),
      call: call('POST', '/orders', { headers: json }),
      passesBroken: true,
    }),
    scenario({
      id: 'wildcard-credentials',
      title: 'The wildcard cannot go with credentials',
      expectedRule: 'wildcard-with-credentials',
      broken: rest([returning('GET', '/orders', any)], restPreflight('*')),
      mended: rest(
        [returning('GET', '/orders', credentialed)],
        restPreflight(origin, { allowCredentials: true }),
        {
          DEFAULT_4XX: credentialed,
          DEFAULT_5XX: credentialed,
        },
      ),
      call: call('GET', '/orders', { credentials: 'include' }),
    }),
    scenario({
      id: 'no-options',
      title: 'There is no OPTIONS method',
      expectedRule: 'options-missing',
      broken: rest([returning('POST', '/orders', allow)], null),
      mended: rest([returning('POST', '/orders', allow)], open, errors),
      call: call('POST', '/orders', { headers: json }),
    }),
    scenario({
      id: 'api-key-options',
      title: 'OPTIONS requires an API key',
      expectedRule: 'api-key-on-options',
      broken: rest(
        [returning('GET', '/orders', allow, { apiKeyRequired: true })],
        restPreflight(origin, { apiKeyRequired: true }),
      ),
      mended: rest([returning('GET', '/orders', allow, { apiKeyRequired: true })], open, errors),
      call: call('GET', '/orders', { headers: { 'x-api-key': 'demo-key' } }),
    }),
    scenario({
      id: 'header-not-allowed',
      title: 'A request header is not allowed',
      expectedRule: 'header-not-allowed',
      broken: rest(
        [returning('GET', '/orders', allow)],
        restPreflight(origin, { allowHeaders: 'content-type' }),
      ),
      mended: rest(
        [returning('GET', '/orders', allow)],
        restPreflight(origin, { allowHeaders: 'x-request-source' }),
        errors,
      ),
      call: call('GET', '/orders', { headers: { 'x-request-source': 'orders-page' } }),
    }),
    scenario({
      id: 'method-not-allowed',
      title: 'The method is not allowed',
      expectedRule: 'method-not-allowed',
      broken: rest([returning('DELETE', '/orders/{id}', allow)], open),
      mended: rest(
        [returning('DELETE', '/orders/{id}', allow)],
        restPreflight(origin, { allowMethods: 'DELETE' }),
        errors,
      ),
      call: call('DELETE', '/orders/1042'),
    }),
    scenario({
      id: 'handler-crash',
      title: 'The handler crashes, and CORS hides the 502',
      expectedRule: 'handler-crashed',
      broken: rest([route('GET', '/orders', { integration: { type: 'lambda-error' } })], open),
      mended: healthy,
      call: call('GET', '/orders'),
    }),
    scenario({
      id: 'unauthorized',
      title: 'The authorizer refuses a call without a token, and CORS hides the 401',
      expectedRule: 'token-refused',
      broken: rest([returning('GET', '/orders', allow, { authorizer: 'cognito' })], open),
      mended: healthy,
      call: call('GET', '/orders'),
    }),
    scenario({
      id: 'healthy',
      title: 'All is well',
      broken: healthy,
      mended: healthy,
      call: call('GET', '/orders'),
      passesBroken: true,
    }),
  ];
}
