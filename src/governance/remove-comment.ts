import type { Html, Nodes, Parents } from 'mdast';
import type { Change } from '../text/changes.ts';

/** A node of HTML in its place in the tree. */
export interface PlacedHtml {
  node: Html;
  parent: Parents;
  index: number;
}

interface Stretch {
  from: number;
  to: number;
}

/**
 * @returns what takes a comment away: with its line where it stands alone, with the blanks before it elsewhere; `null`
 * where other text would then show otherwise. Source: GFM spec, “HTML blocks”: what follows a comment on the line that
 * it begins is HTML too, and a comment between two paragraphs parts them.
 */
export function removalOf(html: PlacedHtml, { from, to }: Stretch, text: string): Change | null {
  const around = text.slice(Math.max(0, from - longestLine), from);
  const line = around.slice(Math.max(around.lastIndexOf('\n'), around.lastIndexOf('\r')) + 1);
  const before = line.replace(/^\uFEFF/, '');
  const after = /^[^\r\n]*/.exec(text.slice(to, to + longestLine))![0];
  if (isBlank(before) && isBlank(after)) {
    const end = to + after.length;
    const lineBreak = partsText(html) ? '' : /^(?:\r\n|\n|\r)?/.exec(text.slice(end, end + 2))![0];
    return { from: from - before.length, to: end + lineBreak.length, put: '' };
  }
  if (isBlank(before) || (isBlock(html) && !isWhole(html, { from, to }))) return null;
  let start = from;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return { from: start, to, put: '' };
}

/** No more of a line is looked at: doing so for every comment of a hostile document would take long. */
const longestLine = 2000;

const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);

const isBlock = ({ parent }: PlacedHtml): boolean => ['root', 'listItem', 'blockquote'].includes(parent.type);

const isWhole = ({ node }: PlacedHtml, { from, to }: Stretch): boolean =>
  node.position?.start.offset === from && node.position.end.offset === to;

/** Whether what stands right above and right below would run together. */
function partsText({ node, parent, index }: PlacedHtml): boolean {
  const [above, below] = [parent.children[index - 1], parent.children[index + 1]];
  if (!above?.position || !below?.position || !node.position) return false;
  const touches =
    above.position.end.line === node.position.start.line - 1 &&
    below.position.start.line === node.position.end.line + 1;
  return touches && (isText(above) || isText(below));
}

const isText = ({ type }: Nodes): boolean => type === 'paragraph' || type === 'table';
