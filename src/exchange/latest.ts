/** The values that were added last, up to a limit; adding a value again makes it the latest. Constant time per step. */
export class Latest<T> {
  readonly #values = new Set<T>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#values.size;
  }

  /** Returns the value that had to go for it. */
  add(value: T): T | undefined {
    this.#values.delete(value);
    this.#values.add(value);
    if (this.#values.size <= this.#limit) return undefined;
    const oldest = this.oldest();
    if (oldest !== undefined) this.#values.delete(oldest);
    return oldest;
  }

  oldest(): T | undefined {
    for (const value of this.#values) return value;
    return undefined;
  }

  has(value: T): boolean {
    return this.#values.has(value);
  }

  delete(value: T): void {
    this.#values.delete(value);
  }

  clear(): void {
    this.#values.clear();
  }
}
