import {
  entryOf,
  propertiesOf,
  type Resource,
  type Template,
  type Value,
  valueAt,
} from '../../template/index.ts';
import { policyOf } from './cors-policy.ts';
import { functionUrlFaults } from './faults/api-faults.ts';
import { referenceOf } from './mappings.ts';
import { isSet } from './rest-cors.ts';
import type { SettingFault } from './setting-fault.ts';
import type { TemplateApi } from './template-api.ts';
import { Texts } from './texts.ts';

/** The function URL that a function's `FunctionUrlConfig` or a raw `AWS::Lambda::Url` makes; null where there is none. */
export function functionUrl(template: Template, resource: Resource): TemplateApi | null {
  if (resource.type === 'AWS::Lambda::Url') {
    const properties = propertiesOf(template, resource);
    const faults = functionUrlFaults(template, resource, properties, []);
    return read(template, resource, properties, targetOf(valueAt(properties, 'TargetFunctionArn')), faults);
  }
  if (resource.type !== 'AWS::Serverless::Function') return null;
  const properties = propertiesOf(template, resource);
  const config = valueAt(properties, 'FunctionUrlConfig');
  if (!isSet(config)) return null;
  const faults = functionUrlFaults(template, resource, properties, ['FunctionUrlConfig']);
  return read(template, resource, config, resource.logicalId, faults);
}

function targetOf(value: Value | null): string | null {
  const named = referenceOf(value);
  if (named !== null || value?.kind !== 'intrinsic' || value.name !== 'Fn::GetAtt') return named;
  const { argument } = value;
  const text = argument.kind === 'list' ? referenceOf(argument.items[0] ?? null) : referenceOf(argument);
  return text?.split('.', 1)[0] ?? null;
}

function read(
  template: Template,
  resource: Resource,
  config: Value,
  functionId: string | null,
  faults: readonly SettingFault[],
): TemplateApi {
  const texts = new Texts(template);
  const chosen = texts.chosen(config);
  const cors = valueAt(chosen, 'Cors');
  const condition = resource.condition === null ? null : texts.condition(resource.condition);
  const signed = texts.of(valueAt(chosen, 'AuthType')) === 'AWS_IAM';
  return {
    logicalId: resource.logicalId,
    kind: 'function-url',
    implicit: false,
    place: resource.place,
    condition,
    stage: null,
    basePaths: [],
    routes: [
      {
        method: 'ANY',
        path: '/{proxy+}',
        condition: null,
        security: signed ? ['AWS_IAM'] : [],
        authorizer: signed ? 'iam' : 'none',
        apiKeyRequired: false,
        integration: 'lambda',
        mapping: null,
        functionId,
        payloadFormat: '2.0',
        place: resource.place,
      },
    ],
    routesKnown: true,
    preflights: [],
    policy: policyOf(cors, texts),
    corsValue: isSet(cors) ? cors : null,
    gatewayResponses: {},
    gatewayResponseStatuses: {},
    binaryMediaTypes: [],
    corsPlace: entryOf(chosen, 'Cors')?.keyPlace ?? null,
    faults,
    unknowns: texts.unknowns,
    assumes: texts.assumes,
  };
}
