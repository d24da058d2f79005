import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { walk } from './walk.ts';

const syntax = gfm();
const extensions = gfmFromMarkdown();
const withoutTransforms = extensions.map(({ transforms: _, ...extension }) => extension);
const transforms = extensions.flatMap((extension) => extension.transforms ?? []);

/** Parses a text as GitHub renders it. Source: the GitHub Flavored Markdown spec. */
export function parseMarkdown(text: string): Root {
  const tree = fromMarkdown(text, { extensions: [syntax], mdastExtensions: withoutTransforms });
  if (hasAddressAsText(tree)) for (const transform of transforms) transform(tree);
  return tree;
}

/**
 * Whether a text outside of links has what may be an address: the extension then makes links of the addresses that the
 * parser left. Most documents have none, and looking for them takes the extension longer than all rules together.
 */
function hasAddressAsText(tree: Root): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.type === 'text') found ||= /https?:\/\/|www\.|[-.\w+]@[-\w]+\./i.test(node.value);
    return node.type === 'link' || node.type === 'linkReference' ? 'skip' : undefined;
  });
  return found;
}
