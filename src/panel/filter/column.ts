import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Entry } from './entry.ts';

/** What all rows have of one fact. Many have the same: it is kept once, under a number from 1. */
export class Column {
  readonly #read: (row: Diagnosed) => readonly string[];
  readonly #numbers = new Map<string, number>();
  readonly #values: (readonly string[])[] = [[]];
  /** By place; 0 where the row was not read yet. */
  #rows = new Uint32Array(1024);

  constructor(read: (row: Diagnosed) => readonly string[]) {
    this.#read = read;
  }

  /** The number of what this row has. */
  numberOf({ row, place }: Entry): number {
    const known = this.#rows[place];
    if (known) return known;
    if (place >= this.#rows.length) this.#grow(place);
    const number = this.#numbered(this.#read(row));
    this.#rows[place] = number;
    return number;
  }

  valuesOf(number: number): readonly string[] {
    return this.#values[number] ?? [];
  }

  #numbered(values: readonly string[]): number {
    // No value of the wire has a line break; one in an odd file finds that file's rows too often, and nothing else.
    const key = `${values.length}\n${values.join('\n')}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#values.length;
    this.#values.push([...new Set(values)]);
    this.#numbers.set(key, number);
    return number;
  }

  #grow(place: number): void {
    const rows = new Uint32Array(Math.max(place + 1, 2 * this.#rows.length));
    rows.set(this.#rows);
    this.#rows = rows;
  }
}
