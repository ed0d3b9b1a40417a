import type { Policy } from '../gateway/index.ts';
import type { Fix } from './fix.ts';
import { listCors } from './list-cors.ts';
import { toYaml, type Yaml } from './yaml.ts';

/** SAM snippets of an HTTP API: `CorsConfiguration` for `Globals` and for the API resource. */
export function httpSnippets(policy: Policy): readonly Fix[] {
  if (policy.origins.length === 0) return [];
  const properties = { CorsConfiguration: listCors(policy) };
  return [
    {
      kind: 'sam',
      target: 'Globals',
      title: 'Globals: every HTTP API of the template',
      language: 'yaml',
      text: toYaml({ Globals: { HttpApi: properties } }),
    },
    {
      kind: 'sam',
      target: 'resource',
      title: 'The API resource: this HTTP API only',
      language: 'yaml',
      text: toYaml({
        Resources: { MyHttpApi: { Type: 'AWS::Serverless::HttpApi', Properties: properties } },
      }),
    },
  ];
}

const routableMethods: readonly string[] = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'];

/**
 * Routes that leave OPTIONS to the gateway: an `ANY` or `$default` route takes preflights away from it. First choice: a
 * route for each method; second: an OPTIONS route that beats the catch-all.
 */
export function routeSnippets(policy: Policy, authorizerInTheWay: boolean): readonly Fix[] {
  const methods = policy.methods.filter((method) => routableMethods.includes(method));
  const explicit = methods.map((method): [string, Yaml] => [event(method), route(method)]);
  const options: Yaml = {
    Preflight: route('OPTIONS', authorizerInTheWay ? { Auth: { Authorizer: 'NONE' } } : {}),
  };
  return [
    ...(explicit.length > 0
      ? [
          routesFix(
            'routes',
            'First choice: a route for each method, in place of ANY or $default',
            Object.fromEntries(explicit),
          ),
        ]
      : []),
    routesFix(
      'options-route',
      'Second choice: an OPTIONS route beside ANY or $default, open to everyone',
      options,
    ),
  ];
}

function routesFix(target: string, title: string, events: Yaml): Fix {
  return {
    kind: 'sam',
    target,
    title,
    language: 'yaml',
    text: toYaml({
      Resources: { MyFunction: { Type: 'AWS::Serverless::Function', Properties: { Events: events } } },
    }),
  };
}

function route(method: string, more: { readonly [key: string]: Yaml } = {}): Yaml {
  return { Type: 'HttpApi', Properties: { Path: '/{proxy+}', Method: method, ...more } };
}

function event(method: string): string {
  return method.charAt(0) + method.slice(1).toLowerCase();
}
