import type { HeaderLines } from '../cors/index.ts';
import { isCorsResponseHeader } from './handler.ts';
import type {
  FunctionUrlConfiguration,
  HttpConfiguration,
  Integration,
  RestConfiguration,
  Route,
} from './model.ts';
import type { Policy } from './policy.ts';

/**
 * A REST API mended to a policy, as the SAM fix mends it: an open MOCK preflight on every path, CORS headers on the
 * given gateway response types, and handlers that return the policy's headers themselves. With several origins the
 * preflight and the handlers echo the one that asks, while the gateway's own errors name the first only: a static
 * value cannot name more, and echoing `method.request.header.Origin` would let any origin read them.
 */
export function restConfiguration(
  policy: Policy,
  routes: readonly Route[],
  stage = '',
  errorTypes: readonly string[] = ['DEFAULT_4XX', 'DEFAULT_5XX'],
): RestConfiguration {
  const first = policy.origins[0];
  const errorHeaders: HeaderLines =
    first === undefined
      ? []
      : [
          ['access-control-allow-origin', first],
          ...(policy.credentials ? [['access-control-allow-credentials', 'true'] as const] : []),
        ];
  return {
    kind: 'rest',
    stage,
    routes: routes.filter((route) => route.method !== 'OPTIONS').map((route) => handlerOwned(route, policy)),
    preflight:
      first === undefined
        ? null
        : {
            allowOrigin: first,
            allowOrigins: policy.origins,
            allowMethods: listed(policy.methods),
            allowHeaders: listed(policy.headers),
            allowCredentials: policy.credentials,
            maxAge: policy.maxAge,
            authorizer: 'none',
            apiKeyRequired: false,
          },
    gatewayResponses: Object.fromEntries(errorTypes.map((type) => [type, errorHeaders])),
  };
}

const listed = (values: readonly string[]) => (values.length === 0 ? null : values.join(','));

/** The handler with its own CORS headers replaced by the policy's. */
function handlerOwned(route: Route, policy: Policy): Route {
  if (route.integration.type !== 'lambda') return route;
  const { response } = route.integration;
  const headers = response.headers.filter((line) => !isCorsResponseHeader(line));
  return { ...route, integration: { type: 'lambda', response: { ...response, headers, cors: policy } } };
}

/**
 * An HTTP API mended to a policy, as the SAM fix mends it: the policy is its `CorsConfiguration`, and no route takes
 * OPTIONS any more, so that the gateway answers preflights by itself: `ANY` becomes one route per method of the policy.
 */
export function httpConfiguration(policy: Policy, routes: readonly Route[], stage = ''): HttpConfiguration {
  return {
    kind: 'http',
    stage,
    cors: policy.origins.length === 0 ? null : policy,
    routes: routes.filter((route) => route.method !== 'OPTIONS').flatMap((route) => explicit(route, policy)),
  };
}

function explicit(route: Route, policy: Policy): readonly Route[] {
  if (route.method !== 'ANY' && route.path !== '$default') return [route];
  const paths = route.path === '$default' ? ['/', '/{proxy+}'] : [route.path];
  const methods = policy.methods.filter((method) => method !== '*' && method !== 'OPTIONS');
  return paths.flatMap((path) => methods.map((method) => ({ ...route, path, method })));
}

/**
 * A function URL mended to a policy: the policy is its `Cors`, without OPTIONS among the methods, which AWS refuses
 * there, and the function sends no CORS header, because a browser would see both.
 */
export function functionUrlConfiguration(policy: Policy, integration: Integration): FunctionUrlConfiguration {
  const methods = policy.methods.filter((method) => method !== 'OPTIONS');
  return {
    kind: 'function-url',
    authType: 'NONE',
    cors: policy.origins.length === 0 ? null : { ...policy, methods },
    permitted: true,
    integration: withoutCors(integration),
  };
}

function withoutCors(integration: Integration): Integration {
  if (integration.type !== 'lambda') return integration;
  const { status, headers, body } = integration.response;
  return {
    type: 'lambda',
    response: { status, headers: headers.filter((line) => !isCorsResponseHeader(line)), body },
  };
}
