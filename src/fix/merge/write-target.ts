import type { Template } from '../../template/index.ts';
import { valueAt } from '../../template/index.ts';
import type { Draft } from './draft.ts';
import { divided, type Layer } from './layers.ts';
import type { Target } from './target.ts';
import { type MapWish, mapWish } from './wish.ts';
import { writeMap } from './write-map.ts';

const leading = ['Cors', 'CorsConfiguration', 'FunctionUrlConfig'];

/** What `Globals`' section and the resource's properties are to say, each its part. */
export function dividedWish(
  target: Target,
  wish: MapWish,
): { readonly global: MapWish; readonly local: MapWish } {
  const { resource, section, sharing, global, local } = target;
  const overrides = section === 'Api' && resource !== null && sharing.length > 0;
  const home = homeOf(target);
  const parts = wish.entries.map(([key, inner]) => {
    const at = { global: valueAt(global, key), local: valueAt(local, key) };
    return { key, layers: divided(at, inner, overrides ? 'local' : home, overrides) };
  });
  const part = (layer: Layer) =>
    mapWish(
      parts.flatMap(({ key, layers }) => (layers[layer] === null ? [] : [[key, layers[layer]] as const])),
    );
  return { global: part('global'), local: part('local') };
}

/**
 * Writes what an API's properties are to say, in `Globals` and in the resource, each where it stands or belongs, and what
 * sections of the template they refer to.
 */
export function writeTarget(
  draft: Draft,
  template: Template,
  target: Target,
  wish: MapWish,
  sections: MapWish,
): void {
  const { resource, section } = target;
  const around = { unit: draft.sheet.unit };
  const { global, local } = dividedWish(target, wish);
  const root = [
    ...sections.entries,
    ...(section !== null && global.entries.length > 0
      ? [['Globals', mapWish([[section, global]])] as const]
      : []),
  ];
  if (root.length > 0) writeMap(draft, template.root, mapWish(root), around);
  if (resource !== null && local.entries.length > 0)
    writeMap(draft, resource.value, mapWish([['Properties', local]]), around);
}

/** Where new settings go: beside the CORS setting, wherever that stands. */
function homeOf({ resource, global, local }: Target): Layer {
  if (resource === null) return 'global';
  if (leading.some((key) => valueAt(local, key) !== null)) return 'local';
  return leading.some((key) => valueAt(global, key) !== null) ? 'global' : 'local';
}

/** Writes what a resource of the template is to say. */
export function writeResource(draft: Draft, template: Template, id: string, wish: MapWish): void {
  const resource = template.resources.get(id);
  if (resource !== undefined) writeMap(draft, resource.value, wish, { unit: draft.sheet.unit });
}
