/**
 * A gateway-neutral CORS policy. Every list is a set in a stable order. `['*']` in a list is the wildcard and is never
 * produced by synthesis. Methods keep their case, header names are lower case, `maxAge` is in seconds.
 */
export interface Policy {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly credentials: boolean;
  readonly maxAge: number | null;
}
