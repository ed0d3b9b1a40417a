import type { Edit } from '../fix/index.ts';

/** Edits of one text that were made apart, and the text that they come to together; null where they touch one place. */
export function combined(
  text: string,
  parts: readonly (readonly Edit[])[],
): { readonly text: string; readonly edits: readonly Edit[] } | null {
  const edits = parts.flat().sort((a, b) => a.start - b.start || a.end - b.end);
  let made = '';
  let done = 0;
  let last: Edit | null = null;
  for (const edit of edits) {
    // Two insertions at one place would stand in an order that nobody chose.
    if (last !== null && (edit.start < last.end || edit.start === last.start)) {
      if (parts.length > 1) return null;
    }
    made += text.slice(done, edit.start) + edit.text;
    done = edit.end;
    last = edit;
  }
  return { text: made + text.slice(done), edits };
}
