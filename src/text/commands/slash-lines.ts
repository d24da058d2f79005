import { linesOf } from '../lines.ts';
import { type Container, continueContainers, indentOf, openContainer } from './containers.ts';
import { type HtmlEnd, htmlBlock } from './html-block.ts';
import { isMailFromHere } from './mail.ts';
import { beginsTable } from './table-head.ts';
import { visibleLines } from './visible-lines.ts';

/** A line that begins with a slash and that a reader of the rendered text sees. */
export interface SlashLine {
  /** From 1. */
  line: number;
  /** Without what stands in comments. */
  text: string;
  /** What the lines above make it a part of, though it looks like a line of its own. */
  within: 'text' | 'quote' | 'table' | 'HTML';
}

/** What the last line was, which the next may go on. */
type Leaf =
  | { is: 'nothing' }
  | { is: 'text'; from: number; slashes: SlashLine[]; lastLine: string }
  | { is: 'code'; fence: string }
  | { is: 'HTML'; end: HtmlEnd }
  | { is: 'table' };

const nothing: Leaf = { is: 'nothing' };

interface Scan {
  lines: string[];
  containers: Container[];
  leaf: Leaf;
  found: SlashLine[];
}

/** Signs that nobody sees may stand before the slash; other alphabets have slashes of their own. */
const slash = /^[\u00ad\u200b-\u200f\u2060\ufeff]*[/\uff0f\u2044\u2215]/;
const anySlash = new RegExp(slash, 'm');

const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;
const heading = /^#{1,6}(?: |$)/;
const underline = /^(?:=+|-+) *$/;
const rule = /^([*_-])(?: *\1){2,} *$/;

/**
 * Finds the lines that begin with a slash and that are nobody's code, quote, comment or mail, in one pass: the time
 * grows with the length alone, whatever is written. It agrees with the Markdown parser on texts that are no riddles.
 * Source: CommonMark spec, “Blocks”; GFM spec, “Tables”.
 */
export function slashLines(text: string): SlashLine[] {
  if (!anySlash.test(text)) return [];
  const scan: Scan = {
    lines: linesOf(text.replace(/^\ufeff/, '')),
    containers: [],
    leaf: nothing,
    found: [],
  };
  let index = 0;
  while (index < scan.lines.length && readLine(scan, index)) index += 1;
  leave(scan, 0, index);
  return scan.found;
}

/** @returns whether there is anything to read below it. */
function readLine(scan: Scan, index: number): boolean {
  const line = withoutTabs(scan.lines[index]!);
  const { depth, at } = continueContainers(scan.containers, line);
  if (depth === scan.containers.length && goesOn(scan, index, line.slice(at))) return true;
  if (depth === 0 && isMailFromHere(scan.lines, index)) return false;
  if (isBlank(line.slice(at))) leave(scan, depth, index);
  else beginBlock(scan, index, { line, at, depth });
  return true;
}

/** Code and HTML end where their end says so and nowhere else. */
function goesOn(scan: Scan, index: number, own: string): boolean {
  const { leaf } = scan;
  if (leaf.is === 'code') {
    if (isFenceEnd(own, leaf.fence)) scan.leaf = nothing;
    return true;
  }
  if (leaf.is !== 'HTML' || (leaf.end === 'blank line' && isBlank(own))) return false;
  if (leaf.end === 'blank line') note(scan, index, 'HTML');
  else if (leaf.end.test(own)) scan.leaf = nothing;
  return true;
}

/** Where the line's own text begins, and how many of the open containers it continues. */
interface Place {
  line: string;
  at: number;
  depth: number;
}

function beginBlock(scan: Scan, index: number, place: Place): void {
  const isInside = place.depth === scan.containers.length;
  const before = scan.leaf.is;
  const { line, at, depth } = openContainers(scan, index, place);
  const isNew = depth > place.depth;
  const indent = indentOf(line, at);
  const own = line.slice(at + indent);
  // A paragraph goes on without the marks of the containers that it stands in.
  const isText = before === 'text' && !isNew;

  const isHeading = isText && isInside && indent <= 3 && underline.test(own);
  const block = isHeading ? nothing : blockAt(own, { indent, interruptsText: isText });
  if (block) {
    leave(scan, depth, index);
    scan.leaf = block;
  } else if (scan.leaf.is === 'text' && !isNew && isInside && beginsTable(scan.leaf.lastLine, line.slice(at)))
    beginTable(scan, index);
  else if (isText) goOnWithText(scan, index, line.slice(at));
  else if (before === 'table' && isInside && !isNew) note(scan, index, 'table');
  else {
    leave(scan, depth, index);
    scan.leaf = { is: 'text', from: index, slashes: [], lastLine: '' };
    goOnWithText(scan, index, line.slice(at));
  }
}

function openContainers(scan: Scan, index: number, { line, at, depth }: Place): Place {
  let interruptsText = scan.leaf.is === 'text' && depth === scan.containers.length;
  while (!rule.test(line.slice(at).trimStart())) {
    const opened = openContainer(line, { at, depth, interruptsText });
    if (!opened) break;
    leave(scan, depth, index);
    scan.containers.push(opened.container);
    at = opened.at;
    depth += 1;
    interruptsText = false;
  }
  return { line, at, depth };
}

/** @returns what begins with this text, `null` where it is a paragraph or goes on with one. */
function blockAt(own: string, { indent, interruptsText }: { indent: number; interruptsText: boolean }): Leaf | null {
  if (indent > 3) return interruptsText ? null : nothing;
  if (own === '' || heading.test(own) || rule.test(own)) return nothing;
  const [, backticks, tildes] = fence.exec(own) ?? [];
  if (backticks ?? tildes) return { is: 'code', fence: (backticks ?? tildes)! };
  const end = htmlBlock(own, { interruptsText });
  if (end === null) return null;
  return end !== 'blank line' && end.test(own) ? nothing : { is: 'HTML', end };
}

/** To Markdown other blanks than spaces are text. */
const isBlank = (own: string): boolean => /^ *$/.test(own);

function isFenceEnd(own: string, opening: string): boolean {
  const end = own.trim();
  return indentOf(own, 0) <= 3 && end.length >= opening.length && end === opening.charAt(0).repeat(end.length);
}

/** The line above, which looked like a paragraph's, is the table's head. */
function beginTable(scan: Scan, index: number): void {
  const { leaf } = scan;
  const head = leaf.is === 'text' ? leaf.slashes.filter(({ line }) => line === index) : [];
  if (leaf.is === 'text') leaf.slashes = leaf.slashes.filter(({ line }) => line < index);
  endLeaf(scan, index - 1);
  scan.found.push(...head.map((each): SlashLine => ({ ...each, within: 'table' })));
  scan.leaf = { is: 'table' };
}

function goOnWithText(scan: Scan, index: number, own: string): void {
  const { leaf, containers } = scan;
  if (leaf.is !== 'text') return;
  leaf.lastLine = own;
  note({ ...scan, found: leaf.slashes }, index, containers.includes('quote') ? 'quote' : 'text');
}

function note({ lines, found }: Pick<Scan, 'lines' | 'found'>, index: number, within: SlashLine['within']): void {
  const text = lines[index]!;
  if (slash.test(text)) found.push({ line: index + 1, text, within });
}

/** Ends the block before the line, and all containers but the outer ones. */
function leave(scan: Scan, depth: number, before: number): void {
  endLeaf(scan, before);
  scan.containers.length = depth;
}

function endLeaf(scan: Scan, before: number): void {
  const { leaf, lines } = scan;
  scan.leaf = nothing;
  if (leaf.is !== 'text' || leaf.slashes.length === 0) return;
  // Only now is known which of the paragraph's lines stand in a span that an earlier one began.
  const shown = visibleLines(lines.slice(leaf.from, before));
  for (const each of leaf.slashes) {
    const text = shown[each.line - 1 - leaf.from] ?? null;
    if (text !== null) scan.found.push({ ...each, text });
  }
}

/** Tabs stop at every fourth column. Source: CommonMark spec, “Tabs”. */
function withoutTabs(line: string): string {
  if (!line.includes('\t')) return line;
  const parts = line.split('\t');
  return parts.reduce((before, part) => `${before}${' '.repeat(4 - (before.length % 4))}${part}`);
}
