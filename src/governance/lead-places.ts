import type { Lead } from '../model/charter.ts';
import type { Position } from '../model/position.ts';
import type { MarkdownDocument } from '../text/document.ts';
import { nameKey } from '../text/names.ts';
import { columnOf } from './columns.ts';

/** A lead as printed at one place. */
export interface PrintedLead {
  at: Position;
  source: string;
  /** The source with blanks in place of the targets of links, images and HTML; as long as the source. */
  visible: string;
}

/** @returns every place that names the lead: their own, and each seat that is printed with their name. */
export function placesOf(lead: Lead, { text }: MarkdownDocument): PrintedLead[] {
  const others = lead.seats
    .map((seat) => seat.at)
    .filter((at) => at.offset !== lead.at.offset && nameKey(sourceAt(at, text)).includes(nameKey(lead.name)));
  return [lead.at, ...others].map((at) => {
    const source = sourceAt(at, text);
    return { at, source, visible: withoutTargets(source) };
  });
}

const sourceAt = (at: Position, text: string): string => text.slice(at.offset, at.endOffset);

const withoutTargets = (source: string): string =>
  source.replace(/\]\([^()\s]*\)|<[^<>]*>|&[#\w]+;/g, (part) => ' '.repeat(part.length));

/** Whether the profile stands in the column of groups: the row is of a layout that had a column for it. */
export function hasMisplacedProfile({ at, profile }: Lead, { tables }: MarkdownDocument): boolean {
  if (!profile || contains(at, profile.at)) return false;
  for (const table of tables) {
    const row = table.rows.find((each) => contains(each.at, at));
    if (row) return contains(row.cells[columnOf(table, 'seats') ?? -1]?.at ?? null, profile.at);
  }
  return false;
}

const contains = (outer: Position | null, inner: Position): boolean =>
  outer !== null && outer.offset <= inner.offset && inner.endOffset <= outer.endOffset;
