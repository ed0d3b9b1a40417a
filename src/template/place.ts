/** Where something stands in a text. Lines and columns count from 1, offsets are UTF-16 code units from 0, `end` is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}
