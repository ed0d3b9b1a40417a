import type { HeaderLine } from '../cors/index.ts';

/** How many names are kept, how many values of each, and how long one may be: what strangers send must not be kept without bound. */
const mostNames = 1024;
const mostValues = 64;
const longest = 1024;

/**
 * One line for all that say the same. Messages repeat each other's headers all day, and a file of 100,000 entries says
 * `accept-encoding: gzip` 100,000 times: shared, they cost neither memory nor the time to look at each anew.
 */
export class SharedLines {
  readonly #byName = new Map<string, Map<string, HeaderLine>>();

  /** The line of this name, case kept, and this value. */
  line(name: string, value: string): HeaderLine {
    if (name.length + value.length > longest) return [name, value];
    const known = this.#byName.get(name) ?? this.#begin(name);
    const before = known.get(value);
    if (before !== undefined) return before;
    const line: HeaderLine = [name, value];
    if (known.size === mostValues) known.clear();
    known.set(value, line);
    return line;
  }

  #begin(name: string): Map<string, HeaderLine> {
    if (this.#byName.size === mostNames) this.#byName.clear();
    const values = new Map<string, HeaderLine>();
    this.#byName.set(name, values);
    return values;
  }
}
