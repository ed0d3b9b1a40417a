import { isCollection, isNode, isPair, isScalar, type LineCounter, type Node } from 'yaml';
import type { Place } from './place.ts';

const byteOrderMark = '\ufeff';

/** Places of composed nodes, exact to the character where the library's own ranges take in what follows a value. */
export class SourcePlaces {
  readonly #ends = new Map<Node, number>();

  constructor(
    private readonly text: string,
    private readonly lines: LineCounter,
    private readonly tagStarts: ReadonlyMap<number, number>,
  ) {}

  at(start: number, end: number): Place {
    const { line, col } = this.lines.linePos(start);
    // Editors do not show a byte order mark.
    const unseen = line <= 1 && start > 0 && this.text.startsWith(byteOrderMark) ? 1 : 0;
    return { line: Math.max(line, 1), column: Math.max(col - unseen, 1), start, end };
  }

  /** The node's place without its tag. */
  of(node: Node): Place {
    return this.at(startOf(node), this.#endOf(node));
  }

  /** The node's place, beginning at its tag if it has one. */
  withTag(node: Node): Place {
    const start = startOf(node);
    return this.at(this.#tagStart(node, start) ?? start, this.#endOf(node));
  }

  #tagStart(node: Node, start: number): number | null {
    if (node.tag === undefined) return null;
    const known = this.tagStarts.get(start);
    if (known !== undefined) return known;
    // A tag with nothing behind it, such as `!Ref` at the end of a line.
    const before = this.text.lastIndexOf('!', start - 1);
    return before >= 0 && /^!\S*\s*$/.test(this.text.slice(before, start)) ? before : null;
  }

  #endOf(node: Node): number {
    if (!isCollection(node)) return this.#findEnd(node);
    const known = this.#ends.get(node);
    if (known !== undefined) return known;
    const end = this.#findEnd(node);
    this.#ends.set(node, end);
    return end;
  }

  #findEnd(node: Node): number {
    const end = node.range?.[1] ?? 0;
    if (isScalar(node)) return isBlock(node.type) ? this.#beforeLineBreak(end) : end;
    if (!isCollection(node) || node.flow === true) return end;
    const last: unknown = node.items[node.items.length - 1];
    const inner = isPair(last) ? (last.value ?? last.key) : last;
    return isNode(inner) ? this.#endOf(inner) : end;
  }

  #beforeLineBreak(end: number): number {
    if (this.text[end - 1] !== '\n') return end;
    return this.text[end - 2] === '\r' ? end - 2 : end - 1;
  }
}

const startOf = (node: Node) => node.range?.[0] ?? 0;

const isBlock = (type: string | undefined) => type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
