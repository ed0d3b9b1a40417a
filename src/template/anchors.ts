import { type Alias, type Document, isAlias, type Node, visit } from 'yaml';

/**
 * What every alias of a document stands for: the last value before it that has its anchor. Made in one walk, because the
 * library looks through the whole document for each alias.
 */
export function aliasTargets(document: Document): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const target = anchored.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) {
        anchored.set(node.anchor, node);
      }
    },
  });
  return targets;
}
