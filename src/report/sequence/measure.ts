/** Which of the picture's two type faces: words in the system's font at 11 px, the wire's in a monospaced one at 10.5 px. */
export type Face = 'words' | 'wire';

/** Widest advance in em that usual system fonts (DejaVu Sans, Segoe UI, Roboto) give such a character. */
const advances: readonly (readonly [RegExp, number])[] = [
  [/[ .,:;'|!ijlI/\\()[\]]/, 0.42],
  [/[mwMW@%]/, 1.02],
  [/[A-Z&#<>=+~^_]/, 0.84],
  [/[ -~]/, 0.66],
];
const sizes = { words: 11, wire: 10.5 } as const;
/** Of any other character: ideographs and pictographs are as wide as high, and some are wider. */
const foreign = 1.4;

/** The room in px that a text takes at most: generous, so that nothing is drawn across a lifeline. */
export function widthOf(text: string, face: Face): number {
  let em = 0;
  for (const character of text) em += advance(character, face);
  return em * sizes[face];
}

/** Of the words' face, asked for each character once: a report draws many. */
const known = new Map<string, number>();

function advance(character: string, face: Face): number {
  if (character < ' ' || character > '~') return character === '…' || character === '–' ? 1.02 : foreign;
  if (face === 'wire') return 0.61;
  const told =
    known.get(character) ?? advances.find(([characters]) => characters.test(character))?.[1] ?? foreign;
  known.set(character, told);
  return told;
}

/** Lines of at most that width, cut after spaces, commas, hyphens and underscores where it can be; the last ends in an ellipsis where text is left. */
export function wrap(text: string, room: number, face: Face, maxLines: number): readonly string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (lines.length < maxLines - 1) {
    const fitting = beginning(rest, room, face);
    if (fitting.length >= rest.length) break;
    const seam = Math.max(rest.slice(0, fitting.length + 1).lastIndexOf(' '), lastSeam(fitting));
    const cut = seam > 0 ? seam : fitting.length;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, shorten(rest, room, face)];
}

/** The end of the last piece that a reader takes as one. */
function lastSeam(text: string): number {
  return Math.max(...[',', '-', '_', '/'].map((mark) => text.lastIndexOf(mark) + 1));
}

/** The text, or as much of it as there is room for and an ellipsis. */
export function shorten(text: string, room: number, face: Face): string {
  if (beginning(text, room, face).length >= text.length) return text;
  return `${beginning(text, room - widthOf('…', face), face).trimEnd()}…`;
}

/** The longest beginning that there is room for, one character at least; never half of one. */
function beginning(text: string, room: number, face: Face): string {
  let taken = '';
  let width = 0;
  for (const character of text) {
    width += advance(character, face) * sizes[face];
    if (width > room && taken !== '') break;
    taken += character;
  }
  return taken;
}
