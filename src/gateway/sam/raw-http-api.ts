import {
  entryOf,
  propertiesOf,
  type Resource,
  resolve,
  type Template,
  type Value,
  valueAt,
} from '../../template/index.ts';
import type { Authorizer } from '../model.ts';
import { schemesOf } from './authorizers.ts';
import { policyOf } from './cors-policy.ts';
import { definitionPaths } from './definition.ts';
import { rawHttpFaults } from './faults/api-faults.ts';
import { basePathsOf, referenceOf } from './mappings.ts';
import { isSet } from './rest-cors.ts';
import { routesOf } from './routes.ts';
import type { TemplateApi, TemplateRoute } from './template-api.ts';
import { Texts } from './texts.ts';

/** CloudFormation's own HTTP APIs: `AWS::ApiGatewayV2::Api` of protocol HTTP with the routes and stages that name it. */
export function rawHttpApis(template: Template): readonly TemplateApi[] {
  const resources = [...template.resources.values()];
  return resources
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Api')
    .flatMap((resource) => {
      const texts = new Texts(template);
      const properties = propertiesOf(template, resource);
      return texts.of(valueAt(properties, 'ProtocolType'))?.toUpperCase() === 'WEBSOCKET'
        ? []
        : [read(texts, resource, properties)];
    });
}

function read(texts: Texts, resource: Resource, properties: Value): TemplateApi {
  const { logicalId } = resource;
  const body = valueAt(properties, 'Body');
  const paths = body === null ? [] : definitionPaths(body, texts);
  const own = belonging(texts.template, logicalId);
  const cors = valueAt(properties, 'CorsConfiguration') ?? valueAt(body, 'x-amazon-apigateway-cors');
  const stage = own
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Stage')
    .map((one) => texts.of(valueAt(one.properties, 'StageName')))[0];
  return {
    logicalId,
    kind: 'http',
    implicit: false,
    place: resource.place,
    condition: resource.condition === null ? null : texts.condition(resource.condition),
    stage: stage === undefined || stage === '$default' ? null : stage,
    basePaths: basePathsOf(logicalId, null, texts),
    routes: [
      ...routesOf(paths ?? [], schemesOf(null, body), ({ security }) => security),
      ...own.filter(({ type }) => type === 'AWS::ApiGatewayV2::Route').flatMap((one) => routeOf(texts, one)),
      ...(valueAt(properties, 'Target') === null ? [] : quickRoute(texts, resource, properties)),
    ],
    routesKnown: paths !== null && valueAt(properties, 'BodyS3Location') === null,
    preflights: [],
    policy: policyOf(cors, texts),
    corsValue: isSet(cors) ? cors : null,
    gatewayResponses: {},
    gatewayResponseStatuses: {},
    binaryMediaTypes: [],
    corsPlace: entryOf(properties, 'CorsConfiguration')?.keyPlace ?? null,
    faults: rawHttpFaults(texts.template, resource, properties),
    unknowns: texts.unknowns,
    assumes: texts.assumes,
  };
}

/** Routes and stages that name the API. */
const belonging = (template: Template, apiId: string): readonly Resource[] =>
  [...template.resources.values()].filter(
    ({ type, properties }) =>
      type.startsWith('AWS::ApiGatewayV2::') && referenceOf(valueAt(properties, 'ApiId')) === apiId,
  );

const authorizers: ReadonlyMap<string, Authorizer> = new Map([
  ['AWS_IAM', 'iam'],
  ['JWT', 'jwt'],
  ['CUSTOM', 'lambda'],
]);

function routeOf(texts: Texts, { properties, place, condition }: Resource): readonly TemplateRoute[] {
  const key = texts.of(valueAt(properties, 'RouteKey'));
  if (key === null) return [];
  const [method = 'ANY', path = '$default'] = key === '$default' ? [] : key.trim().split(/\s+/);
  const kind = texts.of(valueAt(properties, 'AuthorizationType')) ?? 'NONE';
  const authorizer = authorizers.get(kind) ?? 'none';
  return [
    {
      method: method.toUpperCase(),
      path,
      condition: condition === null ? null : texts.condition(condition),
      security: authorizer === 'none' ? [] : [kind],
      authorizer,
      apiKeyRequired: false,
      ...behind(texts, valueAt(properties, 'Target')),
      mapping: null,
      place,
    },
  ];
}

/** `integrations/${Integration}` of a route. */
function behind(
  { template }: Texts,
  target: Value | null,
): Pick<TemplateRoute, 'integration' | 'functionId' | 'payloadFormat'> {
  const resolved = target === null ? null : resolve(template, target);
  const text = resolved?.known === false ? resolved.text : '';
  const id = /\$\{([A-Za-z0-9]+)\}$/.exec(text)?.[1];
  const integration = id === undefined ? undefined : template.resources.get(id)?.properties;
  if (integration === undefined || integration === null)
    return { integration: 'unknown', functionId: null, payloadFormat: '2.0' };
  const kind = referenceOf(valueAt(integration, 'IntegrationType'));
  const uri = valueAt(integration, 'IntegrationUri');
  const where = uri === null ? null : resolve(template, uri);
  const found = /\$\{(?:GetAtt )?([A-Za-z0-9]+)\.Arn\}/.exec(where?.known === false ? where.text : '')?.[1];
  const version = valueAt(integration, 'PayloadFormatVersion');
  return {
    integration: kind === 'HTTP_PROXY' ? 'http' : found === undefined ? 'aws' : 'lambda',
    functionId: found ?? null,
    payloadFormat: version?.kind === 'scalar' && String(version.value).startsWith('2') ? '2.0' : '1.0',
  };
}

/** `Target` of the API itself makes one route at once, `$default` unless `RouteKey` says otherwise. */
function quickRoute(texts: Texts, resource: Resource, properties: Value): readonly TemplateRoute[] {
  const key = texts.of(valueAt(properties, 'RouteKey')) ?? '$default';
  const [method = 'ANY', path = '$default'] = key === '$default' ? [] : key.split(/\s+/);
  return [
    {
      method,
      path,
      condition: null,
      security: [],
      authorizer: 'none',
      apiKeyRequired: false,
      integration: 'unknown',
      mapping: null,
      functionId: null,
      payloadFormat: '2.0',
      place: resource.place,
    },
  ];
}
