import type { CST } from 'yaml';

/** Levels of nesting: a template has a dozen, and the library composes nested values by recursion. */
export const deepest = 200;

export interface TokenScan {
  /** Where the tag of a value or key begins, by where the value itself does: composed nodes do not tell. */
  readonly tagStarts: ReadonlyMap<number, number>;
  /** The offset of the first value that lies too deep; null where none does. */
  readonly tooDeepAt: number | null;
  readonly hasAliases: boolean;
}

/** Walks the tokens of a text without recursion, before they are composed. */
export function scanTokens(tokens: readonly CST.Token[]): TokenScan {
  const tagStarts = new Map<number, number>();
  const open: { readonly token: CST.Token; readonly depth: number }[] = [];
  let tooDeepAt: number | null = null;
  let hasAliases = false;
  const enter = (before: readonly CST.SourceToken[], token: CST.Token | null | undefined, depth: number) => {
    if (!token) return;
    const tag = before.find(({ type }) => type === 'tag');
    if (tag !== undefined) tagStarts.set(token.offset, tag.offset);
    open.push({ token, depth });
  };
  for (const token of tokens) if (token.type === 'document') enter(token.start, token.value, 1);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (token.type === 'alias') hasAliases = true;
    if (!('items' in token)) continue;
    if (depth > deepest) {
      tooDeepAt = Math.min(token.offset, tooDeepAt ?? token.offset);
      continue;
    }
    for (const { start, key, sep, value } of token.items) {
      enter(start, key, depth + 1);
      enter(sep ?? start, value, depth + 1);
    }
  }
  return { tagStarts, tooDeepAt, hasAliases };
}
