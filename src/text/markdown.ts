import GithubSlugger from 'github-slugger';
import type { Heading as HeadingNode } from 'mdast';
import type { Heading, MarkdownDocument } from './document.ts';
import { readLink, visibleText } from './inline.ts';
import { parseMarkdown } from './markdown-tree.ts';
import { type Positions, positionsIn } from './positions.ts';
import { readTable } from './table.ts';
import { withoutTangles } from './tangles.ts';
import { walk } from './walk.ts';

/**
 * Reads a Markdown document as GitHub renders it, with the position of every part. Never throws: any text is Markdown.
 * Source: the GitHub Flavored Markdown spec; the fragments of headings as GitHub makes them.
 */
export function readMarkdown(path: string, text: string): MarkdownDocument {
  const { text: readable, tangles } = withoutTangles(withoutPreamble(text));
  const tree = parseMarkdown(readable);
  const positions = positionsIn(path, text);
  const slugger = new GithubSlugger();
  const definitions = new Map<string, string>();
  const document: MarkdownDocument = {
    kind: 'markdown',
    path,
    text,
    tree,
    headings: [],
    tables: [],
    links: [],
    tangles: tangles.map(({ offset, endOffset }) => positions.between(offset, endOffset)),
    anchors: new Set(),
  };

  walk(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
    return undefined;
  });
  walk(tree, (node) => {
    switch (node.type) {
      case 'heading':
        document.headings.push(readHeading(node, slugger, positions));
        break;
      case 'table':
        document.tables.push(readTable(node, { section: document.headings.at(-1) ?? null, positions, definitions }));
        break;
      case 'link':
      case 'linkReference': {
        const link = readLink(node, positions, definitions);
        if (link) document.links.push(link);
        break;
      }
      case 'html':
        for (const name of anchorsInHtml(node.value)) document.anchors.add(name);
    }
    return undefined;
  });
  for (const { anchor } of document.headings) document.anchors.add(anchor);
  return document;
}

function readHeading(node: HeadingNode, slugger: GithubSlugger, positions: Positions): Heading {
  const text = visibleText(node);
  return { depth: node.depth, text, anchor: slugger.slug(text), at: positions.of(node) };
}

/** Front matter and a byte order mark are no Markdown; blanks in their place keep all positions. */
function withoutPreamble(text: string): string {
  const marked = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const frontMatter = /^ ?---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|$)/.exec(marked)?.[0] ?? '';
  return frontMatter.replace(/[^\r\n]/g, ' ') + marked.slice(frontMatter.length);
}

function anchorsInHtml(html: string): string[] {
  const visible = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  return [...visible.matchAll(/<[a-z][^<>]*?\s(?:name|id)\s*=\s*["']?([^"'\s<>]+)/gi)].map((match) => match[1] ?? '');
}
