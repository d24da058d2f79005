import type { TableCell, Table as TableNode, TableRow } from 'mdast';
import type { Cell, DocumentLink, Heading, Row, Table } from './document.ts';
import { readLink, visibleText } from './inline.ts';
import type { Positions } from './positions.ts';
import { walk } from './walk.ts';

/** What surrounds a table. */
interface Around {
  section: Heading | null;
  positions: Positions;
  /** Targets of link references, by identifier. */
  definitions: Map<string, string>;
}

/** Reads a table with all the cells that its source has. Source: GFM spec, “Tables (extension)”. */
export function readTable(node: TableNode, around: Around): Table {
  const [header, ...rows] = node.children.map((row) => readRow(row, around));
  const at = around.positions.of(node);
  return { header: header ?? { cells: [], at }, rows, at, section: around.section };
}

function readRow(node: TableRow, around: Around): Row {
  return { cells: node.children.map((cell) => readCell(cell, around)), at: around.positions.of(node) };
}

function readCell(node: TableCell, { positions, definitions }: Around): Cell {
  const outer = positions.of(node);
  const source = positions.text.slice(outer.offset, outer.endOffset);
  const withoutPipes = source.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  const raw = withoutPipes.trim();
  const offset = outer.offset + (raw === '' ? emptyPlace(source) : source.indexOf(raw, source.startsWith('|') ? 1 : 0));
  const links: DocumentLink[] = [];
  walk(node, (child) => {
    const link =
      child.type === 'link' || child.type === 'linkReference' ? readLink(child, positions, definitions) : null;
    if (link) links.push(link);
    return undefined;
  });
  return { text: visibleText(node), raw, links, at: positions.between(offset, offset + raw.length) };
}

/** In an empty cell, the place after the pipe and its blank, where text would go. */
function emptyPlace(source: string): number {
  return /^\|?[ \t]?/.exec(source)?.[0].length ?? 0;
}
