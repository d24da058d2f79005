import type { Group, Seat } from '../model/charter.ts';
import type { Position } from '../model/position.ts';
import type { Cell } from '../text/document.ts';
import { memoize } from '../text/memoize.ts';
import { nameKey } from '../text/names.ts';

/** A part of a cell's source between commas, trimmed, with its place. */
export interface Item {
  text: string;
  at: Position;
}

/** Splits a cell at its line breaks where it has some, else at its commas; those inside brackets part nothing. */
export function itemsOf(cell: Cell): Item[] {
  return /<br\s*\/?>/i.test(cell.raw) ? linesOf(cell) : partsOf(cell);
}

/** A cell with a line each is written as a list, with a star before each. */
function linesOf(cell: Cell): Item[] {
  const breaks = [...cell.raw.matchAll(/<br\s*\/?>\s*/gi)];
  const starts = [0, ...breaks.map((found) => found.index + found[0].length)];
  const ends = [...breaks.map((found) => found.index), cell.raw.length];
  return starts.flatMap((start, index) => {
    const bullet = /^\s*[*+-]\s+/.exec(cell.raw.slice(start, ends[index]))?.[0].length ?? 0;
    const item = itemAt(cell, start + bullet, ends[index] ?? start);
    return item.text === '' ? [] : [item];
  });
}

function partsOf(cell: Cell): Item[] {
  const items: Item[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= cell.raw.length; index++) {
    const sign = cell.raw[index];
    if (sign === '(' || sign === '[') depth++;
    else if ((sign === ')' || sign === ']') && depth > 0) depth--;
    if (sign !== undefined && (sign !== ',' || depth > 0)) continue;
    const item = itemAt(cell, start, index);
    if (item.text !== '') items.push(item);
    start = index + 1;
  }
  return items;
}

function itemAt(cell: Cell, from: number, to: number): Item {
  const part = cell.raw.slice(from, to);
  const source = part.trim();
  const offset = from + part.indexOf(source);
  const { path, line, column, offset: base } = cell.at;
  const at: Position = {
    path,
    line,
    column: column + offset,
    endLine: line,
    endColumn: column + offset + source.length,
    offset: base + offset,
    endOffset: base + offset + source.length,
  };
  return { text: withoutMarkup(source), at };
}

/** The text of a link, emphasis and code taken off, entities of blanks and hashes resolved. */
function withoutMarkup(source: string): string {
  return source
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&#x23;|&#35;/gi, '#')
    .replace(/&amp;/gi, '&')
    .replace(/<[^<>]*>/g, '')
    .replace(/^[*_`]+|[*_`]+$/g, '')
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How an area is set off from its group: `Networking - Control Plane`, `Networking / Control Plane`. */
const separator = /\s+[-–—/:]\s+|\s*:\s+/g;

/** One list of groups is asked for every seat of a document. */
const slugsOf = memoize((groups: Group[]) => new Map(groups.map((group) => [nameKey(group.name), group.slug])));

/** Says which group, and which area of it, a seat's text names. An area may be any: it is declared by being led. */
export function seatOf({ text, at }: Item, groups: Group[]): Seat {
  const slugs = slugsOf(groups);
  const whole = slugs.get(nameKey(text));
  if (whole !== undefined) return { text, group: whole, area: null, at };
  for (const match of text.matchAll(separator)) {
    const group = slugs.get(nameKey(text.slice(0, match.index)));
    const area = text.slice(match.index + match[0].length).trim();
    if (group !== undefined && area !== '') return { text, group, area, at };
  }
  return { text, group: null, area: null, at };
}

/** Puts the areas that are led into their groups, in the order in which they are named, each once. */
export function withAreas(groups: Group[], seats: Seat[]): Group[] {
  const led = new Map<string, string[]>();
  for (const { group, area } of seats) {
    if (group !== null && area !== null) led.set(group, [...(led.get(group) ?? []), area]);
  }
  return groups.map((group) => {
    const named = led.get(group.slug);
    if (!named) return group;
    const areas = new Map(group.areas.map((area) => [nameKey(area), area]));
    for (const area of named) if (!areas.has(nameKey(area))) areas.set(nameKey(area), area);
    return areas.size === group.areas.length ? group : { ...group, areas: [...areas.values()] };
  });
}
