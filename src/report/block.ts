/** A stretch of prose, or a value that is shown as code. Both may hold strangers' text: an emitter escapes both. */
export type Piece = string | { readonly value: string };

/** One line of prose. */
export type Line = readonly Piece[];

/** Drives colour only; what it says also stands in words. */
export type Tone = 'bad' | 'warn' | 'good' | 'plain';

/** A report as a small document, from which Markdown, HTML and plain text are written. */
export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly line: Line; readonly tone: Tone }
  | { readonly type: 'paragraph'; readonly line: Line; readonly tone: Tone }
  | { readonly type: 'list'; readonly items: readonly Line[] }
  | { readonly type: 'code'; readonly language: string; readonly text: string };

/** Prose from a rule: header values in it are quoted, and become code. */
export function prose(text: string): Line {
  return text
    .split(/"([^"]+)"/)
    .map((piece, index) => (index % 2 === 1 ? { value: piece } : piece))
    .filter((piece) => piece !== '');
}

/** Values with commas between them. */
export function values(list: readonly string[], whenEmpty: string): Line {
  if (list.length === 0) return [whenEmpty];
  return list.flatMap((value, index) => (index === 0 ? [{ value }] : [', ', { value }]));
}

export function heading(level: 1 | 2 | 3, line: Line, tone: Tone = 'plain'): Block {
  return { type: 'heading', level, line, tone };
}

export function paragraph(line: Line, tone: Tone = 'plain'): Block {
  return { type: 'paragraph', line, tone };
}
