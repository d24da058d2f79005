import type { List, ListItem, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { DocumentLink, MarkdownDocument } from '../text/document.ts';

/** A list that starts after more headings than this (a title, a “Contents”) is no table of contents. */
const headingsAbove = 3;

/**
 * @returns the links of the document's table of contents: of the first list near the top most of whose items are
 * nothing but a link into the document. Empty where there is no such list.
 */
export function contentsOf({ tree, links, headings }: MarkdownDocument): DocumentLink[] {
  for (const node of tree.children) {
    if (node.type !== 'list' || !isContents(node)) continue;
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (headings.filter(({ at }) => at.offset < start).length > headingsAbove) return [];
    return links.filter(({ at, url }) => url.startsWith('#') && at.offset >= start && at.endOffset <= end);
  }
  return [];
}

function isContents(list: List): boolean {
  const items: ListItem[] = [];
  visit(list, 'listItem', (item) => {
    items.push(item);
  });
  const entries = items.filter(isEntry);
  return entries.length >= 2 && entries.length * 2 > items.length;
}

/** An item that says nothing besides a link into the document. */
function isEntry(item: ListItem): boolean {
  const [paragraph] = item.children;
  if (paragraph?.type !== 'paragraph') return false;
  const [link, ...rest] = paragraph.children;
  return link !== undefined && rest.every(isBlank) && link.type === 'link' && link.url.startsWith('#');
}

const isBlank = (node: Nodes): boolean => node.type === 'text' && node.value.trim() === '';
