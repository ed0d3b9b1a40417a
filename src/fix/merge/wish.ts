import type { MapValue, Value } from '../../template/index.ts';

/** What is written into a template: plain data; a map of the one key `Ref` is a reference. Maps keep their order. */
export type Data = string | number | boolean | readonly Data[] | { readonly [key: string]: Data };

/** What a place of the template is to say. What says it already is left byte for byte. */
export type Wish = ScalarWish | ListWish | MapWish | GoneWish;

export interface ScalarWish {
  readonly kind: 'scalar';
  /** What to write in the place of a value, or where there is none. */
  readonly data: (before: Value | null) => Data;
  readonly says: (value: Value) => boolean;
  /** Nothing to write where nothing stands: absence says it too. */
  readonly absentToo?: boolean;
}

export interface ListWish {
  readonly kind: 'list';
  /** Items that must be among the list's. */
  readonly required: readonly string[];
  /** Whether an item may stay. */
  readonly keeps: (item: Value) => boolean;
  /** Whether an item says a required one. */
  readonly says: (item: Value, wanted: string) => boolean;
  /** How a required item is written; as its text where it is not given. */
  readonly data?: (wanted: string) => Data;
}

export interface MapWish {
  readonly kind: 'map';
  readonly entries: readonly (readonly [key: string, wish: Wish])[];
  /** All keys that may be, where the deployment is refused with others: those go. Null where others are none of ours. */
  readonly names: readonly string[] | null;
  /** Whether a key as written stands for the one wanted; the same text where it is not given. */
  readonly sameKey?: (written: string, wanted: string) => boolean;
  /** A key that stands for the wanted one, but is written otherwise, is renamed. */
  readonly renames?: boolean;
}

export interface GoneWish {
  readonly kind: 'gone';
}

export const gone: GoneWish = { kind: 'gone' };

export const mapWish = (entries: MapWish['entries']): MapWish => ({ kind: 'map', entries, names: null });

/** Two wishes for one map. Where both name a key, maps join and the second's word holds. */
export function joined(one: MapWish, other: MapWish): MapWish {
  const entries = new Map(one.entries);
  for (const [key, wish] of other.entries) {
    const known = entries.get(key);
    entries.set(key, known?.kind === 'map' && wish.kind === 'map' ? joined(known, wish) : wish);
  }
  return { ...one, entries: [...entries] };
}

/** The entry of a map that stands for a wanted key: the one of that very name first. */
export function entryFor(map: MapValue, { sameKey }: MapWish, wanted: string) {
  return (
    map.entries.find(({ key }) => key === wanted) ??
    map.entries.find(({ key }) => sameKey?.(key, wanted) === true)
  );
}

/** What a wish comes to where nothing stands; null for nothing. */
export function fresh(wish: Wish): Data | null {
  switch (wish.kind) {
    case 'scalar':
      return wish.absentToo === true ? null : wish.data(null);
    case 'list':
      return wish.required.length === 0 ? null : wish.required.map((one) => wish.data?.(one) ?? one);
    case 'gone':
      return null;
    case 'map': {
      const entries = wish.entries.flatMap(([key, inner]) => {
        const data = fresh(inner);
        return data === null ? [] : [[key, data] as const];
      });
      return entries.length === 0 ? null : Object.fromEntries(entries);
    }
  }
}

/** Whether a value says all of a wish. */
export function satisfied(value: Value, wish: Wish): boolean {
  switch (wish.kind) {
    case 'scalar':
      return wish.says(value);
    case 'gone':
      return false;
    case 'list':
      return (
        value.kind === 'list' &&
        value.items.every(wish.keeps) &&
        wish.required.every((wanted) => value.items.some((item) => wish.says(item, wanted)))
      );
    case 'map':
      return value.kind === 'map' && mapSatisfied(value, wish);
  }
}

function mapSatisfied(map: MapValue, wish: MapWish): boolean {
  const used = new Set<string>();
  for (const [key, inner] of wish.entries) {
    const entry = entryFor(map, wish, key);
    if (entry === undefined) {
      if (fresh(inner) !== null) return false;
      continue;
    }
    used.add(entry.key);
    if (wish.renames === true && entry.key !== key) return false;
    if (!satisfied(entry.value, inner)) return false;
  }
  return map.entries.every(({ key }) => wish.names === null || used.has(key) || wish.names.includes(key));
}

/** Whether nothing is left of a value that comes to say a wish. */
export function becomesNothing(value: Value, wish: Wish): boolean {
  if (wish.kind === 'gone') return true;
  if (wish.kind !== 'map' || value.kind !== 'map' || value.entries.length === 0) return false;
  const used = new Map(
    wish.entries.map(([key, inner]) => [entryFor(value, wish, key)?.key ?? null, inner] as const),
  );
  const adds = wish.entries.some(
    ([key, inner]) => entryFor(value, wish, key) === undefined && fresh(inner) !== null,
  );
  if (adds) return false;
  return value.entries.every((entry) => {
    const inner = used.get(entry.key);
    if (inner !== undefined) return becomesNothing(entry.value, inner);
    return wish.names !== null && !wish.names.includes(entry.key);
  });
}
