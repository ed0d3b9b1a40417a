// Besides what Unicode calls control, format or separator: letters and marks that are drawn as nothing.
const blank = '\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0';
const characters = `[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}${blank}]`;
const unseen = new RegExp(`(?! )${characters}`, 'gu');
const unseenInBlock = new RegExp(`(?![ \\n\\t])${characters}`, 'gu');

const escapeOf = (character: string): string => {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default:
      return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  }
};

/**
 * A stranger's value on one line: line ends, terminal controls, bidirectional overrides, zero-width characters and lone
 * surrogates become escapes such as `\n` and `\u{1b}`, so that what is read is what was there.
 */
export function visible(value: string): string {
  return value.replace(unseen, escapeOf);
}

/** The same for a text of several lines: its line feeds, tabs and spaces stay. */
export function visibleBlock(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(unseenInBlock, escapeOf);
}
