import type { Fix } from './fix.ts';
import type { RestPlan } from './plan.ts';
import { toYaml, type Yaml } from './yaml.ts';

/** SAM snippets of a REST API: for `Globals`, for the API resource, and the OPTIONS events where the code answers preflights. */
export function restSnippets(plan: RestPlan, paths: readonly string[]): readonly Fix[] {
  if (plan.preflight === 'none') return [];
  const properties = apiProperties(plan);
  const fixes: Fix[] = [];
  if (Object.keys(properties).length > 0) {
    fixes.push(
      {
        kind: 'sam',
        target: 'Globals',
        title: 'Globals: every REST API of the template',
        language: 'yaml',
        text: toYaml({ Globals: { Api: properties } }),
      },
      {
        kind: 'sam',
        target: 'resource',
        title: 'The API resource: this REST API only',
        language: 'yaml',
        text: toYaml({
          Resources: {
            MyApi: { Type: 'AWS::Serverless::Api', Properties: { StageName: 'Prod', ...properties } },
          },
        }),
      },
    );
  }
  if (plan.preflight === 'handler') fixes.push(preflightEvents(plan, paths));
  return fixes;
}

function apiProperties(plan: RestPlan): { readonly [key: string]: Yaml } {
  const auth = {
    ...(plan.openAuthorizer && { AddDefaultAuthorizerToCorsPreflight: false }),
    ...(plan.openApiKey && { AddApiKeyRequiredToCorsPreflight: false }),
  };
  return {
    ...(plan.preflight === 'mock' && { Cors: cors(plan) }),
    ...(Object.keys(auth).length > 0 && { Auth: auth }),
    ...(plan.gatewayResponses && { GatewayResponses: gatewayResponses(plan) }),
  };
}

function cors({ policy }: RestPlan): Yaml {
  return {
    AllowOrigin: quoted(policy.origins[0] ?? ''),
    ...(policy.methods.length > 0 && { AllowMethods: quoted(policy.methods.join(',')) }),
    ...(policy.headers.length > 0 && { AllowHeaders: quoted(policy.headers.join(',')) }),
    ...(policy.credentials && { AllowCredentials: true }),
    ...(policy.maxAge !== null && { MaxAge: quoted(String(policy.maxAge)) }),
  };
}

function gatewayResponses({ policy }: RestPlan): Yaml {
  const response = {
    ResponseParameters: {
      Headers: {
        'Access-Control-Allow-Origin': quoted(policy.origins[0] ?? ''),
        ...(policy.credentials && { 'Access-Control-Allow-Credentials': quoted('true') }),
      },
    },
  };
  return { DEFAULT_4XX: response, DEFAULT_5XX: response };
}

/** One event for each path: a more specific resource without an OPTIONS method does not fall back to `/{proxy+}`. */
function preflightEvents(plan: RestPlan, paths: readonly string[]): Fix {
  const auth = plan.openApiKey ? { Auth: { ApiKeyRequired: false } } : {};
  const events = (paths.length > 0 ? paths : ['/{proxy+}']).map((path, index): [string, Yaml] => [
    `Preflight${index + 1}`,
    { Type: 'Api', Properties: { Path: path, Method: 'OPTIONS', ...auth } },
  ]);
  return {
    kind: 'sam',
    target: 'function-events',
    title: 'OPTIONS events: the handler answers preflights from its list of origins',
    language: 'yaml',
    text: toYaml({
      Resources: {
        MyFunction: {
          Type: 'AWS::Serverless::Function',
          Properties: { Events: Object.fromEntries(events) },
        },
      },
    }),
  };
}

function quoted(value: string): string {
  return `'${value}'`;
}
