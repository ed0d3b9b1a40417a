import type { Place, Template } from '../../template/index.ts';
import type { Evidence } from '../finding.ts';

/** Characters of a template's line that are shown. */
const longest = 160;

/** The template's own line at a place, as evidence: what stands there, and what it is. */
export function templateEvidence({ text }: Template, place: Place, note?: string): Evidence {
  const { line, column } = place;
  return {
    message: 'template',
    line,
    column,
    value: lineAt(text, place.start),
    ...(note === undefined ? {} : { note }),
  };
}

/** The line around an offset, trimmed and cut. JSON templates may be one line of a megabyte: then the part from the offset on. */
function lineAt(text: string, offset: number): string {
  const from = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - longest);
  const newline = text.indexOf('\n', offset);
  const to = newline < 0 ? text.length : newline;
  const line = text.slice(from, Math.min(to, from + 2 * longest)).trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
