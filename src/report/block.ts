/**
 * A stretch of prose, or a value that is shown as code; `plain` is how the value stands where there is no code. Both may
 * hold strangers' text: an emitter escapes both.
 */
export type Piece = string | { readonly value: string; readonly plain?: string } | Link;

/** A link to a page of ours; nothing of a stranger's stands in it. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

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

/** A stranger's value in double quotes with `"` and `\` escaped, or our own code between backticks. */
const codeInProse = /("(?:[^"\\]|\\[\s\S])*"|`[^`"]+`)/;

/** Prose from a rule: what it quotes, values of strangers and our own code, becomes code. */
export function prose(text: string): Line {
  return text
    .split(codeInProse)
    .map((piece, index) => {
      if (index % 2 === 0) return piece;
      const value = piece.slice(1, -1);
      return { value: piece.startsWith('"') ? value.replace(/\\(["\\])/g, '$1') : value, plain: piece };
    })
    .filter((piece) => piece !== '');
}

export function heading(level: 1 | 2 | 3, line: Line, tone: Tone = 'plain'): Block {
  return { type: 'heading', level, line, tone };
}

export function paragraph(line: Line, tone: Tone = 'plain'): Block {
  return { type: 'paragraph', line, tone };
}
