import type { MapValue, Place, Template, Value } from '../../template/index.ts';

/**
 * Places that more than one place of the template stands for: values behind an alias, and maps that a merge key takes
 * in. A value behind an alias has its anchor's place, which lies outside of the value that holds it.
 */
export function sharedPlaces({ root, warnings }: Template): readonly Place[] {
  if (!warnings.some(({ reason }) => reason === 'alias' || reason === 'merge-key')) return [];
  const shared = new Map<number, Place>();
  const merged = new Set<number>();
  const maps = new Map<number, MapValue>();
  const walk = (value: Value, holder: Place): void => {
    const { place } = value;
    if (place.start < holder.start || place.end > holder.end) {
      // An empty value has the place of its key, which stands before it.
      if (shared.has(place.start)) return;
      shared.set(place.start, place);
    }
    if (value.kind === 'intrinsic') walk(value.argument, place);
    if (value.kind === 'list') for (const item of value.items) walk(item, place);
    if (value.kind !== 'map') return;
    maps.set(place.start, value);
    for (const entry of value.entries) {
      const { keyPlace } = entry;
      const own = keyPlace.start >= place.start && keyPlace.end <= place.end;
      if (own) walk(entry.value, place);
      else merged.add(keyPlace.start);
    }
  };
  walk(root, root.place);
  for (const map of maps.values())
    if (map.entries.some(({ keyPlace }) => merged.has(keyPlace.start) && isIn(keyPlace, map.place)))
      shared.set(map.place.start, map.place);
  return [...shared.values()];
}

const isIn = (inner: Place, outer: Place) => inner.start >= outer.start && inner.end <= outer.end;
