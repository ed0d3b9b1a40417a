import type { GatewayConfiguration, Integration, Route } from './model.ts';
import type { TemplateApi, TemplatePreflight, TemplateRoute } from './sam/template-api.ts';

type DescribedRoute = Pick<TemplateRoute, 'method' | 'path' | 'authorizer' | 'apiKeyRequired'>;
type DescribedPreflight = Pick<TemplatePreflight, 'path' | 'authorizer' | 'apiKeyRequired' | 'headers'>;

/** As much of a template's API as the model asks for. */
export interface DescribedApi<R extends DescribedRoute = TemplateRoute>
  extends Pick<TemplateApi, 'kind' | 'stage' | 'policy' | 'gatewayResponses' | 'faults'> {
  readonly routes: readonly R[];
  readonly preflights: readonly DescribedPreflight[];
}

/**
 * An API of a template as the model takes it, so that what the template says can be asked and compared with what was
 * captured. A template does not tell what its functions and backends answer: `behind` does.
 */
export function templateConfiguration<R extends DescribedRoute>(
  api: DescribedApi<R>,
  behind: (route: R) => Integration,
): GatewayConfiguration {
  const routes = api.routes.map((route) => routeOf(route, behind(route)));
  const stage = api.stage ?? '';
  switch (api.kind) {
    case 'rest': {
      const binary = api.faults.some(({ reason }) => reason === 'binary-types-with-mock');
      const preflights = api.preflights.map((preflight) => preflightRoute(preflight, binary));
      const { gatewayResponses } = api;
      // Each path has its own MOCK, with methods of its own: they are routes here, not one preflight for all.
      return { kind: 'rest', stage, routes: [...routes, ...preflights], preflight: null, gatewayResponses };
    }
    case 'http':
      return { kind: 'http', stage, routes, cors: api.policy };
    case 'function-url': {
      const [route] = routes;
      return {
        kind: 'function-url',
        authType: route?.authorizer === 'iam' ? 'AWS_IAM' : 'NONE',
        cors: api.policy,
        permitted: true,
        integration: route?.integration ?? { type: 'lambda-error' },
      };
    }
  }
}

const routeOf = (route: DescribedRoute, integration: Integration): Route => ({
  method: route.method,
  path: route.path,
  authorizer: route.authorizer,
  apiKeyRequired: route.apiKeyRequired,
  integration,
});

/** The MOCK that SAM adds to a path. What a browser would see goes back into the quotes of a mapping expression. */
function preflightRoute(preflight: DescribedPreflight, binary: boolean): Route {
  const headers = preflight.headers.map(({ name, sent }) => [name.toLowerCase(), `'${sent}'`] as const);
  return {
    method: 'OPTIONS',
    path: preflight.path,
    authorizer: preflight.authorizer,
    apiKeyRequired: preflight.apiKeyRequired,
    integration: { type: 'mock', mapping: { status: 200, headers, body: '{}\n' } },
    ...(binary ? { refusal: 'API_CONFIGURATION_ERROR' } : {}),
  };
}
