/**
 * Bytes of a header value. Values are byte strings, isomorphic-decoded (a character is a byte) as long as every character is at most
 * 0xFF; a source that decoded UTF-8 gives wider ones, and then the UTF-8 length is what was on the wire.
 */
export function byteLength(value: string): number {
  if (!hasHighByte(value)) return value.length;
  let length = 0;
  let wide = false;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0xff) wide = true;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return wide ? length : value.length;
}

/**
 * Fetch Standard §2.2.2, "CORS-unsafe request-header byte": less than 0x20 and not tab, one of `"():<>?@[\]{}`, or 0x7F.
 */
export const hasUnsafeByte = (value: string): boolean => !safe.test(value);

/** All others, in the order of their codes. */
const safe = /^[\t !#-'*-9;=A-Z^-z|~\u0080-\uffff]*$/;

/** Whether any byte is 0x80 or more. */
export const hasHighByte = (value: string): boolean => high.test(value);

const high = /[\u0080-\uffff]/;

/**
 * The text that the bytes of a header value are in UTF-8; null where they are none. Chromium carries a value across its
 * processes as UTF-8, and loses one that is not.
 */
export function utf8Text(value: string): string | null {
  if (!hasHighByte(value)) return value;
  let escaped = '';
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    // A wider character was decoded by the source already.
    if (code > 0xff) return value;
    escaped += `%${code.toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
