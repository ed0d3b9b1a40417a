import { actors } from './actors.ts';
import { stepNames } from './flow.ts';
import {
  type Arrow,
  type Band,
  type Head,
  headHeight,
  type Lanes,
  type Lines,
  layOut,
  lineHeight,
} from './layout.ts';
import type { Pictured } from './pictured.ts';
import { type Row, rowsOf } from './rows.ts';
import { node, type SvgNode } from './svg-node.ts';

/**
 * The flow of an exchange between Page, Browser, Gateway and Integration at a width in px. Colours come from classes, so
 * that the page's own style sheet sets them; whoever sees no picture gets the same as a text.
 */
export function sequencePicture(exchange: Pictured, width: number): SvgNode {
  const rows = rowsOf(exchange);
  const { height, heads, lifelines, lanes, arrows, bands } = layOut(rows, width, actors[exchange.gateway]);
  return node(
    'svg',
    {
      class: 'sequence',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': told(rows),
    },
    ...lifelines.map(([x, y1, y2]) => node('line', { class: 'lifeline', x1: x, y1, x2: x, y2 })),
    ...heads.map(headNode),
    ...bands.map((band) => bandNode(band, width)),
    ...arrows.map((arrow) => arrowNode(arrow, lanes)),
  );
}

const stateWords = {
  done: '',
  failed: 'failed',
  ghost: 'never happened',
  told: 'from cache',
  waiting: 'not yet',
};

function told(rows: readonly Row[]): string {
  return rows
    .map((row) => {
      if (row.type === 'band') return row.text;
      const { number, state, label, note } = row.step;
      const words = [`Step ${number}, ${stepNames[number]}: ${label}`, note, stateWords[state]];
      return words.filter(Boolean).join(', ');
    })
    .join('. ');
}

function headNode({ x, half, name, title }: Head): SvgNode {
  return node(
    'g',
    { class: 'head' },
    node('title', {}, title),
    node('rect', { x: x - half, y: 1, width: half * 2, height: headHeight - 2, rx: 4 }),
    node('text', { x, y: 15, 'text-anchor': 'middle' }, name),
  );
}

function bandNode({ y, height, text, title }: Band, width: number): SvgNode {
  return node(
    'g',
    { class: 'band' },
    node('title', {}, title),
    node('rect', { x: 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: 3 }),
    ...linesOf(text),
  );
}

function linesOf({ face, x, y, lines }: Lines): readonly SvgNode[] {
  return lines.map((line, index) => node('text', { class: face, x, y: y + index * lineHeight }, line));
}

function arrowNode({ step, from, to, y, label, note }: Arrow, lanes: Lanes): SvgNode {
  const { number, state } = step;
  const beyond =
    step.reachesIntegration === true && lanes.integration !== null
      ? [
          number === 4
            ? ([lanes.gateway, lanes.integration] as const)
            : ([lanes.integration, lanes.gateway] as const),
        ]
      : [];
  return node(
    'g',
    { class: `step ${state}`, 'data-step': number, 'data-state': state },
    node('title', {}, [step.label, step.note].filter(Boolean).join('\n')),
    ...linesOf(label),
    node('path', { d: arrowPath(from, to, y) }),
    ...beyond.map(([a, b]) => node('path', { class: 'beyond', d: arrowPath(a, b, y) })),
    ...(state === 'failed' && number !== 6 ? [cross((from + to) / 2, y)] : []),
    ...(note === null ? [] : linesOf(note)),
  );
}

function arrowPath(from: number, to: number, y: number): string {
  const head = to > from ? -6 : 6;
  return `M${from} ${y}H${to}m${head} -4 ${-head} 4 ${head} 4`;
}

/** Failure is told by shape too, not by colour alone. */
function cross(x: number, y: number): SvgNode {
  return node('path', { class: 'cross', d: `M${x - 4} ${y - 4}l8 8m0 -8l-8 8` });
}
