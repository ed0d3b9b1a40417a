import { entriesOf, entryOf, itemsOf, textOf, valueAt } from '../../../template/index.ts';
import type { ApiEvent } from '../api-events.ts';
import { methodOf } from '../operation.ts';
import type { SettingFault } from '../setting-fault.ts';
import type { TemplateApi } from '../template-api.ts';
import { fault, type Settings } from './found.ts';

/** Every media type taken as binary: the mock's request template cannot be applied any more. */
export function binaryTypes(settings: Settings, { preflights }: TemplateApi): readonly SettingFault[] {
  if (preflights.length === 0) return [];
  return itemsOf(valueAt(settings.properties, 'BinaryMediaTypes')).flatMap((value) => {
    const text = textOf(settings.template, value)?.text.replaceAll('~1', '/');
    if (text !== '*/*') return [];
    return [
      fault(settings, 'binary-types-with-mock', 'misread', {
        place: value.place,
        keys: ['BinaryMediaTypes'],
        value,
      }),
    ];
  });
}

const serverErrors = new Set([
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
]);

/** Types set on their own without the header that their default has. */
export function gatewayResponses(
  settings: Settings,
  { gatewayResponses: made }: TemplateApi,
): readonly SettingFault[] {
  const allows = (type: string) =>
    made[type]?.some(([name]) => name === 'access-control-allow-origin') === true;
  return entriesOf(valueAt(settings.properties, 'GatewayResponses')).flatMap(({ key, keyPlace: place }) => {
    if (key.startsWith('DEFAULT_') || allows(key)) return [];
    if (!allows(serverErrors.has(key) ? 'DEFAULT_5XX' : 'DEFAULT_4XX')) return [];
    const at = { place, keys: ['GatewayResponses', key], value: key };
    return [fault(settings, 'gateway-response-without-cors', 'misread', at)];
  });
}

/** Events that an explicit definition does not hold, and that nothing merges into it. */
export function unmergedEvents(
  settings: Settings,
  { routes, routesKnown }: TemplateApi,
  events: readonly ApiEvent[],
): readonly SettingFault[] {
  const { properties } = settings;
  const definition = entryOf(properties, 'DefinitionBody');
  const merges = valueAt(properties, 'MergeDefinitions');
  if (definition === null || !routesKnown || (merges?.kind === 'scalar' && merges.value === true)) return [];
  const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  return events
    .filter(({ key, path }) => !known.has(`${methodOf(key)} ${path}`) && !known.has(`ANY ${path}`))
    .map(({ resourceId, eventId, place, path, key }) =>
      fault({ ...settings, type: 'AWS::Serverless::Function', resourceId }, 'events-not-merged', 'ignored', {
        place,
        keys: ['Events', eventId],
        value: `${methodOf(key)} ${path}`,
      }),
    );
}
