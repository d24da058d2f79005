import type { DocumentLink, MarkdownDocument } from '../text/document.ts';
import { suggest } from './suggest.ts';

/**
 * @returns whether a link into its own document leads nowhere. GitHub finds headings in any letter case and behind
 * their full id; `#` and `#top` are the top of the page, `#L12` a line of its source.
 */
export function isDeadFragment(url: string, { anchors }: MarkdownDocument): boolean {
  if (!url.startsWith('#')) return false;
  const fragment = decode(url.slice(1)).replace(/^user-content-/, '');
  if (fragment === '' || fragment.toLowerCase() === 'top' || /^L\d+(C\d+)?(-L?\d+(C\d+)?)?$/.test(fragment))
    return false;
  return !anchors.has(fragment) && !anchors.has(fragment.toLowerCase());
}

/** @returns fragments of the document that are spelled nearly like this one, with their `#`. */
export const nearestFragments = (url: string, { anchors, links }: MarkdownDocument): string[] =>
  suggest(decode(url.slice(1)).toLowerCase(), [...anchors], { asked: links.length }).map((anchor) => `#${anchor}`);

/** @returns the source of the link with another target; `null` where the target doesn't stand in the link itself. */
export function withTarget(link: DocumentLink, url: string, { text }: MarkdownDocument): string | null {
  const source = text.slice(link.at.offset, link.at.endOffset);
  const start = source.lastIndexOf(`](${link.url}`);
  if (start < 0) return null;
  return `${source.slice(0, start + 2)}${url}${source.slice(start + 2 + link.url.length)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
