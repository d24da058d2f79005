import type { Nodes, Paragraph } from 'mdast';
import type { Position } from '../../model/position.ts';
import type { Table } from '../../text/document.ts';
import { type Positions, positionsIn } from '../../text/positions.ts';
import { aDocument } from '../example-documents.ts';
import type { Report, Rule } from '../rule.ts';

const table = ['| Group | Forum |', '| --- | --- |', '| Docs | n/a |'];

export default {
  summary: 'A table is in one piece, and no pipe stands where there is none',
  why: 'A blank line ends a table: GitHub shows the rows after it as text full of pipes.',
  severity: 'error',
  check({ document }, report) {
    const positions = positionsIn(document.path, document.text);
    const tables = new Map(document.tables.map((each) => [each.at.offset, each]));
    let above: Above | null = null;
    for (const node of document.tree.children) {
      const at = positions.of(node);
      const table = node.type === 'table' ? tables.get(at.offset) : undefined;
      if (table) {
        above = { table, end: at };
      } else if (node.type === 'paragraph' && above && isCutOff(node, above, positions)) {
        reportCut(above, node, positions, report);
        // What follows in the same manner was of the table too.
        above = { table: above.table, end: at };
      } else {
        if (node.type === 'paragraph') reportStray(node, positions, report);
        above = null;
      }
    }
  },
  examples: [
    { name: 'one table', document: aDocument(...table, '| Security | n/a |', '', 'A | B in a text.'), findings: [] },
    {
      name: 'a blank line between two rows',
      document: aDocument(...table, '', '| Security | n/a |'),
      findings: [
        {
          line: 3,
          columns: [15, 1],
          message: 'a blank line cuts this table: GitHub shows what follows as text',
          fix: '\n',
        },
      ],
    },
    {
      name: 'a blank line between every two rows',
      document: aDocument(...table, '', '| Security | n/a |', '', '| Release | n/a |'),
      findings: [
        { line: 3, message: 'a blank line cuts this table: GitHub shows what follows as text', fix: '\n' },
        { line: 5, message: 'a blank line cuts this table: GitHub shows what follows as text', fix: '\n' },
      ],
    },
    {
      name: 'a pipe at the end of a sentence',
      document: aDocument('## Docs', '', 'Looks after the website |', '', ...table),
      findings: [{ line: 3, columns: [24, 26], message: 'a pipe stands here, and there is no table', fix: '' }],
    },
  ],
} satisfies Rule;

/** A table, and where it ends or what was cut off it does. */
interface Above {
  table: Table;
  end: Position;
}

const sourceOf = (node: Nodes, { text }: Positions): string =>
  text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** Whether the lines right below a table and one blank line have its number of cells. */
function isCutOff(node: Paragraph, { table, end }: Above, positions: Positions): boolean {
  const at = positions.of(node);
  const lines = sourceOf(node, positions).split(/\r\n|\r|\n/);
  const columns = table.header.cells.length;
  const opensWithPipe = positions.text[table.at.offset] === '|';
  const isRow = (line: string) => cellsIn(line) === columns && line.trim().startsWith('|') === opensWithPipe;
  return at.line - end.endLine <= 2 && columns > 1 && lines.every(isRow);
}

function cellsIn(line: string): number {
  const trimmed = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return trimmed.split(/(?<!\\)\|/).length;
}

function reportCut({ end }: Above, node: Paragraph, positions: Positions, report: Report): void {
  const at = positions.between(end.endOffset, positions.of(node).offset);
  const lineEnd = /\r\n|\r|\n/.exec(positions.text.slice(at.offset, at.endOffset))?.[0] ?? '\n';
  report(at, 'a blank line cuts this table: GitHub shows what follows as text', { fix: { at, text: lineEnd } });
}

/** The one pipe of a paragraph, at the end of a line: the rest of a table, or a slip. */
function reportStray(node: Paragraph, positions: Positions, report: Report): void {
  const source = sourceOf(node, positions);
  const stray = /^[^|]*[^|\s\\]([ \t]*\|)[ \t]*(?:[\r\n][^|]*)?$/d.exec(source)?.indices?.[1];
  if (!stray) return;
  const start = positions.of(node).offset;
  const at = positions.between(start + stray[0], start + stray[1]);
  report(at, 'a pipe stands here, and there is no table', { fix: { at, text: '' } });
}
