/** Segments longer than this are no names that people give to routes. */
const longestName = 40;

/** Values that stand where a route has a parameter: numbers, UUIDs, ULIDs, hashes, tokens that mix digits and letters. */
const values: readonly RegExp[] = [
  /^[-+]?\d+(?:\.\d+)?$/,
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  /^[0-9A-HJKMNP-TV-Z]{26}$/,
  /^[0-9a-f]{12,}$/i,
  /^\d{4}-\d{2}(?:-\d{2})?(?:T.*)?$/,
  /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
];

function isValue(segment: string): boolean {
  if (segment.length > longestName) return true;
  if (values.some((pattern) => pattern.test(segment))) return true;
  // `ord_8fK2x91`: letters and several digits in one word, longer than a version such as `v2` or `oauth2`.
  return segment.length >= 8 && /[a-z]/i.test(segment) && (segment.match(/\d/g)?.length ?? 0) >= 3;
}

/**
 * The route that a path looks like: `/orders/42` is `/orders/{id}`. Guessed from the values alone, where no template tells.
 * Linear in the path's length.
 */
export function pathShape(path: string): string {
  const shape = path
    .split('/', 64)
    .map((segment) => (segment !== '' && isValue(segment) ? '{id}' : segment))
    .join('/');
  return shape === '' ? '/' : shape;
}
