import type { Actors } from './actors.ts';
import type { Step, StepNumber } from './flow.ts';
import { type Face, shorten, widthOf, wrap } from './measure.ts';
import type { Row } from './rows.ts';

export interface Lines {
  readonly face: Face;
  readonly x: number;
  /** Baseline of the first line in px. */
  readonly y: number;
  readonly lines: readonly string[];
}

/** One arrow with its texts, ready to be drawn. */
export interface Arrow {
  readonly step: Step;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly label: Lines;
  /** Below the arrow. */
  readonly note: Lines | null;
}

/** A line across the picture, which interrupts the lifelines. */
export interface Band {
  readonly y: number;
  readonly height: number;
  readonly text: Lines;
  /** The whole of it. */
  readonly title: string;
}

export interface Head {
  readonly x: number;
  readonly half: number;
  readonly name: string;
  readonly title: string;
}

export interface SequenceLayout {
  readonly width: number;
  readonly height: number;
  readonly heads: readonly Head[];
  /** x, and the y at which a piece of a lifeline begins and ends. */
  readonly lifelines: readonly (readonly [number, number, number])[];
  readonly lanes: Lanes;
  readonly arrows: readonly Arrow[];
  readonly bands: readonly Band[];
}

/** The x of the lifelines. */
export interface Lanes {
  readonly page: number;
  readonly browser: number;
  readonly gateway: number;
  /** Null where there is no room. */
  readonly integration: number | null;
}

export const lineHeight = 13;
export const headHeight = 22;
const bandHeight = 19;
/** Below this width there is no room for the fourth lifeline. */
const roomForIntegration = 480;
const maxLines = 4;
/** What is left free on both sides of a text between two lifelines. */
const margin = 7;

/** Where everything goes at a width in px, of 240 and more. Long texts wrap and end in an ellipsis; the rows grow to hold them. */
export function layOut(rows: readonly Row[], width: number, actors: Actors): SequenceLayout {
  const { heads, lanes } = headsFor(width, actors);
  const arrows: Arrow[] = [];
  const bands: Band[] = [];
  let y = headHeight + 8;
  for (const row of rows) {
    if (row.type === 'band') {
      const lines = [shorten(row.text, width - 2 * margin - 2, 'words')];
      const text = { face: 'words', x: margin + 1, y: y + 15, lines } as const;
      bands.push({ y: y + 2, height: bandHeight, text, title: row.text });
      y += bandHeight + 6;
    } else {
      const { arrow, bottom } = arrowOf(row.step, y, lanes);
      arrows.push(arrow);
      y = bottom;
    }
  }
  const height = y + 6;
  const ys = [headHeight, ...bands.flatMap((band) => [band.y, band.y + band.height]), height];
  const pieces = ys.flatMap((top, index) =>
    index % 2 === 0 ? [[top, ys[index + 1] ?? height] as const] : [],
  );
  const lifelines = heads.flatMap(({ x }) => pieces.map(([top, bottom]) => [x, top, bottom] as const));
  return { width, height, heads, lifelines, lanes, arrows, bands };
}

function arrowOf(step: Step, top: number, lanes: Lanes): { readonly arrow: Arrow; readonly bottom: number } {
  const [from, to] = ends(step.number, lanes);
  const x = Math.min(from, to) + margin;
  const room = Math.abs(to - from) - 2 * margin;
  const label = wrap(`${step.number} ${step.label}`, room, 'words', maxLines);
  const labelY = top + lineHeight;
  const y = labelY + (label.length - 1) * lineHeight + 5;
  const note = step.note === null ? [] : wrap(step.note, room, 'wire', maxLines);
  return {
    arrow: {
      step,
      from,
      to,
      y,
      label: { face: 'words', x, y: labelY, lines: label },
      note: note.length === 0 ? null : { face: 'wire', x, y: y + lineHeight, lines: note },
    },
    bottom: y + (note.length === 0 ? 6 : note.length * lineHeight + 9),
  };
}

/** Half of a head's width, which holds its name. */
const halfOf = (name: string): number => Math.ceil(widthOf(name, 'words') / 2) + 7;

function headsFor(
  width: number,
  { gateway, integration, integrationTitle }: Actors,
): {
  readonly heads: readonly Head[];
  readonly lanes: Lanes;
} {
  const left = halfOf('Page') + 1;
  const wide = width >= roomForIntegration;
  const right = width - halfOf(wide ? integration : gateway) - 1;
  const at = (share: number): number => Math.round(left + (right - left) * share);
  // The third head keeps clear of the fourth.
  const clear = right - halfOf(integration) - halfOf(gateway) - 6;
  const lanes = wide
    ? { page: left, browser: at(0.34), gateway: Math.min(at(0.76), clear), integration: right }
    : { page: left, browser: at(0.44), gateway: right, integration: null };
  const head = (x: number, name: string, title = name): Head => ({ x, half: halfOf(name), name, title });
  return {
    lanes,
    heads: [
      head(lanes.page, 'Page'),
      head(lanes.browser, 'Browser'),
      head(lanes.gateway, gateway),
      ...(lanes.integration === null ? [] : [head(lanes.integration, integration, integrationTitle)]),
    ],
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
