import { trimHttpWhitespace } from './header-list.ts';
import { isToken } from './tokens.ts';

/**
 * The essence (`type/subtype`, lower case) of a MIME type, or null for what does not parse. MIME Sniffing Standard §4.4 "parse a
 * MIME type", steps 1 to 9; the parameters (steps 10, 11) never make it fail, so they aren't looked at.
 */
export function mimeEssence(input: string): string | null {
  const text = trimHttpWhitespace(input);
  const semicolon = text.indexOf(';');
  const name = semicolon < 0 ? text : text.slice(0, semicolon);
  const slash = name.indexOf('/');
  if (slash < 0) return null;
  const type = name.slice(0, slash);
  const subtype = trimHttpWhitespace(`.${name.slice(slash + 1)}`).slice(1);
  if (!isToken(type) || !isToken(subtype)) return null;
  return `${type}/${subtype}`.toLowerCase();
}
