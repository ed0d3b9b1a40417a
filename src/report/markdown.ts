import type { Block, Line, Piece } from './block.ts';
import { outlineParts } from './outline.ts';
import type { Report } from './report.ts';
import { visible } from './visible.ts';

/** The report as GitHub-flavoured Markdown for a ticket. Strangers' text stands in code spans and fences, or escaped. */
export function toMarkdown(report: Report): string {
  return [...markdownParts(report)].join('');
}

/** The same in pieces, so that a large one can be written bit by bit. */
export function* markdownParts(report: Report): Generator<string> {
  let between = '';
  for (const blocks of outlineParts(report, { messages: true })) {
    if (blocks.length === 0) continue;
    yield between + blocksToMarkdown(blocks);
    between = '\n';
  }
}

/** Any such document as Markdown. */
export function blocksToMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownBlock).join('\n\n')}\n`;
}

function markdownBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${markdownLine(block.line)}`;
    case 'paragraph':
      return escapeStart(markdownLine(block.line));
    case 'list':
      return block.items.map((item) => `- ${escapeStart(markdownLine(item))}`).join('\n');
    case 'code':
      return codeFence(block.language, block.text);
  }
}

function markdownLine(line: Line): string {
  return line.map(markdownPiece).join('').trim();
}

function markdownPiece(piece: Piece): string {
  if (typeof piece === 'string') return escapeMarkdown(piece);
  return 'href' in piece ? `[${escapeMarkdown(piece.text)}](${piece.href})` : codeSpan(piece.value);
}

/** A code span whose fence is longer than any run of backticks in the value; an empty value is named. */
export function codeSpan(value: string): string {
  const text = visible(value);
  if (text === '') return '(empty)';
  const fence = '`'.repeat(longestRun(text) + 1);
  const padding = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** A fenced block whose fence is longer than any run of backticks in the text. */
export function codeFence(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/**
 * Prose on one line: markup, HTML, links, tables, mathematics, mentions and bare addresses lose their meaning and keep
 * their looks. The zero-width space after `@` and `://` is what GitHub's autolinks, which ignore backslashes, stop at.
 */
export function escapeMarkdown(text: string): string {
  return visible(text.replace(/\s+/g, ' '))
    .replace(/[\\`*_[\]<>&|~$]/g, '\\$&')
    .replace(/@|:\/\/|www\./gi, '$&\u200b');
}

/** At the start of a block some more characters have a meaning. */
function escapeStart(line: string): string {
  return line.replace(/^([#+=-]|\d+(?=[.)]))/, (match) =>
    /^\d/.test(match) ? `${match.slice(0, -1)}&#${match.charCodeAt(match.length - 1)};` : `\\${match}`,
  );
}
