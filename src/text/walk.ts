import type { Nodes } from 'mdast';

/**
 * Shows every node of a tree, parents before their children and in the document's order; below a node for which `see`
 * says `'skip'` nothing is shown. Without the bookkeeping of general walkers, which takes longer than the rules do, and
 * without a call for each level, so that no nesting is too deep.
 */
export function walk(tree: Nodes, see: (node: Nodes) => 'skip' | undefined): void {
  const waiting = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (see(node) === 'skip' || !('children' in node)) continue;
    for (let last = node.children.length - 1; last >= 0; last--) waiting.push(node.children[last]!);
  }
}
