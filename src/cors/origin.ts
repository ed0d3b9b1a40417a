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
  const known = origins.get(upToPath(url));
  if (known !== undefined) return known;
  const end = endOfAuthority(url);
  if (end < 0) return serialize(url);
  const start = url.slice(0, end);
  const origin = serialize(url);
  if (origins.size === mostOrigins) origins.clear();
  if (origin !== null) origins.set(start, origin);
  return origin;
}

/**
 * Origins by the start of their URLs, for the few hosts that are asked about again and again: parsing a URL is the dearest
 * step of a judgement. Bounded in number and, by `longest`, in what a key can hold on to.
 */
const origins = new Map<string, string>();
const mostOrigins = 256;
const longest = 2048;

/** A remembered start, if the URL begins with one: those hold no character that could end the authority before the path does. */
function upToPath(url: string): string {
  const end = url.indexOf('/', 8);
  return end < 0 ? url : url.slice(0, end);
}

/**
 * Where the authority of an `http:` or `https:` URL ends, if what stands before alone decides the origin; -1 where that is not
 * plain: no authority, or a character that the URL parser may drop (URL Standard, "basic URL parser", steps 1 to 3).
 */
function endOfAuthority(url: string): number {
  if (url.length > longest) return -1;
  const start = url.startsWith('https://') ? 8 : url.startsWith('http://') ? 7 : -1;
  if (start < 0) return -1;
  let end = start;
  for (; end < url.length; end += 1) {
    const code = url.charCodeAt(end);
    if (code <= 0x20) return -1;
    // The "authority state" and the "host state" end at these for special URLs: / ? # and the backslash.
    if (code === 0x2f || code === 0x3f || code === 0x23 || code === 0x5c) break;
  }
  return end === start ? -1 : end;
}

function serialize(url: string): string | null {
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
