import type { Block, Line, Piece } from './block.ts';
import { outline } from './outline.ts';
import type { Report } from './report.ts';
import { visible, visibleBlock } from './visible.ts';

/** The report for a terminal: plain text without headers of messages. No value can move the cursor or colour anything. */
export function toText(report: Report): string {
  return `${outline(report, { messages: false }).map(textBlock).join('\n')}\n`;
}

function textBlock(block: Block): string {
  switch (block.type) {
    case 'heading': {
      const line = textLine(block.line);
      if (block.level === 3) return `\n${line}`;
      return `${block.level === 1 ? '' : '\n'}${line}\n${(block.level === 1 ? '=' : '-').repeat(Math.min(line.length, 78))}`;
    }
    case 'paragraph':
      return textLine(block.line);
    case 'list':
      return block.items.map((item) => `  - ${textLine(item)}`).join('\n');
    case 'code':
      return `\n${visibleBlock(block.text)}\n`;
  }
}

function textLine(line: Line): string {
  return line.map((piece) => visible(plain(piece))).join('');
}

function plain(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return 'href' in piece ? piece.text : (piece.plain ?? shown(piece.value));
}

function shown(value: string): string {
  return value === '' ? '(empty)' : value;
}
