/** A map that forgets its oldest keys beyond a limit: for ids whose end may never be told. */
export class BoundedMap<V> {
  readonly #map = new Map<string, V>();

  constructor(private readonly limit: number) {}

  get size(): number {
    return this.#map.size;
  }

  get(key: string): V | undefined {
    return this.#map.get(key);
  }

  has(key: string): boolean {
    return this.#map.has(key);
  }

  set(key: string, value: V): void {
    this.#map.set(key, value);
    if (this.#map.size <= this.limit) return;
    for (const oldest of this.#map.keys()) {
      this.#map.delete(oldest);
      return;
    }
  }

  delete(key: string): void {
    this.#map.delete(key);
  }

  clear(): void {
    this.#map.clear();
  }

  entries(): IterableIterator<[string, V]> {
    return this.#map.entries();
  }
}
