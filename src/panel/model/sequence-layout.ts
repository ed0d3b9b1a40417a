import type { Step, StepNumber } from './steps.ts';

/** Half-open pixel geometry of one arrow with its texts, ready to be drawn. */
export interface Arrow {
  readonly step: Step;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly textX: number;
  /** Label lines above the arrow, note lines below it. */
  readonly label: readonly string[];
  readonly note: readonly string[];
  readonly labelY: number;
}

export interface SequenceLayout {
  readonly width: number;
  readonly height: number;
  /** The x of the four lifelines: Page, Browser, Gateway, Integration. */
  readonly lanes: readonly [number, number, number, number];
  readonly arrows: readonly Arrow[];
}

/** Estimated widths in px of a character at the sizes that `sequence.css` sets; generous, so that no label crosses a lifeline. */
const labelCharacter = 6.6;
const noteCharacter = 6.5;
const lineHeight = 13;
const headHeight = 26;
const maxNoteLines = 3;

/** Where everything goes at a given width. Long notes wrap and end in an ellipsis; the arrows' rows grow to hold them. */
export function layOutSequence(steps: readonly Step[], width: number): SequenceLayout {
  const lanes = lanesFor(width);
  const arrows: Arrow[] = [];
  let y = headHeight + 6;
  for (const step of steps) {
    const [from, to] = ends(step.number, lanes);
    const room = Math.abs(to - from) - 14;
    const label = wrap(`${step.number} ${step.label}`, room / labelCharacter, 2);
    const note = step.note === null ? [] : wrap(step.note, room / noteCharacter, maxNoteLines);
    const labelY = y + lineHeight;
    const arrowY = labelY + (label.length - 1) * lineHeight + 5;
    arrows.push({ step, from, to, y: arrowY, textX: Math.min(from, to) + 8, label, note, labelY });
    y = arrowY + (note.length === 0 ? 3 : note.length * lineHeight + 4);
  }
  return { width, height: y + 10, lanes, arrows };
}

function lanesFor(width: number): SequenceLayout['lanes'] {
  const edge = Math.min(46, width * 0.1);
  const inner = width - 2 * edge;
  return [edge, edge + inner * 0.34, edge + inner * 0.74, width - edge];
}

function ends(
  step: StepNumber,
  [page, browser, gateway]: SequenceLayout['lanes'],
): readonly [number, number] {
  switch (step) {
    case 1:
      return [page, browser];
    case 2:
    case 4:
      return [browser, gateway];
    case 3:
    case 5:
      return [gateway, browser];
    case 6:
      return [browser, page];
  }
}

/** Greedy wrapping by words; a word longer than a line is cut. */
export function wrap(text: string, columns: number, maxLines: number): readonly string[] {
  const limit = Math.max(4, Math.floor(columns));
  const lines: string[] = [];
  let rest = text.trim();
  while (rest.length > limit && lines.length < maxLines - 1) {
    const space = rest.lastIndexOf(' ', limit);
    const cut = space > 0 ? space : limit;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, rest.length > limit ? `${rest.slice(0, limit - 1)}…` : rest];
}
