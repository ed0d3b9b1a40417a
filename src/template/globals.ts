import type { Resource, Template } from './template.ts';
import { type Entry, entryOf, type MapValue, type Value, valueAt } from './value.ts';

/** `Globals`' section of each resource type that has one. */
const sections: Readonly<Record<string, string>> = {
  'AWS::Serverless::Api': 'Api',
  'AWS::Serverless::HttpApi': 'HttpApi',
  'AWS::Serverless::Function': 'Function',
  'AWS::Serverless::WebSocketApi': 'WebSocketApi',
};

/** The `Globals` section that holds for a resource type; null where there is none. */
export function globalsOf(template: Template, type: string): MapValue | null {
  const section = sections[type];
  const found = section === undefined ? null : valueAt(template.globals, section);
  return found?.kind === 'map' ? found : null;
}

/**
 * A resource's properties as SAM sees them, `Globals` merged in: maps recursively, lists one after the other without
 * dropping duplicates, anything else by the resource's own word. Every value keeps the place at which it was written.
 */
export function propertiesOf(template: Template, resource: Resource): MapValue {
  const { properties, place } = resource;
  const own: MapValue = properties ?? { kind: 'map', entries: [], place };
  const globals = globalsOf(template, resource.type);
  return globals === null ? own : mergedMap(globals, own);
}

/** `propertiesOf` for a resource that the template does not write, such as the implicit API: what `Globals` says alone. */
export function implicitProperties(template: Template, type: string): MapValue | null {
  return globalsOf(template, type);
}

function mergedMap(global: MapValue, own: MapValue): MapValue {
  const entries: Entry[] = global.entries.map((entry) => {
    const local = entryOf(own, entry.key);
    return local === null ? entry : { ...local, value: merged(entry.value, local.value) };
  });
  const added = own.entries.filter((entry) => entryOf(global, entry.key) === null);
  return { kind: 'map', entries: [...entries, ...added], place: own.place };
}

function merged(global: Value, own: Value): Value {
  if (global.kind === 'map' && own.kind === 'map') return mergedMap(global, own);
  if (global.kind === 'list' && own.kind === 'list')
    return { kind: 'list', items: [...global.items, ...own.items], place: own.place };
  return own;
}
