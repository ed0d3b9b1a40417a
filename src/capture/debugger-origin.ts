import { serializeOrigin } from '../cors/index.ts';

/**
 * The serialised origin of a document or worker by its URL; null where that does not tell (`about:blank` and
 * `about:srcdoc` have their creator's). A sandboxed frame's is `'null'` whatever its URL: what the wire says goes first.
 */
export function originOfContext(url: string): string | null {
  if (url === '' || /^about:/i.test(url)) return null;
  return serializeOrigin(url);
}

/** CDP's `initiatorOrigin` is an origin or a URL; an opaque one is empty or `null`. Null where it is not told. */
export function initiatorOrigin(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return value === '' || value === 'null' ? 'null' : serializeOrigin(value);
}
