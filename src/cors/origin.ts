/** Schemes whose URLs have a tuple origin that a browser sends in `Origin`. URL Standard §4.7, plus the browsers' own for extensions. */
const extensionSchemes: ReadonlySet<string> = new Set([
  'chrome-extension:',
  'moz-extension:',
  'safari-web-extension:',
]);

/**
 * The serialised origin of a URL, as a browser writes it into `Origin`: lower-case scheme and host, the host in Punycode or
 * compressed IPv6, no default port, no path. `'null'` for an opaque origin (`data:`, `file:`, `about:`); null where the text is no
 * absolute URL. HTML Standard, "ASCII serialisation of an origin".
 */
export function serializeOrigin(url: string): string | null {
  const parsed = parseUrl(url);
  if (parsed === null) return null;
  if (extensionSchemes.has(parsed.protocol)) return `${parsed.protocol}//${parsed.host}`;
  return parsed.origin;
}

/** The parsed URL, absolute or relative to `base`; or null. */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
