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
  readonly lanes: Lanes;
  readonly arrows: readonly Arrow[];
}

/** The x of the lifelines. */
export interface Lanes {
  readonly page: number;
  readonly browser: number;
  readonly gateway: number;
  /** Null where there is no room. */
  readonly integration: number | null;
}

/** Estimated widths in px of a character at the sizes that `sequence.css` sets; generous, so that no label crosses a lifeline. */
const labelCharacter = 6.6;
const noteCharacter = 6.5;
const lineHeight = 13;
/** Below this width there is no room for the integration's lifeline. */
const roomForIntegration = 440;
const headHeight = 26;
const maxNoteLines = 3;

/** Where everything goes at a given width; `behind`: whether something stands behind the gateway. Long notes wrap and end in an ellipsis; the arrows' rows grow to hold them. */
export function layOutSequence(steps: readonly Step[], width: number, behind = true): SequenceLayout {
  const lanes = lanesFor(width, behind);
  const arrows: Arrow[] = [];
  let y = headHeight + 6;
  for (const step of steps) {
    const [from, to] = ends(step.number, lanes);
    const room = Math.abs(to - from) - 14;
    const label = wrap(`${step.number} ${step.label}`, room / labelCharacter, 3);
    const note = step.note === null ? [] : wrap(step.note, room / noteCharacter, maxNoteLines);
    const labelY = y + lineHeight;
    const arrowY = labelY + (label.length - 1) * lineHeight + 5;
    arrows.push({ step, from, to, y: arrowY, textX: Math.min(from, to) + 8, label, note, labelY });
    y = arrowY + (note.length === 0 ? 5 : note.length * lineHeight + 8);
  }
  return { width, height: y + 10, lanes, arrows };
}

function lanesFor(width: number, behind: boolean): Lanes {
  const edge = 44;
  const inner = Math.max(160, width - 2 * edge);
  if (!behind || width < roomForIntegration)
    return { page: edge, browser: edge + inner * 0.4, gateway: edge + inner, integration: null };
  return {
    page: edge,
    browser: edge + inner * 0.34,
    gateway: edge + inner * 0.76,
    integration: edge + inner,
  };
}

function ends(step: StepNumber, { page, browser, gateway }: Lanes): readonly [number, number] {
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

/** Greedy wrapping after spaces, commas, hyphens and underscores; a piece longer than a line is cut. */
export function wrap(text: string, columns: number, maxLines: number): readonly string[] {
  const limit = Math.max(4, Math.floor(columns));
  const lines: string[] = [];
  let rest = text.trim();
  while (rest.length > limit && lines.length < maxLines - 1) {
    const seam = Math.max(
      rest.lastIndexOf(' ', limit),
      ...[',', '-', '_'].map((mark) => rest.lastIndexOf(mark, limit - 1) + 1),
    );
    const cut = seam > 0 ? seam : limit;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, rest.length > limit ? `${rest.slice(0, limit - 1)}…` : rest];
}
