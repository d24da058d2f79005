import type { List, Nodes } from 'mdast';
import type { Mention } from '../model/charter.ts';
import type { Heading, MarkdownDocument } from '../text/document.ts';
import { visibleText } from '../text/inline.ts';
import { nameKey } from '../text/names.ts';
import { positionsIn } from '../text/positions.ts';

/**
 * @returns the names in the list that stands right above the first group's heading, `null` where there is none. A table
 * of contents is such a list too: what it has of the headings above the groups' own is left out.
 */
export function listAbove(document: MarkdownDocument, heading: Heading | null): Mention[] | null {
  if (!heading) return null;
  const above = document.tree.children.filter((node) => (node.position?.start.offset ?? 0) < heading.at.offset);
  const last = above.at(-1);
  if (last?.type !== 'list') return null;
  const positions = positionsIn(document.path, document.text);
  const higher = new Set(
    document.headings.filter(({ depth }) => depth < heading.depth).map(({ text }) => nameKey(text)),
  );
  return namesIn(last)
    .map((node) => ({ name: visibleText(node), at: positions.of(node) }))
    .filter(({ name }) => !higher.has(nameKey(name)));
}

/** The first line of each entry, and of the entries below it. */
function namesIn(list: List): Nodes[] {
  return list.children.flatMap((item) =>
    item.children.flatMap((child, index) => {
      if (child.type === 'list') return namesIn(child);
      return index === 0 && child.type === 'paragraph' ? [child] : [];
    }),
  );
}
