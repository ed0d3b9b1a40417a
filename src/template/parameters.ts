import type { Parameter } from './template.ts';
import { entriesOf, itemsOf, stringOf, type Value, valueAt } from './value.ts';

/** The `Parameters` section. */
export const parametersOf = (parameters: Value | null): ReadonlyMap<string, Parameter> =>
  new Map(
    entriesOf(parameters).map(({ key, keyPlace, value }) => [
      key,
      {
        name: key,
        place: keyPlace,
        type: stringOf(valueAt(value, 'Type')),
        byDefault: valueAt(value, 'Default'),
        allowed: itemsOf(valueAt(value, 'AllowedValues')).flatMap(scalarText),
      },
    ]),
  );

const scalarText = (value: Value): readonly string[] =>
  value.kind === 'scalar' && value.value !== null ? [String(value.value)] : [];
