import type { Diagnosed } from '../../diagnosis/index.ts';
import { compileFilter } from './compile.ts';
import type { Query } from './listing.ts';
import { parseFilter } from './parse.ts';
import type { Pill } from './pill.ts';
import { RowIndex } from './row-index.ts';

/** The rows that a filter lets pass, asked with nothing remembered. */
export function passing(rows: readonly Diagnosed[], text: string, inverted = false): readonly Diagnosed[] {
  const index = new RowIndex();
  const passes = compileFilter(parseFilter(text), inverted, index);
  return index
    .entriesOf(rows)
    .filter(passes)
    .map(({ row }) => row);
}

export function queryFor(text: string, chosen: readonly Pill[] = [], inverted = false): Query {
  return { filter: parseFilter(text), inverted, pills: new Set(chosen) };
}

export const idsOf = (rows: readonly Diagnosed[]): readonly string[] =>
  rows.map(({ exchange }) => exchange.id);
