import type { Resource, Template } from './template.ts';
import { type Entry, itemsOf, type MapValue, stringOf, type Value, valueAt } from './value.ts';

/** `AWS::Serverless::Api` has its section `Globals.Api`, and so has every other resource type of SAM. */
const sam = 'AWS::Serverless::';

/** The `Globals` section that holds for a resource type; null where there is none. */
export function globalsOf(template: Template, type: string): MapValue | null {
  const found = type.startsWith(sam) ? valueAt(template.globals, type.slice(sam.length)) : null;
  return found?.kind === 'map' ? found : null;
}

/**
 * A resource's properties as SAM sees them, `Globals` merged in (`samtranslator/plugins/globals/globals.py`): maps
 * recursively, lists one after the other without dropping duplicates, anything else, and where the two are of different
 * kinds, by the resource's own word. `IgnoreGlobals` is heeded. Every value keeps the place at which it was written.
 */
export function propertiesOf(template: Template, resource: Resource): MapValue {
  const { properties, place, value } = resource;
  const own: MapValue = properties ?? { kind: 'map', entries: [], place };
  const globals = globalsOf(template, resource.type);
  if (globals === null) return own;
  const ignored = valueAt(value, 'IgnoreGlobals');
  return stringOf(ignored) === '*' ? own : mergedMap(without(globals, ignored), own);
}

/** `propertiesOf` for a resource that the template does not write, such as the implicit API: what `Globals` says alone. */
export function implicitProperties(template: Template, type: string): MapValue | null {
  return globalsOf(template, type);
}

function without(globals: MapValue, ignored: Value | null): MapValue {
  const names = new Set(itemsOf(ignored).map(stringOf));
  if (names.size === 0) return globals;
  return { ...globals, entries: globals.entries.filter(({ key }) => !names.has(key)) };
}

function mergedMap(global: MapValue, own: MapValue): MapValue {
  const locals = new Map(own.entries.map((entry) => [entry.key, entry]));
  const shared = new Set<string>();
  const entries: Entry[] = global.entries.map((entry) => {
    const local = locals.get(entry.key);
    if (local === undefined) return entry;
    shared.add(entry.key);
    return { ...local, value: merged(entry.value, local.value) };
  });
  const added = own.entries.filter(({ key }) => !shared.has(key));
  return { kind: 'map', entries: [...entries, ...added], place: own.place };
}

function merged(global: Value, own: Value): Value {
  if (isMergeable(global) && isMergeable(own)) return mergedMap(global, own);
  if (global.kind === 'list' && own.kind === 'list')
    return { kind: 'list', items: [...global.items, ...own.items], place: own.place };
  return own;
}

/** To SAM a map of the one key `Condition` is an intrinsic function, and those are taken whole. */
const isMergeable = (value: Value): value is MapValue =>
  value.kind === 'map' && !(value.entries.length === 1 && value.entries[0]?.key === 'Condition');
