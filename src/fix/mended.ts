import {
  functionUrlConfiguration,
  type GatewayConfiguration,
  httpConfiguration,
  type Policy,
  type Route,
  restConfiguration,
} from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import { preflightHeaders } from './handler-headers.ts';
import type { Answerer } from './need.ts';
import type { RestPlan } from './plan.ts';
import { urlPlan } from './url-plan.ts';

/** The one path at which everything is replayed: a CORS fix does not depend on paths. */
export const replayPath = '/Prod/replay';

/** A gateway with the fix in place: a route of this method, behind which that one answers. */
export function mendedGateway(
  { kind, policy, plan }: { readonly kind: FixKind; readonly policy: Policy; readonly plan: RestPlan },
  method: string,
  answerer: Answerer,
): GatewayConfiguration {
  switch (kind) {
    case 'rest': {
      const route = behind(codeRoute(method), plan.errorHeadersWanted ? answerer : 'code');
      const mended = restConfiguration(plan.policy, [route], 'Prod', plan.errorTypes);
      if (plan.preflight !== 'handler' && !plan.textPreflight) return mended;
      return { ...mended, preflight: null, routes: [...mended.routes, answeringOptions(plan.policy)] };
    }
    case 'http':
      return httpConfiguration(policy, [behind(codeRoute(method), answerer)], 'Prod');
    case 'function-url': {
      const { integration } = behind(codeRoute(method), answerer);
      const mended = functionUrlConfiguration(urlPlan(policy).policy, integration);
      return { ...mended, permitted: answerer !== 'gateway-4xx' };
    }
  }
}

/** The emitted handler, to which an event leads OPTIONS: its lists, and the origin of the request where it is on the list. */
function answeringOptions(policy: Policy): Route {
  const response = { status: 204, headers: preflightHeaders(policy), body: '', cors: policy };
  return { ...codeRoute('OPTIONS'), integration: { type: 'lambda', response } };
}

function codeRoute(method: string): Route {
  return {
    method,
    path: '/replay',
    authorizer: 'none',
    apiKeyRequired: false,
    integration: { type: 'lambda', response: { status: 200, headers: [], body: '{}' } },
  };
}

/** The same route where the gateway answers by itself: an authoriser that is not satisfied, or code that failed. */
function behind(route: Route, answerer: Answerer): Route {
  if (answerer === 'gateway-4xx') return { ...route, authorizer: 'lambda' };
  if (answerer === 'gateway-5xx') return { ...route, integration: { type: 'lambda-error' } };
  return route;
}
