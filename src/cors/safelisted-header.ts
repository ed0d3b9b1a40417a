import { byteLength, hasHighByte, hasUnsafeByte } from './bytes.ts';
import { isClientHint } from './client-hint.ts';
import { mimeEssence } from './mime-type.ts';
import type { BrowserProfile } from './profile.ts';
import { isSafelistedRange } from './range.ts';

const formTypes: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);

/** Whether a header needs no permission of the server. Fetch Standard §2.2.2, "CORS-safelisted request-header". */
export function isSafelistedRequestHeader(name: string, value: string, profile: BrowserProfile): boolean {
  const lower = name.toLowerCase();
  // "If value's length is greater than 128, then return false." Asked of the few names that can be safelisted only.
  return valueIsSafelisted(lower, value, profile) && byteLength(value) <= 128;
}

function valueIsSafelisted(name: string, value: string, profile: BrowserProfile): boolean {
  if (value.length > 128) return false;
  switch (name) {
    case 'accept':
      return !hasUnsafeByte(value) && (profile.lenientSafelistValues || !hasHighByte(value));
    // "a byte that is not in the range 0-9, A-Z, a-z, and is not SP * , - . ; ="
    case 'accept-language':
    case 'content-language':
      return /^[0-9A-Za-z *,\-.;=]*$/.test(value);
    case 'content-type':
      return isSafelistedContentType(value, profile);
    case 'range':
      return isSafelistedRange(value, profile);
    default:
      return profile.clientHintsSafelisted && isClientHint(name);
  }
}

/** The essence decides; the Standard doesn't look at the parameters. */
function isSafelistedContentType(value: string, profile: BrowserProfile): boolean {
  if (hasUnsafeByte(value)) return false;
  if (!profile.lenientSafelistValues && !isStrictMediaType(value)) return false;
  const essence = mimeEssence(value);
  return essence !== null && formTypes.has(essence);
}

/**
 * What Firefox asks besides (Gecko's `net_ParseRequestContentType`): no byte from 0x80 up, no comma anywhere, and nothing left
 * over after the last parameter, which a closing semicolon is.
 */
function isStrictMediaType(value: string): boolean {
  return !hasHighByte(value) && !value.includes(',') && !/;.*;$/.test(value);
}
