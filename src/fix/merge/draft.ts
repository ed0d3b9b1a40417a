import type { Place } from '../../template/index.ts';
import type { Edit } from './change.ts';
import { Refused, sharedByAlias } from './refused.ts';
import { inside, lineEnd, type Sheet } from './sheet.ts';

/** Collects the splices of one merge. */
export class Draft {
  readonly #edits: Edit[] = [];

  constructor(readonly sheet: Sheet) {}

  /** `holder`: what the splice changes. Refused where others share that. */
  splice(holder: Place, start: number, end: number, text: string): void {
    if (this.sheet.shared.some((shared) => inside(holder, shared))) throw sharedByAlias(holder);
    this.#edits.push({ start, end, text });
  }

  /** Adds lines behind the line that holds `at`. */
  linesAfter(holder: Place, at: number, lines: readonly string[]): void {
    const end = lineEnd(this.sheet, at);
    this.splice(holder, end, end, lines.map((line) => this.sheet.eol + line).join(''));
  }

  /** In the text's order, those at one place made one. Refused where they overlap, which no template should bring about. */
  get edits(): readonly Edit[] {
    const sorted = this.#edits
      .map((edit, index) => ({ edit, index }))
      .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index)
      .map(({ edit }) => edit);
    const joined: Edit[] = [];
    for (const edit of sorted) {
      const last = joined.at(-1);
      if (last === undefined || edit.start > last.end || (edit.start === last.end && edit.end > edit.start)) {
        joined.push(edit);
      } else if (edit.start === last.end || (edit.start === last.start && last.end === last.start)) {
        joined[joined.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
      } else {
        throw new Refused('value-not-writable', null, 'Write the setting by hand, as the snippet has it.');
      }
    }
    return joined;
  }
}

/** The text with the edits made. */
export function spliced(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: put } of edits) {
    parts.push(text.slice(at, start), put);
    at = end;
  }
  return parts.join('') + text.slice(at);
}
