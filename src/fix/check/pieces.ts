/** No single value of a policy is longer; what is typed or pasted beyond is not looked at. */
export const longestText = 8192;
const mostPieces = 100;

/** Text without blanks around, and without the quotes and brackets that come along when it is copied from a file. */
export function bare(text: string): string {
  return text
    .trim()
    .replace(/^(?:-\s+)?\[?["'`<“‘]+/, '')
    .replace(/["'`>”’]+\]?[,;]?$/, '')
    .trim();
}

/** The values that stand in one text, parted by commas, semicolons or blanks; null where they are too many. */
export function piecesOf(text: string): readonly string[] | null {
  const pieces = text.split(/[\s,;]+/, mostPieces + 2).map(bare);
  const values = pieces.filter((piece) => piece !== '' && piece !== '-');
  return values.length > mostPieces ? null : values;
}
