import type { Block, Line, Piece } from './block.ts';
import { htmlStyle, htmlStyleHash } from './html-style.ts';
import { outlineParts } from './outline.ts';
import type { Report } from './report.ts';
import { visible, visibleBlock } from './visible.ts';

/** The report as one HTML file without script or request: its policy allows its own style sheet and nothing else. */
export function toHtml(report: Report): string {
  return [...htmlParts(report)].join('');
}

/** The same in pieces, so that a large one can be written bit by bit. */
export function* htmlParts(report: Report): Generator<string> {
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${htmlStyleHash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CORS report</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
`;
  for (const blocks of outlineParts(report, { messages: true }))
    if (blocks.length > 0) yield `${blocks.map(htmlBlock).join('\n')}\n`;
  yield '</main>\n</body>\n</html>\n';
}

function htmlBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level} class="${block.tone}">${htmlLine(block.line)}</h${block.level}>`;
    case 'paragraph':
      return `<p class="${block.tone}">${htmlLine(block.line)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${htmlLine(item)}</li>`).join('\n')}\n</ul>`;
    case 'code':
      return `<pre>${escapeHtml(visibleBlock(block.text))}</pre>`;
  }
}

function htmlLine(line: Line): string {
  return line.map(htmlPiece).join('');
}

function htmlPiece(piece: Piece): string {
  if (typeof piece === 'string') return escapeHtml(visible(piece));
  if ('href' in piece) return `<a href="${escapeHtml(piece.href)}">${escapeHtml(piece.text)}</a>`;
  return `<code>${escapeHtml(piece.value === '' ? '(empty)' : visible(piece.value))}</code>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
