import {
  entriesOf,
  entryOf,
  globalsOf,
  itemsOf,
  type Resource,
  toJson,
  type Value,
  valueAt,
} from '../../../template/index.ts';
import type { SettingFault } from '../setting-fault.ts';
import { fault, type Settings } from './found.ts';

/** Lists that `Globals` and the resource both give, so that more is allowed than the resource says. */
export function concatenatedLists(
  settings: Settings,
  resource: Resource,
  keys: readonly string[],
): readonly SettingFault[] {
  const global = valueAt(globalsOf(settings.template, resource.type), ...keys);
  const own = valueAt(resource.properties, ...keys);
  return entriesOf(own).flatMap(({ key, keyPlace: place, value }) => {
    const before = itemsOf(entryOf(global, key)?.value ?? null);
    const said = new Set(itemsOf(value).map(plain));
    const more = before.filter((item) => !said.has(plain(item)));
    if (said.size === 0 || more.length === 0) return [];
    return [fault(settings, 'lists-concatenated', 'misread', { place, keys: [...keys, key], value })];
  });
}

const plain = (value: Value) => JSON.stringify(toJson(value));
