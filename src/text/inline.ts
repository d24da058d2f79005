import type { Link as LinkNode, LinkReference, Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { DocumentLink } from './document.ts';
import type { Positions } from './positions.ts';

/** What a reader sees of a node: no markup, no HTML, no alternative text of images. */
export function visibleText(node: Nodes): string {
  return textOf(node, { includeImageAlt: false, includeHtml: false })
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** @returns `null` for a reference to nothing, which is plain text. */
export function readLink(
  node: LinkNode | LinkReference,
  positions: Positions,
  definitions: Map<string, string>,
): DocumentLink | null {
  const at = positions.of(node);
  const url = node.type === 'link' ? node.url : definitions.get(node.identifier);
  if (url === undefined) return null;
  const source = positions.text.slice(at.offset, at.endOffset);
  return { text: visibleText(node), url, at, bare: !source.startsWith('[') };
}
