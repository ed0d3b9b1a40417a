import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What is used of a tree-sitter node. */
interface Node {
  readonly type: string;
  readonly isMissing: boolean;
  readonly isNamed: boolean;
  readonly hasError: boolean;
  readonly text: string;
  readonly children: readonly (Node | null)[];
}

interface Parser {
  setLanguage(language: unknown): void;
  parse(text: string): { readonly rootNode: Node; delete(): void };
}

interface TreeSitter {
  readonly Parser: { new (): Parser; init(): Promise<void> };
  readonly Language: { load(path: string): Promise<unknown> };
}

const require = createRequire(import.meta.url);

function load(): TreeSitter | null {
  try {
    return require('@vscode/tree-sitter-wasm');
  } catch {
    return null;
  }
}

const treeSitter = load();
/** Once: a second start would leave the first one's grammars behind. */
const ready = treeSitter?.Parser.init();

/** False where the packages were installed before this one was needed. */
export const canRead = treeSitter !== null;

/** A text's tree without its names and values: node types, every string literal as one leaf, unless it holds code. */
export type Read = (text: string) => { readonly broken: boolean; readonly shape: string };

/** The reader of one language, from the grammars that VS Code ships. */
export async function readerOf(grammar: string): Promise<Read> {
  if (treeSitter === null) throw new Error('@vscode/tree-sitter-wasm is not installed');
  await ready;
  const parser = new treeSitter.Parser();
  const folder = dirname(require.resolve('@vscode/tree-sitter-wasm'));
  parser.setLanguage(await treeSitter.Language.load(join(folder, `tree-sitter-${grammar}.wasm`)));
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
