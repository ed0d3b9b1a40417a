/** What is used of tree-sitter. */
export interface TreeSitter {
  readonly Parser: { new (): Parser; init(): Promise<void> };
  readonly Language: { load(path: string): Promise<unknown> };
}

interface Parser {
  setLanguage(language: unknown): void;
  parse(text: string): { readonly rootNode: Node; delete(): void };
}

interface Node {
  readonly type: string;
  readonly hasError: boolean;
  readonly children: readonly (Node | null)[];
}

/** A text's tree without its names and values: node types, every string literal as one leaf, unless it holds code. */
export type Read = (text: string) => { readonly broken: boolean; readonly shape: string };

export function readBy(parser: Parser): Read {
  return (text) => {
    const tree = parser.parse(text);
    const read = { broken: tree.rootNode.hasError, shape: shapeOf(tree.rootNode) };
    tree.delete();
    return read;
  };
}

const strings = new Set(['string', 'string_literal', 'interpreted_string_literal']);
/** What a literal may consist of in any of the grammars. */
const inert =
  /^(?:"|escape_sequence|string_(?:start|end|fragment|content|literal_content)|interpreted_string_literal_content)$/;

function shapeOf(node: Node): string {
  const children = node.children.filter((child) => child !== null);
  if (strings.has(node.type) && children.every(isInert)) return 'literal';
  return children.length === 0 ? node.type : `${node.type}(${children.map(shapeOf).join(' ')})`;
}

function isInert(node: Node): boolean {
  return inert.test(node.type) && node.children.every((child) => child !== null && isInert(child));
}
