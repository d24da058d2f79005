import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Check, fixDocuments } from '../../src/entry/fix-documents.ts';
import { leadsInRow, sections, twoTables } from '../../src/governance/example-documents.ts';
import { aFinding, anOutcome } from '../../src/governance/example-outcome.ts';
import { lint } from '../../src/governance/lint.ts';
import { rules } from '../../src/governance/rules/index.ts';
import { positionsIn } from '../../src/text/positions.ts';

const fixText = (text: string) => {
  const { fixed, outcome } = fixDocuments([{ path: 'a.md', text }], (documents) => lint(documents, {}));
  return { text: fixed[0]?.after ?? text, outcome };
};

/** Documents with all that rules find, in pieces and in any order. */
const examples = Object.values(rules).flatMap((rule) => rule.examples.map(({ document }) => document));
const piece = fc.constantFrom(
  ...examples,
  twoTables({}),
  leadsInRow([['Docs', 'Octo One (Octo Inc)']]),
  sections({ list: ['Docs'], groups: ['Docs', 'Networking'] }),
  '<!-- remit-disable row-cells, dead-fragment -->',
  '<!-- remit-disable-next-line stray-escape -->\n',
);
const document = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF'))
  .map(([pieces, lineBreak, mark]) => mark + pieces.join('\n').replaceAll('\n', lineBreak));

describe('fixing documents', () => {
  it('leaves nothing that could be fixed, and fixing again changes nothing', () => {
    fc.assert(
      fc.property(document, (text) => {
        const once = fixText(text);
        const fixable = once.outcome.files.flatMap(({ findings }) => findings.filter(({ fix }) => fix));
        expect(fixable).toEqual([]);
        expect(fixText(once.text).text).toBe(once.text);
      }),
      { numRuns: 150 },
    );
  });

  it('says what is left in the text as it is then', () => {
    const { text, outcome } = fixText('<!-- remit-disable row-cells -->\n\n[a](#nowhere)\n');
    expect(outcome.files[0]).toMatchObject({ text, findings: [{ rule: 'dead-fragment', at: { line: 2 } }] });
  });

  it('stops when two rules undo each other', () => {
    const flip: Check = ([document]) => {
      const at = positionsIn('a.md', document!.text).between(0, 1);
      const fix = { at, text: document!.text === 'a' ? 'b' : 'a' };
      return anOutcome([aFinding({ at, fix })], document);
    };
    const { fixed, outcome } = fixDocuments([{ path: 'a.md', text: 'a' }], flip);
    expect({ fixed, counts: outcome.counts }).toMatchObject({ fixed: [], counts: { warning: 1 } });
  });
});
