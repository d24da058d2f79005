import { visit } from 'unist-util-visit';
import type { Change } from '../text/changes.ts';
import type { MarkdownDocument } from '../text/document.ts';
import { type PlacedHtml, removalOf } from './remove-comment.ts';

/** A comment `<!-- remit-disable… rule, rule -->`. */
export interface DisableComment {
  /** The first word, be it one that Remit knows or not. */
  directive: string;
  /** Offsets of the comment. */
  from: number;
  to: number;
  names: RuleName[];
  /** What takes the comment away and leaves all else as it shows; `null` where nothing does. */
  removal: Change | null;
}

/** A rule's id as it stands in a comment, by offsets. */
export interface RuleName {
  rule: string;
  from: number;
  to: number;
}

/** @returns the comments that begin with `remit-disable`, in the document's order; what stands in code is no comment. */
export function disableComments({ tree, text }: MarkdownDocument): DisableComment[] {
  if (!text.includes('remit-disable')) return [];
  const found: DisableComment[] = [];
  visit(tree, 'html', (node, index, parent) => {
    if (parent !== undefined && index !== undefined) found.push(...commentsOf({ node, parent, index }, text));
  });
  return found;
}

function commentsOf(html: PlacedHtml, text: string): DisableComment[] {
  const start = html.node.position?.start.offset ?? 0;
  return [
    ...text.slice(start, html.node.position?.end.offset).matchAll(/<!--\s*(remit-disable[\w-]*)(?![\w-])([^<]*?)-->/g),
  ].map((match) => {
    const from = start + match.index;
    const to = from + match[0].length;
    const listAt = to - '-->'.length - match[2]!.length;
    return {
      directive: match[1]!,
      from,
      to,
      names: namesIn(match[2]!, listAt),
      removal: removalOf(html, { from, to }, text),
    };
  });
}

/** In a quote a comment over several lines has the quote's sign between its words. */
const namesIn = (list: string, listAt: number): RuleName[] =>
  [...list.matchAll(/[^\s,>]+/g)].map(({ 0: rule, index }) => ({
    rule,
    from: listAt + index,
    to: listAt + index + rule.length,
  }));
