import type { HeaderLines } from '../cors/index.ts';
import type { GatewayConfiguration, Policy, Route } from '../gateway/index.ts';
import { handlerCorsHeaders } from './handler-headers.ts';
import type { Answerer } from './need.ts';
import type { RestPlan } from './plan.ts';

/** The one path at which everything is replayed: a CORS fix does not depend on paths. */
export const replayPath = '/Prod/replay';

/** The mended gateway as it answers one call: what code answers depends on the origin that asks. */
export interface Mended {
  readonly preflight: GatewayConfiguration;
  readonly actual: GatewayConfiguration;
}

/** A REST API with the plan in place and the emitted handler behind its routes. */
export function mendedRest(plan: RestPlan, method: string, origin: string, answerer: Answerer): Mended {
  const { policy } = plan;
  const rest = (route: Route): GatewayConfiguration => ({
    kind: 'rest',
    stage: 'Prod',
    routes: [route],
    preflight:
      plan.preflight === 'mock'
        ? {
            allowOrigin: policy.origins[0] ?? '',
            allowMethods: policy.methods.length > 0 ? policy.methods.join(',') : null,
            allowHeaders: policy.headers.length > 0 ? policy.headers.join(',') : null,
            allowCredentials: policy.credentials,
            maxAge: policy.maxAge,
            authorizer: 'none',
            apiKeyRequired: false,
          }
        : null,
    gatewayResponses: gatewayResponses(plan),
  });
  const preflightRoute = codeRoute('OPTIONS', handlerCorsHeaders(policy, origin, true));
  const actualRoute = codeRoute(method, handlerCorsHeaders(policy, origin, false));
  return {
    preflight: rest(plan.preflight === 'handler' ? preflightRoute : actualRoute),
    actual: rest(behind(actualRoute, plan.errorHeadersWanted ? answerer : 'code')),
  };
}

/** An HTTP API with `CorsConfiguration` in place, an explicit route, and code that sends no CORS headers. */
export function mendedHttp(policy: Policy, method: string, answerer: Answerer): Mended {
  const cors = policy.origins.length > 0 ? policy : null;
  const http = (route: Route): GatewayConfiguration => ({
    kind: 'http',
    stage: 'Prod',
    routes: [route],
    cors,
  });
  const route = codeRoute(method, []);
  return { preflight: http(route), actual: http(behind(route, answerer)) };
}

function codeRoute(method: string, headers: HeaderLines): Route {
  return {
    method,
    path: '/replay',
    authorizer: 'none',
    apiKeyRequired: false,
    integration: { type: 'lambda', response: { status: 200, headers, body: '{}' } },
  };
}

/** The same route where the gateway answers by itself: an authoriser that is not satisfied, or code that failed. */
function behind(route: Route, answerer: Answerer): Route {
  if (answerer === 'gateway-4xx') return { ...route, authorizer: 'lambda' };
  if (answerer === 'gateway-5xx') return { ...route, integration: { type: 'lambda-error' } };
  return route;
}

function gatewayResponses(plan: RestPlan): Record<string, HeaderLines> {
  if (!plan.gatewayResponses) return {};
  const headers: HeaderLines = [
    ['Access-Control-Allow-Origin', plan.policy.origins[0] ?? ''],
    ...(plan.policy.credentials ? [['Access-Control-Allow-Credentials', 'true'] as const] : []),
  ];
  return { DEFAULT_4XX: headers, DEFAULT_5XX: headers };
}
