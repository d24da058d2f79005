import { visit } from 'unist-util-visit';
import type { MarkdownDocument } from '../text/document.ts';
import { isHtmlElement } from './html-elements.ts';

/** A word in angle brackets that was to be replaced by the real thing. */
export interface Placeholder {
  /** With its brackets. */
  text: string;
  offset: number;
}

/**
 * @returns what looks like `<name>` and is taken as a tag of HTML, which GitHub drops as it knows no such element.
 * Comments hold no placeholders, and neither does code.
 */
export function placeholdersOf({ tree, text }: MarkdownDocument): Placeholder[] {
  const found: Placeholder[] = [];
  visit(tree, 'html', ({ position }) => {
    const start = position?.start.offset ?? 0;
    const html = withoutComments(text.slice(start, position?.end.offset ?? start));
    for (const match of html.matchAll(/<([a-z][\w-]*)(?:\s[^<>="']*)?>/gi)) {
      if (!isHtmlElement(match[1]!)) found.push({ text: match[0], offset: start + match.index });
    }
  });
  return found;
}

/** Blanks in their place keep the offsets. */
const withoutComments = (html: string): string =>
  html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\r\n]/g, ' '));
