import type { MapValue } from '../../template/index.ts';
import type { Draft } from './draft.ts';
import type { Brackets } from './render.ts';
import { isFlow } from './sheet.ts';

/** Where a map stands: blanks of one level there. */
export interface Around {
  readonly unit: number;
}

/** How a map in brackets is written, by its first key. */
export function bracketsOf({ sheet }: Draft, map: MapValue): Brackets {
  const [first] = map.entries;
  const isQuoted = first !== undefined && isFlow(sheet, map) && sheet.text[first.keyPlace.start] === '"';
  return {
    keys: sheet.isJson ? 'json' : isQuoted ? 'quoted' : 'free',
    spaced: sheet.text[map.place.start] === '{' && sheet.text[map.place.start + 1] === ' ',
  };
}
