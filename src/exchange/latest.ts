interface Node<T> {
  readonly value: T;
  older: Node<T> | null;
  newer: Node<T> | null;
}

/**
 * The values that were added last, up to a limit; adding a value again makes it the latest. Constant time per step: a
 * linked list beside a map, because the first entry of a `Set` is behind all that were deleted before it.
 */
export class Latest<T> {
  readonly #nodes = new Map<T, Node<T>>();
  readonly #limit: number;
  #oldest: Node<T> | null = null;
  #newest: Node<T> | null = null;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#nodes.size;
  }

  /** Returns the value that had to go for it. */
  add(value: T): T | undefined {
    const known = this.#nodes.get(value);
    if (known !== undefined) {
      if (known === this.#newest) return undefined;
      this.#unlink(known);
      this.#append(known);
      return undefined;
    }
    const node: Node<T> = { value, older: null, newer: null };
    this.#nodes.set(value, node);
    this.#append(node);
    if (this.#nodes.size <= this.#limit) return undefined;
    const oldest = this.oldest();
    if (oldest !== undefined) this.delete(oldest);
    return oldest;
  }

  oldest(): T | undefined {
    return this.#oldest?.value;
  }

  has(value: T): boolean {
    return this.#nodes.has(value);
  }

  delete(value: T): void {
    const node = this.#nodes.get(value);
    if (node === undefined) return;
    this.#nodes.delete(value);
    this.#unlink(node);
  }

  clear(): void {
    this.#nodes.clear();
    this.#oldest = null;
    this.#newest = null;
  }

  #append(node: Node<T>): void {
    node.older = this.#newest;
    node.newer = null;
    if (this.#newest === null) this.#oldest = node;
    else this.#newest.newer = node;
    this.#newest = node;
  }

  #unlink({ older, newer }: Node<T>): void {
    if (older === null) this.#oldest = newer;
    else older.newer = newer;
    if (newer === null) this.#newest = older;
    else newer.older = older;
  }
}
