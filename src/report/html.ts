import { type Block, type Line, type Piece, prose } from './block.ts';
import { htmlStyle, htmlStyleHash } from './html-style.ts';
import { outlineParts, toldOf } from './outline.ts';
import { outcomes } from './outline-exchange.ts';
import type { Report } from './report.ts';
import { htmlPicture } from './sequence/html-picture.ts';
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
  const told = toldOf(report);
  let section = 0;
  for (const blocks of outlineParts(report, { messages: true })) {
    const [first] = blocks;
    if (first?.type !== 'heading' || first.level !== 2) {
      yield blocks
        .map(htmlBlock)
        .join('\n')
        .concat(blocks.length > 0 ? '\n' : '');
      if (first?.type === 'heading') yield contents(report);
      continue;
    }
    // The sections of the exchanges come first.
    const exchange = told[section];
    const picture = exchange === undefined ? '' : htmlPicture(exchange, section);
    section += 1;
    yield `<section id="s${section}" class="${first.tone}">\n${grouped(blocks, picture)}\n</section>\n`;
  }
  yield '</main>\n</body>\n</html>\n';
}

/** More than these nobody reads before the report itself. */
const mostContents = 200;

/** Leads to the sections of the exchanges, which come first and are numbered so; nothing where one look shows all. */
function contents(report: Report): string {
  const told = toldOf(report);
  if (told.length < 2) return '';
  const items = told.slice(0, mostContents).map(({ request, verdict, findings }, index) => {
    const known = outcomes.find(({ outcome }) => outcome === verdict.outcome);
    const cause = findings.find(({ causedBy }) => causedBy === null) ?? findings[0];
    const shown = htmlLine([{ value: request.method }, ' ', { value: request.url }]);
    const title = cause === undefined ? (known?.word ?? verdict.outcome) : htmlLine(prose(cause.title));
    return `<li class="${known?.tone ?? 'plain'}"><a href="#s${index + 1}">${shown}</a> ${title}</li>`;
  });
  const more =
    told.length > mostContents ? `<p class="plain">and ${told.length - mostContents} more</p>\n` : '';
  return `<ol>\n${items.join('\n')}\n</ol>\n${more}`;
}

/** What stands under a heading of the third level is one card with it, which a page break spares; the picture goes before the first. */
function grouped(blocks: readonly Block[], picture: string): string {
  let out = '';
  let open = false;
  for (const block of blocks) {
    if (block.type === 'heading' && block.level === 3) {
      out += `${open ? '</article>\n' : picture}<article class="${block.tone}">\n`;
      open = true;
    }
    out += `${htmlBlock(block)}\n`;
  }
  return `${out}${open ? '</article>' : picture}`;
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
