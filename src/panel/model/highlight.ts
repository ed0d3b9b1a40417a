import type { Fix } from '../../fix/index.ts';

export interface Token {
  readonly kind: 'plain' | 'comment' | 'string' | 'key' | 'keyword';
  readonly text: string;
}

/** Alternatives in order of precedence; the group's name is the token's kind. No alternative can backtrack over another. */
const grammars: Readonly<Record<Fix['language'], RegExp | null>> = {
  yaml: /(?<comment>(?<![^\s])#[^\n]*)|(?<key>(?<=^[ \t]*(?:- )?)[A-Za-z0-9_.:-]+(?=:(?:\s|$)))|(?<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')|(?<keyword>\b(?:true|false|null)\b|![A-Za-z:]+)/gm,
  javascript:
    /(?<comment>\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/)|(?<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`)|(?<keyword>\b(?:async|await|const|else|export|false|for|function|if|import|let|new|null|of|return|throw|true|try|catch|undefined)\b)|(?<key>\b[A-Za-z_$][\w$]*(?=:))/g,
  text: null,
};

/** Splits a text into tokens that join to exactly that text. */
export function highlight(text: string, language: Fix['language']): readonly Token[] {
  const grammar = grammars[language];
  if (grammar === null) return [{ kind: 'plain', text }];
  const tokens: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(grammar)) {
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
