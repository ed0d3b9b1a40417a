import { itemsOf, type MapValue, type Value } from '../../template/index.ts';
import { entryFor, fresh, gone, type ListWish, type MapWish, satisfied, type Wish } from './wish.ts';

/** One setting as the two places of a template hold it, `Globals` and the resource. */
export interface Layers<T> {
  readonly global: T | null;
  readonly local: T | null;
}

export type Layer = 'global' | 'local';

const none = { global: null, local: null };

/**
 * Divides a wish for a setting among `Globals` and the resource, so that what SAM merges of the two says it: maps merge,
 * the resource's scalars win, lists stand one after the other. Each part goes where its setting stands already; what
 * stands nowhere goes `home`. `overrides`: what others share in `Globals` is outweighed by the resource's word, where SAM lets it.
 */
export function divided(
  { global, local }: Layers<Value>,
  wish: Wish,
  home: Layer,
  overrides = false,
): Layers<Wish> {
  switch (wish.kind) {
    case 'gone':
      return { global: global === null ? null : gone, local: local === null ? null : gone };
    case 'scalar':
      if (local !== null) return { ...none, local: wish };
      if (global !== null && !(overrides && !wish.says(global))) return { ...none, global: wish };
      if (global !== null) return { ...none, local: wish };
      return fresh(wish) === null ? none : { ...none, [home]: wish };
    case 'list':
      return dividedList({ global, local }, wish, home);
    case 'map':
      return dividedMap({ global, local }, wish, home, overrides);
  }
}

function dividedList({ global, local }: Layers<Value>, wish: ListWish, home: Layer): Layers<Wish> {
  if (global === null && local === null) return wish.required.length === 0 ? none : { ...none, [home]: wish };
  // A local value that is no list is written anew as one, and SAM then joins the two.
  if (local !== null && global?.kind === 'list') {
    const missing = wish.required.filter(
      (wanted) => !global.items.some((item) => wish.keeps(item) && wish.says(item, wanted)),
    );
    return {
      global: global.items.length === 0 ? null : orGone({ ...wish, required: [] }, global),
      local: orGone({ ...wish, required: missing }, local),
    };
  }
  const own = local === null ? null : orGone(wish, local);
  // Without the resource's word that of `Globals` would hold.
  const isSilent = global?.kind === 'list' && global.items.length === 0 && wish.required.length === 0;
  const heeded = global !== null && !isSilent && (own === null || own.kind === 'gone');
  const shared = heeded ? orGone(wish, global) : null;
  return { global: shared, local: own };
}

/** A list of which nothing stays goes as a whole. */
function orGone(wish: ListWish, value: Value | null): Wish {
  const stays = itemsOf(value).some(wish.keeps) || wish.required.length > 0;
  return stays ? wish : gone;
}

function dividedMap(
  { global, local }: Layers<Value>,
  wish: MapWish,
  home: Layer,
  overrides = false,
): Layers<Wish> {
  // A value that is no map is written anew, and what SAM then merges is two maps.
  const own = local?.kind === 'map' ? local : null;
  // A scalar of `Globals` that others share is outweighed by a map of the resource's own.
  const isLocal =
    local !== null || (overrides && global !== null && (global.kind !== 'map' || !satisfied(global, wish)));
  const shared = global?.kind === 'map' && (own !== null || !isLocal || wish.names !== null) ? global : null;
  const isGlobal = shared !== null || (global !== null && !isLocal);
  const inner: Layer = isLocal ? 'local' : isGlobal ? 'global' : home;
  const parts = wish.entries.map(([key, below]) => {
    const at: Layers<Value> = { global: valueIn(shared, wish, key), local: valueIn(own, wish, key) };
    return [key, divided(at, below, inner, overrides)] as const;
  });
  const part = (layer: Layer): MapWish => ({
    ...wish,
    entries: parts.flatMap(([key, layers]) =>
      layers[layer] === null ? [] : [[key, layers[layer]] as const],
    ),
  });
  return {
    global: isGlobal || inner === 'global' ? orNothing(part('global')) : null,
    local: isLocal || inner === 'local' ? orNothing(part('local')) : null,
  };
}

/** A wish that names nothing changes nothing. */
const orNothing = (wish: MapWish): MapWish | null =>
  wish.entries.length === 0 && wish.names === null ? null : wish;

const valueIn = (map: MapValue | null, wish: MapWish, key: string): Value | null =>
  map === null ? null : (entryFor(map, wish, key)?.value ?? null);
