import type { MapValue } from '../../template/index.ts';
import type { Draft } from './draft.ts';
import type { Brackets } from './render.ts';
import { isFlow } from './sheet.ts';

/** Where a map stands: blanks of one level there. */
export interface Around {
  readonly unit: number;
}

/** How keys in a map with brackets are quoted. */
export function bracketsOf({ sheet }: Draft, map: MapValue): Brackets {
  if (sheet.isJson) return 'json';
  const [first] = map.entries;
  return first !== undefined && isFlow(sheet, map) && sheet.text[first.keyPlace.start] === '"'
    ? 'quoted'
    : 'free';
}
