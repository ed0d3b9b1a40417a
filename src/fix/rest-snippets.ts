import type { Fix } from './fix.ts';
import { ownOptions } from './own-options.ts';
import type { RestPlan } from './plan.ts';
import { gatewayResponses, restCors } from './rest-cors.ts';
import { toYaml, type Yaml } from './yaml.ts';

/**
 * SAM snippets of a REST API: for `Globals` and for the API resource, and where `Cors` cannot say it, OPTIONS events that
 * lead to the handler, as a merge writes them; second, an OPTIONS method in `DefinitionBody`, which rests on what AWS was
 * not recorded doing.
 */
export function restSnippets(plan: RestPlan, paths: readonly string[]): readonly Fix[] {
  if (plan.preflight === 'none') return [];
  const several = plan.preflight === 'handler';
  const settings = apiSettings(plan);
  const own = resource({ ...settings, ...ownOptions(plan, paths) });
  const toHandler = (title: string) =>
    sam('function-events', title, {
      Resources: {
        MyFunction: {
          Type: 'AWS::Serverless::Function',
          Properties: { Events: preflightEvents(plan, paths) },
        },
      },
    });
  if (several)
    return [
      toHandler('First choice: OPTIONS events, the handler answers preflights from its list of origins'),
      ...places(settings, ', with the OPTIONS events'),
      sam(
        'own-options',
        'Second choice: OPTIONS in DefinitionBody, which names the origin that asks (not recorded on AWS)',
        own,
      ),
    ];
  const cors = places({ Cors: restCors(plan.policy), ...settings }, '');
  if (!plan.textPreflight) return cors;
  return [
    ...cors,
    toHandler('Beside Cors, where *~1* must stay: OPTIONS events, the handler answers preflights'),
    sam(
      'own-options',
      'Instead of the events: OPTIONS in DefinitionBody that reads text (not recorded on AWS)',
      own,
    ),
  ];
}

/** The two places of the same properties. */
function places(properties: { readonly [key: string]: Yaml }, more: string): readonly Fix[] {
  if (Object.keys(properties).length === 0) return [];
  return [
    sam('Globals', `Globals: every REST API of the template${more}`, { Globals: { Api: properties } }),
    sam('resource', `The API resource: this REST API only${more}`, resource(properties)),
  ];
}

const resource = (properties: { readonly [key: string]: Yaml }) => ({
  Resources: { MyApi: { Type: 'AWS::Serverless::Api', Properties: { StageName: 'Prod', ...properties } } },
});

const sam = (target: string, title: string, document: { readonly [key: string]: Yaml }): Fix => ({
  kind: 'sam',
  target,
  title,
  language: 'yaml',
  text: toYaml(document),
});

/** What stands beside `Cors`. */
export function apiSettings(plan: RestPlan, origin?: Yaml): { readonly [key: string]: Yaml } {
  const auth = {
    ...(plan.openAuthorizer && { AddDefaultAuthorizerToCorsPreflight: false }),
    ...(plan.openApiKey && { AddApiKeyRequiredToCorsPreflight: false }),
  };
  return {
    ...(Object.keys(auth).length > 0 && { Auth: auth }),
    ...(plan.errorTypes.length > 0 && {
      GatewayResponses: gatewayResponses(plan.policy, plan.errorTypes, origin),
    }),
  };
}

/** One event for each path: a more specific resource without an OPTIONS method does not fall back to `/{proxy+}`. */
function preflightEvents(plan: RestPlan, paths: readonly string[]): Yaml {
  const auth = plan.openApiKey ? { Auth: { ApiKeyRequired: false } } : {};
  return Object.fromEntries(
    (paths.length > 0 ? paths : ['/{proxy+}']).map((path, index) => [
      `Preflight${index + 1}`,
      { Type: 'Api', Properties: { Path: path, Method: 'OPTIONS', ...auth } },
    ]),
  );
}
