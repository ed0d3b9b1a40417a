import type { TemplateWarning } from './fault.ts';
import { isMacro } from './intrinsic-names.ts';
import type { Resource } from './template.ts';
import { type MapValue, stringOf, valueAt } from './value.ts';

/** The resources of a template; those without a type are left out and told in `odd`. */
export function resourcesOf(resources: MapValue, odd: TemplateWarning[]): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  for (const { key, keyPlace, value } of resources.entries) {
    // Told where it was read.
    if (isMacro(key)) continue;
    const type = stringOf(valueAt(value, 'Type'));
    if (value.kind !== 'map' || type === null) {
      odd.push({ reason: 'odd-resource', place: keyPlace, detail: key });
      continue;
    }
    const properties = valueAt(value, 'Properties');
    found.set(key, {
      logicalId: key,
      type,
      properties: properties?.kind === 'map' ? properties : null,
      condition: stringOf(valueAt(value, 'Condition')),
      place: keyPlace,
      value,
    });
  }
  return found;
}
