import { entriesOf, itemsOf, stringOf, textOf, type Value, valueAt } from '../../../template/index.ts';
import { corsKeys, corsListKeys } from '../http-cors-value.ts';
import { isSet } from '../rest-cors.ts';
import type { SettingFault } from '../setting-fault.ts';
import { fault, type Settings } from './found.ts';
import { nearestKey } from './nearest-key.ts';
import { originFault } from './origin-fault.ts';

/** How a front door takes a configuration of lists. */
export interface ListRules {
  /** The keys that lead to it. */
  readonly keys: readonly string[];
  readonly maxAge: readonly [number, number];
  /** Function URLs: SAM checks the type of every value, and reflects any origin for `*`. */
  readonly isFunctionUrl: boolean;
}

/** Faults of `CorsConfiguration` of an HTTP API, or of `Cors` of a function URL. */
export function listCorsFaults(
  settings: Settings,
  cors: Value | null,
  rules: ListRules,
): readonly SettingFault[] {
  if (!isSet(cors) || cors.kind === 'intrinsic') return [];
  const whole = { place: cors.place, keys: rules.keys, value: cors };
  if (cors.kind === 'scalar' && cors.value === true && !rules.isFunctionUrl) return [];
  if (cors.kind !== 'map') return [fault(settings, 'cors-wrong-type', 'refused', whole)];
  return entriesOf(cors).flatMap(({ key, keyPlace: place, value }) => {
    const keys = [...rules.keys, key];
    if (!corsKeys.includes(key))
      return [
        fault(settings, 'unknown-key', 'refused', { place, keys, value: key }, nearestKey(key, corsKeys)),
      ];
    if (corsListKeys.includes(key)) return listFaults(settings, value, keys, rules);
    return key === 'MaxAge'
      ? maxAgeFaults(settings, value, keys, rules)
      : credentialFaults(settings, value, valueAt(cors, 'AllowOrigins'), keys, rules);
  });
}

function listFaults(
  settings: Settings,
  value: Value,
  keys: readonly string[],
  rules: ListRules,
): readonly SettingFault[] {
  const text = stringOf(value);
  if (text !== null) {
    const items = text.split(',').map((item) => item.trim().replaceAll("'", ''));
    return [
      fault(
        settings,
        'list-as-string',
        'refused',
        { place: value.place, keys, value },
        JSON.stringify(items),
      ),
    ];
  }
  // SAM takes a function here for one around the whole configuration, and loses all other keys.
  if (
    keys.at(-1) === 'AllowOrigins' &&
    !rules.isFunctionUrl &&
    value.kind === 'intrinsic' &&
    value.name !== 'Ref'
  )
    return [fault(settings, 'cors-wrong-type', 'misread', { place: value.place, keys, value })];
  return itemsOf(value).flatMap((item) => {
    const found = textOf(settings.template, item);
    if (found === null) return [];
    const at = { place: item.place, keys, value: item };
    if (found.text.includes(',')) return [fault(settings, 'list-in-one-item', 'misread', at)];
    if (!found.known) return [];
    if (rules.isFunctionUrl && keys.at(-1) === 'AllowMethods' && found.text.toUpperCase() === 'OPTIONS')
      return [fault(settings, 'options-in-function-url', 'refused', at)];
    const schemeOnly = !rules.isFunctionUrl && /^https?:\/\/\*$/.test(found.text);
    const wrong = keys.at(-1) === 'AllowOrigins' && !schemeOnly ? originFault(found.text) : null;
    return wrong === null ? [] : [fault(settings, wrong.reason, 'misread', at, wrong.mended)];
  });
}

function maxAgeFaults(
  settings: Settings,
  value: Value,
  keys: readonly string[],
  rules: ListRules,
): readonly SettingFault[] {
  const found = textOf(settings.template, value);
  if (found === null || !found.known) return [];
  const [least, most] = rules.maxAge;
  const number = /^-?\d+$/.test(found.text) ? Number(found.text) : null;
  const typed = !rules.isFunctionUrl || value.kind !== 'scalar' || typeof value.value === 'number';
  if (number !== null && number >= least && number <= most && typed) return [];
  const mended = number === null ? null : String(Math.min(most, Math.max(least, number)));
  return [fault(settings, 'max-age-out-of-range', 'refused', { place: value.place, keys, value }, mended)];
}

function credentialFaults(
  settings: Settings,
  value: Value,
  origins: Value | null,
  keys: readonly string[],
  { isFunctionUrl }: ListRules,
): readonly SettingFault[] {
  const at = { place: value.place, keys, value };
  const text = stringOf(value);
  if (text !== null) {
    const lower = text.replaceAll("'", '').toLowerCase();
    const mended = ['true', 'false'].includes(lower) ? lower : null;
    return [fault(settings, 'credentials-not-boolean', isFunctionUrl ? 'refused' : 'ignored', at, mended)];
  }
  const isTrue = value.kind === 'scalar' && value.value === true;
  const wildcard = itemsOf(origins).some((item) => stringOf(item) === '*');
  return isTrue && wildcard && !isFunctionUrl
    ? [fault(settings, 'credentials-with-wildcard', 'refused', at)]
    : [];
}
