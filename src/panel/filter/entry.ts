import type { Diagnosed } from '../../diagnosis/index.ts';

/** One row as the filter sees it. */
export interface Entry {
  readonly row: Diagnosed;
  /** Where the index keeps what it knows of the row: the rows' order of arrival. */
  readonly place: number;
  /** The last query that was put to the row, and whether it passed. */
  query: number;
  passed: boolean;
}
