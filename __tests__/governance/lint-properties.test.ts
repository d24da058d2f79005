import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leadsInRow, sections, twoTables } from '../../src/governance/example-documents.ts';
import { lint } from '../../src/governance/lint.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Position } from '../../src/model/position.ts';

const findingsIn = (text: string): Finding[] => lint([{ path: 'a.md', text }], {}).files[0]!.findings;

/** Pieces from which documents are made, so that tables, links, lists and all their breaks come up often. */
const piece = fc.constantFrom(
  ...[
    '| ',
    '|\n',
    ' | ',
    '\\',
    '\\|',
    '---',
    '| --- | --- |\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '# ',
    '## ',
    '- ',
    '* ',
    '> ',
  ],
  ...[
    '[Docs](#docs)',
    '[a](#',
    ')',
    '(',
    '[Octo One](https://github.com/octo-1)',
    '@octo/docs',
    '<name>',
    '<!--',
    '-->',
  ],
  ...[
    '&nbsp;',
    'Group',
    'Name',
    'Groups',
    'Leads',
    'Docs',
    'Octo Two(Octo Inc)',
    'Mission: To be.',
    '```\n',
    '🙂',
    '\u202e',
  ],
  ...[
    '<!-- remit-disable row-cells -->',
    '(Working Group Template)',
    '[#docs](https://octo.slack.com)',
    '\u0000',
    '\ufeff',
  ],
);
const assembled = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const broken = fc
  .tuple(
    fc.constantFrom(
      twoTables({}),
      leadsInRow([['Docs', 'Octo One (Octo Inc), Octo Two (Octo Labs)']]),
      sections({ list: ['Docs'], groups: ['Docs', 'Networking'] }),
    ),
    fc.nat(),
    fc.nat(40),
    assembled,
  )
  .map(([text, start, length, put]) => {
    const from = start % text.length;
    return text.slice(0, from) + put + text.slice(from + length);
  });
const anyText = fc.oneof(assembled, broken, fc.string({ unit: 'binary', maxLength: 200 }));

describe('the check of any text', () => {
  it('never fails, and points into the document', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { at, fix, related } of findingsIn(text)) {
          expectInside(at, text);
          for (const each of related) expectInside(each.at, text);
          // A reader of the JSON output has the finding's stretch only: the fix must be for that one.
          if (fix) expect(fix.at).toEqual(at);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('says the same each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(findingsIn(text)).toEqual(findingsIn(text));
      }),
      { numRuns: 100 },
    );
  });

  it('says nothing twice of one place', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const said = findingsIn(text).map(({ rule, at, message }) => `${at.offset}-${at.endOffset} ${rule} ${message}`);
        expect(new Set(said).size).toBe(said.length);
      }),
      { numRuns: 200 },
    );
  });
});

function expectInside(at: Position, text: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  expect(at.offset).toBeGreaterThanOrEqual(0);
  expect(at.endOffset).toBeGreaterThanOrEqual(at.offset);
  expect(at.endOffset).toBeLessThanOrEqual(text.length);
  expect(at.line).toBeGreaterThanOrEqual(1);
  expect(at.endLine).toBeLessThanOrEqual(lines.length);
  expect(at.column).toBeLessThanOrEqual((lines[at.line - 1]?.length ?? 0) + 1);
  expect(at.endColumn).toBeLessThanOrEqual((lines[at.endLine - 1]?.length ?? 0) + 1);
}
