import type { HeaderLine, HeaderLines } from '../../cors/index.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a JSON object field by field and remembers the first that is missing or of the wrong type, by its path; what is
 * read then is only there to go on with. A field with a default may be absent, as in files of earlier versions.
 */
export class Fields {
  readonly #value: JsonObject;
  readonly #path: string;
  readonly #faults: string[];

  constructor(value: unknown, path: string, faults: string[]) {
    this.#path = path;
    this.#faults = faults;
    this.#value = isObject(value) ? value : {};
    if (!isObject(value)) this.#fault(path);
  }

  text(name: string, absent?: string): string {
    const value = this.#value[name];
    if (typeof value === 'string') return value;
    return this.#absent(name, absent) ?? '';
  }

  textOrNull(name: string): string | null {
    const value = this.#value[name];
    if (typeof value === 'string') return value;
    if (value !== null && value !== undefined) this.#fault(this.#at(name));
    return null;
  }

  number(name: string, absent?: number): number {
    const value = this.#value[name];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    return this.#absent(name, absent) ?? 0;
  }

  numberOrNull(name: string): number | null {
    const value = this.#value[name] ?? null;
    return value === null ? null : this.number(name);
  }

  flag(name: string, absent = false): boolean {
    const value = this.#value[name];
    if (typeof value === 'boolean') return value;
    return this.#absent(name, absent) ?? absent;
  }

  oneOf<const T extends string>(name: string, values: readonly T[], absent?: T): T | undefined {
    const value = this.#value[name];
    const known = values.find((each) => each === value);
    return known ?? this.#absent(name, absent);
  }

  /** The same where it may be absent. */
  choice<const T extends string>(name: string, values: readonly T[]): T | undefined {
    return this.#value[name] === undefined ? undefined : this.oneOf(name, values);
  }

  object(name: string): Fields {
    return new Fields(this.#value[name], this.#at(name), this.#faults);
  }

  objectOrNull(name: string): Fields | null {
    return (this.#value[name] ?? null) === null ? null : this.object(name);
  }

  list<T>(name: string, read: (item: Fields) => T, absent?: readonly T[]): readonly T[] {
    const value = this.#value[name];
    if (!Array.isArray(value)) return this.#absent(name, absent) ?? [];
    return value.map((item, index) => read(new Fields(item, `${this.#at(name)}[${index}]`, this.#faults)));
  }

  /** Pairs of name and value. */
  headers(name: string): HeaderLines {
    const value = this.#value[name];
    if (!Array.isArray(value)) {
      this.#fault(this.#at(name));
      return [];
    }
    return value.flatMap((line: unknown, index): readonly HeaderLine[] => {
      if (Array.isArray(line) && typeof line[0] === 'string' && typeof line[1] === 'string')
        return [[line[0], line[1]]];
      this.#fault(`${this.#at(name)}[${index}]`);
      return [];
    });
  }

  #absent<T>(name: string, absent: T | undefined): T | undefined {
    if (this.#value[name] !== undefined || absent === undefined) this.#fault(this.#at(name));
    return absent;
  }

  #at(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }

  #fault(path: string): void {
    if (this.#faults.length === 0) this.#faults.push(path);
  }
}
