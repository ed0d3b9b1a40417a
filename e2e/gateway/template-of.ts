/** The SAM template that a broken gateway may have been deployed from, as far as one can say it. */

import { toYaml, type Yaml } from '../../src/fix/yaml.ts';
import type { GatewayConfiguration, Policy, Route } from '../../src/gateway/index.ts';

type Map = Readonly<Record<string, Yaml>>;

/** Null where no template makes such a gateway. What ends requests at a route (a firewall, a throttle) is left out. */
export function templateOf(configuration: GatewayConfiguration): string | null {
  if (configuration.kind === 'function-url') return functionUrl(configuration.cors, configuration.authType);
  const { routes, kind } = configuration;
  if (routes.some(({ integration }) => isMapped(integration.type))) return null;
  const refusal = kind === 'rest' ? configuration.preflight?.refusal : undefined;
  if (refusal !== undefined && refusal !== 'API_CONFIGURATION_ERROR') return null;
  const guards = authOf(configuration);
  const api: Map = {
    StageName: kind === 'rest' ? 'Prod' : '$default',
    ...(Object.keys(guards).length > 0 && { Auth: guards }),
    ...(kind === 'rest' ? restSettings(configuration) : httpSettings(configuration.cors)),
  };
  const type = `AWS::Serverless::${kind === 'rest' ? 'Api' : 'HttpApi'}`;
  if (routes.some(({ integration }) => integration.type === 'http_proxy'))
    return sam({ Orders: { Type: type, Properties: { ...api, DefinitionBody: proxies(routes) } } });
  return sam({
    Orders: { Type: type, Properties: api },
    OrdersFunction: code({ Events: eventsOf(configuration) }),
  });
}

const isMapped = (type: Route['integration']['type']): boolean =>
  type === 'aws' || type === 'http' || type === 'mock';

/** Only a definition can put a backend that is no function behind a path. */
const proxies = (routes: readonly Route[]): Yaml => ({
  swagger: '2.0',
  info: { title: 'Orders', version: '1.0' },
  paths: Object.fromEntries(
    routes.map(({ method, path }) => [
      path,
      {
        [method.toLowerCase()]: {
          responses: {},
          'x-amazon-apigateway-integration': {
            type: 'http_proxy',
            httpMethod: method,
            uri: `https://backend.example${path}`,
          },
        },
      },
    ]),
  ),
});

const sam = (resources: Map): string =>
  toYaml({ Transform: 'AWS::Serverless-2016-10-31', Resources: resources });

const code = (more: Map): Map => ({
  Type: 'AWS::Serverless::Function',
  Properties: { Runtime: 'nodejs22.x', Handler: 'index.handler', InlineCode: 'exports.handler = 1', ...more },
});

const functionUrl = (cors: Policy | null, authType: string): string =>
  sam({
    Orders: code({ FunctionUrlConfig: { AuthType: authType, ...(cors !== null && { Cors: lists(cors) }) } }),
  });

const lists = ({ origins, methods, headers, exposeHeaders, credentials, maxAge }: Policy): Map => ({
  AllowOrigins: origins,
  ...(methods.length > 0 && { AllowMethods: methods }),
  ...(headers.length > 0 && { AllowHeaders: headers }),
  ...(exposeHeaders.length > 0 && { ExposeHeaders: exposeHeaders }),
  ...(credentials && { AllowCredentials: true }),
  ...(maxAge !== null && { MaxAge: maxAge }),
});

const httpSettings = (cors: Policy | null): Map => (cors === null ? {} : { CorsConfiguration: lists(cors) });

type Rest = Extract<GatewayConfiguration, { readonly kind: 'rest' }>;

function restSettings({ preflight, gatewayResponses }: Rest): Map {
  const responses = Object.entries(gatewayResponses).map(([type, lines]): [string, Yaml] => [
    type,
    {
      ResponseParameters: {
        Headers: Object.fromEntries(lines.map(([name, value]) => [name, quoted(value)])),
      },
    },
  ]);
  return {
    ...(preflight !== null && { Cors: restCors(preflight) }),
    ...(preflight?.refusal === 'API_CONFIGURATION_ERROR' && { BinaryMediaTypes: ['*~1*'] }),
    ...(responses.length > 0 && { GatewayResponses: Object.fromEntries(responses) }),
  };
}

const restCors = (preflight: NonNullable<Rest['preflight']>): Map => ({
  AllowOrigin: quoted(preflight.allowOrigin),
  ...(preflight.allowMethods !== null && { AllowMethods: quoted(preflight.allowMethods) }),
  ...(preflight.allowHeaders !== null && { AllowHeaders: quoted(preflight.allowHeaders) }),
  ...(preflight.allowCredentials && { AllowCredentials: true }),
  ...(preflight.maxAge !== null && { MaxAge: quoted(String(preflight.maxAge)) }),
});

const quoted = (value: string): string => `'${value}'`;

const authorizers: Readonly<Record<Route['authorizer'], Map>> = {
  none: {},
  cognito: {
    DefaultAuthorizer: 'Users',
    Authorizers: {
      Users: { UserPoolArn: 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_abcdefghi' },
    },
  },
  jwt: {
    DefaultAuthorizer: 'Users',
    Authorizers: {
      Users: {
        IdentitySource: '$request.header.Authorization',
        JwtConfiguration: { issuer: 'https://issuer.example', audience: ['orders'] },
      },
    },
  },
  lambda: {
    DefaultAuthorizer: 'Check',
    Authorizers: {
      Check: {
        FunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:check',
        FunctionPayloadType: 'TOKEN',
      },
    },
  },
  iam: { DefaultAuthorizer: 'AWS_IAM' },
};

function authOf(configuration: Exclude<GatewayConfiguration, { readonly kind: 'function-url' }>): Map {
  const { routes } = configuration;
  const preflight = configuration.kind === 'rest' ? configuration.preflight : null;
  const authorizer =
    routes.find((route) => route.authorizer !== 'none')?.authorizer ?? preflight?.authorizer ?? 'none';
  const key = routes.some(({ apiKeyRequired }) => apiKeyRequired);
  return {
    ...authorizers[authorizer],
    ...(authorizer !== 'none' &&
      preflight?.authorizer === 'none' && { AddDefaultAuthorizerToCorsPreflight: false }),
    ...(key && { ApiKeyRequired: true }),
    ...(key && preflight?.apiKeyRequired === false && { AddApiKeyRequiredToCorsPreflight: false }),
  };
}

function eventsOf({ kind, routes }: Exclude<GatewayConfiguration, { readonly kind: 'function-url' }>): Map {
  const guarded = routes.some(({ authorizer }) => authorizer !== 'none');
  return Object.fromEntries(
    routes.map(({ method, path, authorizer }, index) => [
      `Route${index}`,
      {
        Type: kind === 'rest' ? 'Api' : 'HttpApi',
        Properties: {
          ...(path !== '$default' && { Path: path, Method: method.toLowerCase() }),
          [kind === 'rest' ? 'RestApiId' : 'ApiId']: { Ref: 'Orders' },
          ...(guarded && authorizer === 'none' && { Auth: { Authorizer: 'NONE' } }),
        },
      },
    ]),
  );
}
