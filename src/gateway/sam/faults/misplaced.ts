import { entriesOf, entryOf, type Value, valueAt } from '../../../template/index.ts';
import type { ApiEvent } from '../api-events.ts';
import type { SettingFault } from '../setting-fault.ts';
import { fault, type Settings } from './found.ts';

const flags = ['AddDefaultAuthorizerToCorsPreflight', 'AddApiKeyRequiredToCorsPreflight'];

/** Flags of `Auth` that stand beside it or inside an authorizer. */
export function misplacedFlags(settings: Settings): readonly SettingFault[] {
  const { properties } = settings;
  const authorizers = entriesOf(valueAt(properties, 'Auth', 'Authorizers'));
  return [
    ...flagsIn(settings, properties, [], 'refused'),
    ...authorizers.flatMap(({ key, value }) =>
      flagsIn(settings, value, ['Auth', 'Authorizers', key], 'ignored'),
    ),
    ...flagsIn(settings, valueAt(properties, 'Cors'), ['Cors'], 'refused'),
    // An HTTP API's `Auth` has no such flags at all.
    ...(settings.type === 'AWS::Serverless::HttpApi'
      ? flagsIn(settings, valueAt(properties, 'Auth'), ['Auth'], 'refused')
      : []),
  ];
}

function flagsIn(
  settings: Settings,
  value: Value | null,
  keys: readonly string[],
  effect: SettingFault['effect'],
): readonly SettingFault[] {
  return flags.flatMap((flag) => {
    const entry = entryOf(value, flag);
    if (entry === null) return [];
    return [
      fault(settings, 'misplaced-flag', effect, {
        place: entry.keyPlace,
        keys: [...keys, flag],
        value: flag,
      }),
    ];
  });
}

/** The same flags, or `Cors`, on a function's event. */
export function misplacedOnEvents(settings: Settings, events: readonly ApiEvent[]): readonly SettingFault[] {
  return events.flatMap(({ resourceId, eventId, properties }) => {
    const own: Settings = { ...settings, type: 'AWS::Serverless::Function', resourceId };
    const keys = ['Events', eventId, 'Properties'];
    const cors = entryOf(properties, 'Cors') ?? entryOf(properties, 'CorsConfiguration');
    return [
      ...flagsIn(own, valueAt(properties, 'Auth'), [...keys, 'Auth'], 'ignored'),
      ...(cors === null
        ? []
        : [
            fault(own, 'cors-on-wrong-resource', 'refused', {
              place: cors.keyPlace,
              keys: [...keys, cors.key],
              value: cors.key,
            }),
          ]),
    ];
  });
}

/** `Cors` where `CorsConfiguration` is meant, and the other way. */
export function wrongSetting(settings: Settings, wrong: string, right: string): readonly SettingFault[] {
  const entry = entryOf(settings.properties, wrong);
  if (entry === null) return [];
  return [
    fault(
      settings,
      'cors-on-wrong-resource',
      'refused',
      { place: entry.keyPlace, keys: [wrong], value: wrong },
      right,
    ),
  ];
}
