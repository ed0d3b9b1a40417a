import { type CST, Lexer, type LineCounter, Parser } from 'yaml';

/** Lexemes read at most: blanks, indicators, scalars. A template of 10,000 functions has 900,000. */
const most = 1_500_000;

/** Lexemes that stand for nothing in the text: a document's start, the end of a flow, and that a scalar follows. */
const signals = new Set(['\x02', '\x18', '\x1f']);

export interface Tokens {
  readonly tokens: readonly CST.Token[];
  /** Where the text went beyond what is read; null where it did not. Then `tokens` are not all. */
  readonly tooManyAt: number | null;
}

/**
 * The tokens of a text, as the library's own `Parser.parse` makes them, but within bounds: no more than a measure, nothing
 * behind a second document's start, and nothing behind the first thing that is no YAML, because that is told alone.
 */
export function tokensOf(text: string, lines: LineCounter): Tokens {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let read = 0;
  let at = 0;
  let documents = 0;
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    read += 1;
    if (read > most) return { tokens, tooManyAt: at };
    if (!signals.has(lexeme)) at += lexeme.length;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'document') documents += 1;
      if (token.type === 'error' || documents > 1) return { tokens, tooManyAt: null };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, tooManyAt: null };
}
