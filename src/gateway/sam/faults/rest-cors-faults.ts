import { entriesOf, entryOf, stringOf, textOf, type Value, valueAt } from '../../../template/index.ts';
import { unquoted } from '../preflights.ts';
import { isSet, restCors, restCorsKeys } from '../rest-cors.ts';
import type { SettingFault } from '../setting-fault.ts';
import { fault, type Settings } from './found.ts';
import { nearestKey } from './nearest-key.ts';
import { originFault } from './origin-fault.ts';

/** Faults of a REST API's `Cors`. */
export function restCorsFaults(settings: Settings): readonly SettingFault[] {
  const entry = entryOf(settings.properties, 'Cors');
  if (entry === null || !isSet(entry.value)) return [];
  const cors = entry.value;
  const whole = { place: cors.place, keys: ['Cors'], value: cors };
  if (
    valueAt(settings.properties, 'DefinitionBody') === null &&
    isSet(valueAt(settings.properties, 'DefinitionUri'))
  )
    return [fault(settings, 'cors-beside-definition-uri', 'refused', { ...whole, place: entry.keyPlace })];
  const read = restCors(cors);
  if (read === 'wrong-type') return [fault(settings, 'cors-wrong-type', 'refused', whole)];
  const shorthand = cors.kind !== 'map';
  const texts = shorthand
    ? textFaults(settings, cors, ['Cors'], true)
    : entriesOf(cors).flatMap(({ key, value }) =>
        restCorsKeys.includes(key) && key !== 'AllowCredentials'
          ? textFaults(settings, value, ['Cors', key], key === 'AllowOrigin')
          : [],
      );
  const noHeaders = shorthand || !isSet(valueAt(cors, 'AllowHeaders'));
  return [
    ...unknownKeys(settings, cors),
    ...texts,
    ...credentials(settings, cors, read === 'credentials'),
    ...maxAge(settings, valueAt(cors, 'MaxAge')),
    ...(noHeaders
      ? [fault(settings, 'allow-headers-absent', 'misread', { ...whole, place: entry.keyPlace })]
      : []),
  ];
}

function unknownKeys(settings: Settings, cors: Value): readonly SettingFault[] {
  return entriesOf(cors)
    .filter(({ key }) => !restCorsKeys.includes(key))
    .map(({ key, keyPlace: place }) =>
      fault(
        settings,
        'unknown-key',
        'refused',
        { place, keys: ['Cors', key], value: key },
        nearestKey(key, restCorsKeys),
      ),
    );
}

/** What a text that is unknown from its start begins with. */
const variable = '\u0024{';

/** Mapping expressions that need no quotes. */
const expression = /^(?:integration\.response|stageVariables|context)\./;

function textFaults(
  settings: Settings,
  value: Value,
  keys: readonly string[],
  isOrigin: boolean,
): readonly SettingFault[] {
  const found = textOf(settings.template, value);
  // A number as it stands, such as `MaxAge: 600`, is the template's way to say a header that is no text.
  if (found === null || (value.kind === 'scalar' && typeof value.value !== 'string')) return [];
  const { text, known } = found;
  const at = { place: value.place, keys, value };
  if (text === '') return isOrigin ? [fault(settings, 'origin-not-serialised', 'refused', at)] : [];
  const isQuoted = /^'[^']*'$/.test(text);
  // What begins with an unknown text may bring its own quotes.
  const open = !known && text.startsWith(variable);
  const unquotedFault =
    isQuoted || open || expression.test(text)
      ? []
      : [fault(settings, 'unquoted-value', 'refused', at, `'${text.replaceAll("'", '')}'`)];
  const origin = isOrigin && (known || text.includes(',')) ? originFault(unquoted(text)) : null;
  if (origin === null || expression.test(text)) return unquotedFault;
  const mended = origin.mended === null ? null : `'${origin.mended}'`;
  return [...unquotedFault, fault(settings, origin.reason, 'misread', at, mended)];
}

function credentials(settings: Settings, cors: Value, refused: boolean): readonly SettingFault[] {
  const value = valueAt(cors, 'AllowCredentials');
  if (value === null) return [];
  const at = { place: value.place, keys: ['Cors', 'AllowCredentials'], value };
  if (refused) return [fault(settings, 'credentials-with-wildcard', 'refused', at)];
  if (value.kind === 'scalar' && (typeof value.value === 'boolean' || value.value === null)) return [];
  const text = (stringOf(value) ?? '').replaceAll("'", '').toLowerCase();
  return [
    fault(settings, 'credentials-not-boolean', 'ignored', at, ['true', 'false'].includes(text) ? text : null),
  ];
}

function maxAge(settings: Settings, value: Value | null): readonly SettingFault[] {
  const found = value === null ? null : textOf(settings.template, value);
  if (value === null || found === null || !found.known || /^\d+$/.test(unquoted(found.text))) return [];
  return [
    fault(settings, 'max-age-out-of-range', 'misread', {
      place: value.place,
      keys: ['Cors', 'MaxAge'],
      value,
    }),
  ];
}
