import type { Parameter, Template } from './template.ts';
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

/** The same template as a deployment sees it that gives a parameter this text; as it is where it has no such parameter. */
export function withParameter(template: Template, name: string, text: string): Template {
  const parameter = template.parameters.get(name);
  if (parameter === undefined) return template;
  const byDefault: Value = { kind: 'scalar', value: text, place: parameter.place };
  return {
    ...template,
    parameters: new Map(template.parameters).set(name, { ...parameter, byDefault }),
  };
}

const scalarText = (value: Value): readonly string[] =>
  value.kind === 'scalar' && value.value !== null ? [String(value.value)] : [];
