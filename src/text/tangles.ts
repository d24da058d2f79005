/** A stretch that would keep a parser busy for longer than anyone waits. */
export interface Tangle {
  offset: number;
  endOffset: number;
}

/** Signs that a parser may have to pair with others: what it does with each may take as long as there are others. */
const signs = /[[\]*_<`~!]/g;
/** Of such signs in one paragraph: those that people write have a few dozen. */
const mostSigns = 2500;
/** Nothing is paired in code; but what looks like code here may not be to a parser. */
const mostInCode = 10_000;
/** Of quotes and lists in each other, in one line. */
const deepest = 100;

/** Lines at which a new paragraph begins: an item of a list, a heading, the definition of a reference. */
const beginning = /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\[[^\]]{1,200}\]:)/;
const separator = /^[ \t>|:-]*-[ \t>|:-]*$/;

/**
 * Finds paragraphs with so many signs of markup, and lines so deep in quotes and lists, that reading them takes a time
 * that grows with the square of their length. No person writes them; a pull request may.
 * @returns the text with blanks in their place, so that every position stays, and where they are.
 */
export function withoutTangles(text: string): { text: string; tangles: Tangle[] } {
  const tangles = [...paragraphsIn(text)].filter((each) => isTangled(text.slice(each.offset, each.endOffset), each));
  if (tangles.length === 0) return { text, tangles };
  let read = '';
  let at = 0;
  for (const { offset, endOffset } of tangles) {
    read += text.slice(at, offset) + text.slice(offset, endOffset).replace(/[^\r\n]/g, ' ');
    at = endOffset;
  }
  return { text: read + text.slice(at), tangles };
}

interface Paragraph extends Tangle {
  isCode: boolean;
}

/** Stretches that hold at least a paragraph each; below the separator of a table every row is one. */
function* paragraphsIn(text: string): Generator<Paragraph> {
  let start = 0;
  let isTable = false;
  let fence: string | null = null;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (line === '') break;
    const mark: string | undefined = fenceOf(line);
    const isBlank = line.trim() === '';
    if (isBlank || isTable || mark !== undefined || beginning.test(line)) {
      if (index > start) yield { offset: start, endOffset: index, isCode: fence !== null };
      start = isBlank ? index + line.length : index;
    }
    if (fence === null) fence = mark ?? null;
    else if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
    isTable = !isBlank && (isTable || separator.test(line.trimEnd()));
  }
  if (text.length > start) yield { offset: start, endOffset: text.length, isCode: fence !== null };
}

/** Source: CommonMark spec, “Fenced code blocks”. */
const fenceOf = (line: string): string | undefined => /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line.trimEnd())?.[1];

function isTangled(paragraph: string, { isCode }: Paragraph): boolean {
  const most = isCode ? mostInCode : mostSigns;
  if (paragraph.length > most && (paragraph.match(signs)?.length ?? 0) > most) return true;
  const [indent = ''] = /^[ \t>]*(?:[-*+] ?|\d{1,9}[.)] ?)*/.exec(paragraph) ?? [];
  return indent.length > 2 * deepest && indent.trim() !== '';
}
