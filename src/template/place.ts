/**
 * Where something stands in a text. Lines and columns count from 1, offsets are UTF-16 code units from 0, `end` is exclusive.
 *
 * `text.slice(start, end)` is a value's own text, fit to be replaced: with its quotes, its brackets and its tag (`!Sub …`),
 * without its anchor, without what follows it on the line, without the line break that ends it. That of a block map or
 * list begins at its first key or dash and ends with its last value. A value behind an alias has the place of its anchor's
 * value, an empty value is an empty range where one would be written.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}
