import type { Root } from 'mdast';
import type { Link } from '../model/charter.ts';
import type { Position } from '../model/position.ts';

/** A heading as GitHub renders it. */
export interface Heading {
  depth: number;
  /** Visible text, without markup. */
  text: string;
  /** The fragment GitHub gives it, without `#`, with `-1`, `-2`, … for repetitions. */
  anchor: string;
  at: Position;
}

/** A cell of a table. */
export interface Cell {
  /** Visible text, trimmed; a non-breaking space alone is the empty text. */
  text: string;
  /** The source between the pipes, trimmed. */
  raw: string;
  links: Link[];
  /** The source between the pipes, trimmed; for an empty cell the empty stretch where text would go. */
  at: Position;
}

export interface Row {
  /** As many as the source has, however many columns the table has. */
  cells: Cell[];
  at: Position;
}

/** A table that GitHub renders as one. */
export interface Table {
  header: Row;
  rows: Row[];
  at: Position;
  /** The nearest heading above, `null` where there is none. */
  section: Heading | null;
}

/** A link of any kind: inline, by reference, autolink. */
export interface DocumentLink extends Link {
  /** `true` where the target is a bare address in the text rather than `[text](target)`. */
  bare: boolean;
}

/** A Markdown document with everything the formats and rules look at, each with its position. */
export interface MarkdownDocument {
  kind: 'markdown';
  path: string;
  text: string;
  tree: Root;
  headings: Heading[];
  tables: Table[];
  links: DocumentLink[];
  /** Stretches that were left out, since reading them would take too long. */
  tangles: Position[];
  /** All fragments a link can go to: the headings' and those of `<a name>` and `id` in HTML. */
  anchors: Set<string>;
}

/** A YAML document with the positions of its entries. */
export interface DataDocument {
  kind: 'data';
  path: string;
  text: string;
  /** What JSON can hold. */
  value: unknown;
  /** @returns where the entry's key stands, or the item of a list; `null` where there is no such entry. */
  keyAt(path: (string | number)[]): Position | null;
  /** @returns where the entry's value stands, its quotation marks included; `null` where there is no such entry. */
  valueAt(path: (string | number)[]): Position | null;
}

/** A YAML document that can't be read as data. */
export interface BrokenDocument {
  kind: 'broken';
  path: string;
  text: string;
  problems: { message: string; at: Position }[];
}
