import { entryOf, type Resource, type Template, type Value, valueAt } from '../../../template/index.ts';
import type { ApiSource } from '../api-source.ts';
import { isSet } from '../rest-cors.ts';
import type { SettingFault } from '../setting-fault.ts';
import type { TemplateApi } from '../template-api.ts';
import { concatenatedLists } from './concatenated.ts';
import { fault, type Settings } from './found.ts';
import { listCorsFaults } from './list-cors-faults.ts';
import { misplacedFlags, misplacedOnEvents, wrongSetting } from './misplaced.ts';
import { restCorsFaults } from './rest-cors-faults.ts';
import { binaryTypes, gatewayResponses, unmergedEvents } from './rest-faults.ts';

const settingsOf = (template: Template, type: string, source: ApiSource): Settings => ({
  template,
  type,
  resourceId: source.implicit ? null : source.logicalId,
  properties: source.properties,
});

/** Faults of a REST API's settings, in the text's order. */
export function restFaults(template: Template, source: ApiSource, api: TemplateApi): readonly SettingFault[] {
  const settings = settingsOf(template, 'AWS::Serverless::Api', source);
  return inOrder([
    ...restCorsFaults(settings),
    ...wrongSetting(settings, 'CorsConfiguration', 'Cors'),
    ...misplacedFlags(settings),
    ...misplacedOnEvents(settings, source.events),
    ...binaryTypes(settings, api),
    ...gatewayResponses(settings, api),
    ...unmergedEvents(settings, api, source.events),
  ]);
}

/** Faults of an HTTP API's settings. */
export function httpFaults(template: Template, source: ApiSource): readonly SettingFault[] {
  const settings = settingsOf(template, 'AWS::Serverless::HttpApi', source);
  const keys = ['CorsConfiguration'];
  const { properties } = settings;
  const entry = entryOf(properties, 'CorsConfiguration');
  const elsewhere =
    !isSet(valueAt(properties, 'DefinitionBody')) && isSet(valueAt(properties, 'DefinitionUri'));
  const resource = template.resources.get(source.logicalId);
  return inOrder([
    ...(entry !== null && isSet(entry.value) && elsewhere
      ? [
          fault(settings, 'cors-beside-definition-uri', 'refused', {
            place: entry.keyPlace,
            keys,
            value: entry.value,
          }),
        ]
      : listCorsFaults(settings, entry?.value ?? null, { keys, maxAge: [-1, 86400], isFunctionUrl: false })),
    ...(resource === undefined || source.implicit ? [] : concatenatedLists(settings, resource, keys)),
    ...wrongSetting(settings, 'Cors', 'CorsConfiguration'),
    ...misplacedFlags(settings),
    ...misplacedOnEvents(settings, source.events),
  ]);
}

/** Faults of CloudFormation's own HTTP API, which SAM does not read. */
export function rawHttpFaults(
  template: Template,
  { type, logicalId }: Resource,
  properties: Value,
): readonly SettingFault[] {
  const settings: Settings = { template, type, resourceId: logicalId, properties };
  const cors = valueAt(properties, 'CorsConfiguration');
  return inOrder(
    listCorsFaults(settings, cors, {
      keys: ['CorsConfiguration'],
      maxAge: [-1, 86400],
      isFunctionUrl: false,
    }),
  );
}

/** Faults of a function URL; `keys` lead from the resource's properties to its configuration. */
export function functionUrlFaults(
  template: Template,
  resource: Resource,
  properties: Value,
  keys: readonly string[],
): readonly SettingFault[] {
  const settings: Settings = { template, type: resource.type, resourceId: resource.logicalId, properties };
  const config = valueAt(properties, ...keys);
  const [first] = keys;
  const place = (first === undefined ? null : entryOf(properties, first))?.keyPlace ?? resource.place;
  const typed = config?.kind !== 'map' || isSet(valueAt(config, 'AuthType'));
  return inOrder([
    ...(typed
      ? []
      : [fault(settings, 'auth-type-missing', 'refused', { place, keys: [...keys, 'AuthType'], value: '' })]),
    ...listCorsFaults(settings, valueAt(config, 'Cors'), {
      keys: [...keys, 'Cors'],
      maxAge: [0, 86400],
      isFunctionUrl: true,
    }),
    ...concatenatedLists(settings, resource, [...keys, 'Cors']),
  ]);
}

const inOrder = (faults: readonly SettingFault[]) => faults.toSorted((a, b) => a.place.start - b.place.start);
