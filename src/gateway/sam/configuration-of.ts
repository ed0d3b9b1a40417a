import type { FunctionUrlConfiguration, GatewayConfiguration, Integration, Route } from '../model.ts';
import type { TemplateApi, TemplateCondition, TemplatePreflight, TemplateRoute } from './template-api.ts';

/**
 * The configuration with which `answer` predicts what the deployed template answers. What its functions answer is the
 * caller's to say, route by route; a mock's answer is the template's. What a condition leaves out by the parameters'
 * defaults is left out. `prefix`: what stands before the API's paths in the captured URL, a stage or a base path; the
 * template's stage where it is not given. See `unknownHeadersOf` for what the answer does not know.
 */
export function configurationOf(
  api: TemplateApi,
  integrationOf: (route: TemplateRoute) => Integration,
  prefix?: string,
): GatewayConfiguration {
  const routes = api.routes.filter(exists).map((route) => configured(api, route, integrationOf));
  const base = {
    stage: api.stage ?? '',
    ...(prefix === undefined ? {} : { basePath: prefix }),
  };
  switch (api.kind) {
    case 'rest':
      return {
        kind: 'rest',
        ...base,
        routes: [...routes, ...api.preflights.filter(exists).map((one) => mocked(one, api))],
        preflight: null,
        gatewayResponses: api.gatewayResponses,
        gatewayResponseStatuses: api.gatewayResponseStatuses,
      };
    case 'http':
      return { kind: 'http', ...base, routes, cors: api.policy };
    case 'function-url':
      return functionUrl(api, routes[0]);
  }
}

/** Whether it is not left out by the parameters' defaults. */
export const exists = ({ condition }: { readonly condition: TemplateCondition | null }): boolean =>
  condition?.holds !== false;

function configured(
  api: TemplateApi,
  route: TemplateRoute,
  integrationOf: (route: TemplateRoute) => Integration,
): Route {
  const { method, path, authorizer, apiKeyRequired, mapping } = route;
  const common = { method, path, authorizer, apiKeyRequired };
  if (mapping === null) return { ...common, integration: integrationOf(route) };
  if (!allBinary(api)) return { ...common, integration: { type: 'mock', mapping } };
  // Users report that reading it as text helps.
  if (mapping.asText === true)
    return { ...common, integration: { type: 'mock', mapping: { ...mapping, unrecorded: true } } };
  return { ...common, integration: { type: 'mock', mapping }, refusal: 'API_CONFIGURATION_ERROR' };
}

const allBinary = ({ binaryMediaTypes }: TemplateApi): boolean => binaryMediaTypes.includes('*/*');

/** SAM's mock. Where every media type is binary, API Gateway cannot read the request's template any more. */
function mocked({ path, authorizer, apiKeyRequired, headers }: TemplatePreflight, api: TemplateApi): Route {
  const lines = headers.map(({ name, sent }) => [name.toLowerCase(), `'${sent}'`] as const);
  const mapping = { status: 200, headers: lines, body: '{}\n' };
  return {
    method: 'OPTIONS',
    path,
    authorizer,
    apiKeyRequired,
    integration: { type: 'mock', mapping },
    ...(allBinary(api) ? { refusal: 'API_CONFIGURATION_ERROR' as const } : {}),
  };
}

const functionUrl = ({ policy }: TemplateApi, route: Route | undefined): FunctionUrlConfiguration => ({
  kind: 'function-url',
  authType: route?.authorizer === 'iam' ? 'AWS_IAM' : 'NONE',
  cors: policy,
  // SAM adds the permissions itself.
  permitted: true,
  integration: route?.integration ?? { type: 'lambda-error' },
});
