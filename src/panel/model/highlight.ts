import type { Fix } from '../../fix/index.ts';

export interface Token {
  readonly kind: 'plain' | 'comment' | 'string' | 'key' | 'keyword';
  readonly text: string;
}

const comment = {
  slashes: String.raw`\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/`,
  hash: String.raw`#[^\n]*`,
};
const double = String.raw`"(?:[^"\\\n]|\\.)*"`;
const single = String.raw`'(?:[^'\\\n]|\\.)*'`;
const backtick = String.raw`\`(?:[^\`\\]|\\[\s\S])*\``;
const jsWords =
  'async|await|const|else|export|false|for|function|if|import|let|new|null|of|return|throw|true|try|catch|undefined';

/** Alternatives in order of precedence; the group's name is the token's kind. No alternative can backtrack over another. */
function grammar(comments: string, strings: readonly string[], words: string, key?: string): RegExp {
  const keys = key === undefined ? '' : `|(?<key>${key})`;
  const all = `(?<comment>${comments})|(?<string>${strings.join('|')})|(?<keyword>\\b(?:${words})\\b)${keys}`;
  return new RegExp(all, 'g');
}

const jsKey = String.raw`\b[A-Za-z_$][\w$]*(?=:)`;
const grammars: Readonly<Record<Fix['language'], RegExp | null>> = {
  yaml: /(?<comment>(?<![^\s])#[^\n]*)|(?<key>(?<=^[ \t]*(?:- )?)[A-Za-z0-9_.:-]+(?=:(?:\s|$)))|(?<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')|(?<keyword>\b(?:true|false|null)\b|![A-Za-z:]+)/gm,
  javascript: grammar(comment.slashes, [double, single, backtick], jsWords, jsKey),
  typescript: grammar(comment.slashes, [double, single, backtick], `${jsWords}|readonly|type`, jsKey),
  python: grammar(comment.hash, [double, single], 'and|def|except|from|if|import|in|not|or|return|try|None'),
  java: grammar(
    comment.slashes,
    [double],
    'catch|class|extends|final|for|if|implements|import|int|new|null|private|public|return|static|throws|try',
  ),
  go: grammar(
    comment.slashes,
    [double, '`[^`]*`'],
    'any|defer|error|for|func|if|import|int|map|nil|package|range|return|string|struct|type|var',
  ),
  csharp: grammar(
    comment.slashes,
    [double],
    'async|await|catch|class|foreach|if|in|int|new|null|object|out|private|public|readonly|return|static|string|try|typeof|using|var',
  ),
  ruby: grammar(comment.hash, [double, single], 'begin|def|end|if|require|rescue|return|unless'),
  shell: grammar('(?!)', ["'[^']*'"], 'aws'),
  text: null,
};

/** Splits a text into tokens that join to exactly that text. */
export function highlight(text: string, language: Fix['language']): readonly Token[] {
  const tokenizer = grammars[language];
  if (tokenizer === null) return [{ kind: 'plain', text }];
  const tokens: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(tokenizer)) {
    if (match.index > at) tokens.push({ kind: 'plain', text: text.slice(at, match.index) });
    tokens.push({ kind: kindOf(match.groups ?? {}), text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < text.length) tokens.push({ kind: 'plain', text: text.slice(at) });
  return tokens;
}

function kindOf(groups: { readonly [kind in Token['kind']]?: string | undefined }): Token['kind'] {
  if (groups.comment !== undefined) return 'comment';
  if (groups.string !== undefined) return 'string';
  return groups.key !== undefined ? 'key' : 'keyword';
}
