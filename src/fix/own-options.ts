import type { Policy } from '../gateway/index.ts';
import type { RestPlan } from './plan.ts';
import { quoted } from './rest-cors.ts';
import type { Yaml } from './yaml.ts';

/**
 * What SAM's `Cors` cannot say of a preflight, as an OPTIONS method of one's own in `DefinitionBody`: a MOCK whose
 * response names the origin that asks, where it is on the list, and that reads its request as text whatever the
 * binary media types are. `MergeDefinitions` keeps the methods that the functions' events make.
 */
export function ownOptions(plan: RestPlan, paths: readonly string[]): { readonly [key: string]: Yaml } {
  const operation = { options: optionsOperation(plan.policy, plan.textPreflight) };
  return {
    MergeDefinitions: true,
    DefinitionBody: {
      swagger: '2.0',
      info: { title: { Ref: 'AWS::StackName' }, version: '1.0' },
      paths: Object.fromEntries((paths.length > 0 ? paths : ['/{proxy+}']).map((path) => [path, operation])),
    },
  };
}

/** That method for a policy. `text`: it reads its request as text. `isSwagger`: OpenAPI 3 says some of it in another way. */
export function optionsOperation(
  policy: Policy,
  text: boolean,
  isSwagger = true,
): { readonly [key: string]: Yaml } {
  const headers = preflightHeaders(policy);
  const asText = text ? { contentHandling: 'CONVERT_TO_TEXT' } : {};
  const type = isSwagger ? { type: 'string' } : { schema: { type: 'string' } };
  return {
    summary: 'CORS preflight',
    ...(isSwagger && { consumes: ['application/json'], produces: ['application/json'] }),
    responses: {
      '200': {
        description: 'CORS headers',
        headers: Object.fromEntries(headers.map(([name]) => [name, type])),
      },
    },
    'x-amazon-apigateway-integration': {
      type: 'mock',
      ...asText,
      passthroughBehavior: 'when_no_match',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      responses: {
        default: {
          statusCode: '200',
          ...asText,
          responseParameters: Object.fromEntries(
            headers.map(([name, value]) => [`method.response.header.${name}`, quoted(value)]),
          ),
          responseTemplates: { 'application/json': originTemplate(policy.origins) },
        },
      },
    },
  };
}

/** The fixed headers: with several origins the first stands for whoever is not on the list, and is overridden for the others. */
function preflightHeaders(policy: Policy): readonly (readonly [string, string])[] {
  return [
    ['Access-Control-Allow-Origin', policy.origins[0] ?? ''],
    ...(policy.methods.length > 0
      ? [['Access-Control-Allow-Methods', policy.methods.join(',')] as const]
      : []),
    ...(policy.headers.length > 0
      ? [['Access-Control-Allow-Headers', policy.headers.join(',')] as const]
      : []),
    ...(policy.credentials ? [['Access-Control-Allow-Credentials', 'true'] as const] : []),
    ...(policy.maxAge === null ? [] : [['Access-Control-Max-Age', String(policy.maxAge)] as const]),
    ...(policy.origins.length > 1 ? [['Vary', 'Origin'] as const] : []),
  ];
}

/**
 * The mapping template, in VTL. The origin is compared whole, with `==`: a pattern would let more in than it says. A
 * header's name keeps the client's case there, so both are asked for.
 */
export function originTemplate([first, ...others]: readonly string[]): string {
  if (first === undefined || others.length === 0) return '{}';
  const isListed = others.map((origin) => `$origin == "${origin}"`).join(' || ');
  return [
    '#set($origin = $input.params().header.get("Origin"))',
    '#if(!$origin || $origin == "")#set($origin = $input.params().header.get("origin"))#end',
    `#if(${isListed})`,
    '#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)',
    '#end',
    '{}',
    '',
  ].join('\n');
}

/** Whether an origin can stand in a string of VTL, which reads `$` and `#` and has no escape for the quote. */
export function fitsTemplate(origin: string): boolean {
  return /^[\w.:/[\]~%&()+;=-]+$/.test(origin);
}
