/** Characters kept of one header value in a sentence. */
const longest = 120;

/** Control, zero-width and direction-changing characters, quotes and backslashes, and lone surrogates. */
const unsafe =
  /["\\\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

function escaped(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** What is in no need of any of that, as nearly all values are: printable ASCII without quotes and backslashes. */
const plain = /^[ !#-[\]-~]*$/;

/** A stranger's value for use within a sentence: in double quotes, cut at 120 characters, control characters escaped. */
export function quote(value: string): string {
  if (value.length <= longest && (plain.test(value) || value.search(unsafe) < 0)) return `"${value}"`;
  // Two code units make at most one character, so that cutting first keeps the work bounded.
  const characters = Array.from(value.slice(0, 2 * longest + 2));
  const cut = characters.length > longest;
  return `"${characters.slice(0, longest).join('').replace(unsafe, escaped)}${cut ? '…' : ''}"`;
}

/** `a, b and c`; `or` where the items are alternatives. */
export function list(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joiner} ${last}`;
}

/** Quoted names, the first ten of them, then how many more there are. */
export function quotedList(names: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  const shown = names.slice(0, 10).map(quote);
  const more = names.length - shown.length;
  return list(more > 0 ? [...shown, `${more} more`] : shown, joiner);
}

/** Sentences one after another; empty ones are left out. */
export function joined(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
