import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareFindings } from '../../src/governance/compare.ts';
import { leadsInRow, sections, twoTables } from '../../src/governance/example-documents.ts';
import { aFinding } from '../../src/governance/example-outcome.ts';
import { lint } from '../../src/governance/lint.ts';
import type { Finding } from '../../src/model/finding.ts';
import { positionsIn } from '../../src/text/positions.ts';

/** A version in which each place of “wrong” is a finding. */
function version(text: string) {
  const positions = positionsIn('a.md', text);
  const findings = [...text.matchAll(/wrong/g)].map(({ index }) =>
    aFinding({ at: positions.between(index, index + 5), message: 'this is wrong' }),
  );
  return { text, findings };
}

const linted = (text: string) => ({ text, findings: lint([{ path: 'a.md', text }], {}).files[0]!.findings });

const news = (base: string, head: string) =>
  compareFindings({ base: version(base), head: version(head) }).map((finding) => finding.new);

describe('a finding', () => {
  it('is known where the base has it', () => {
    expect(news('wrong a\n', 'wrong a\n')).toEqual([false]);
  });

  it('is new where the base has none', () => {
    expect(news('right a\n', 'wrong a\n')).toEqual([true]);
  });

  it('is known on a line that moved, or got another padding or line end', () => {
    expect(news('| wrong | a |\nb\nc\n', 'c\r\n\r\nb\r\n|  wrong | a   |\r\n')).toEqual([false]);
  });

  it('is new on another line, though the message is the same', () => {
    expect(news('wrong a\nb\n', 'wrong a\nb\nwrong c\n')).toEqual([false, true]);
  });

  it('is new beyond the number that the base has of its kind', () => {
    expect(news('wrong\nwrong\n', 'wrong\nwrong\nwrong\n')).toEqual([false, false, true]);
    expect(news('a\nwrong\nb\n', 'wrong\na\nwrong\nb\n')).toEqual([true, false]);
  });

  it('is known where its line was edited elsewhere and the line above or below was not', () => {
    expect(news('# A\n\nwrong, on Mondays\nb\n', '# A\n\nwrong, on Fridays\nc\n')).toEqual([false]);
    expect(news('# A\n\nwrong, on Mondays\nb\n', '# B\n\nwrong, on Fridays\nb\n')).toEqual([false]);
    expect(news('# A\n\nwrong, on Mondays\nb\n', '# B\n\nwrong, on Fridays\nc\n')).toEqual([true]);
  });

  it('is known when its message only names the line that moved', () => {
    const at = (line: number): Finding => aFinding({ message: `it stands in line ${line} too` });
    const [found] = compareFindings({
      base: { text: 'a', findings: [at(3)] },
      head: { text: 'a', findings: [at(4)] },
    });
    expect(found!.new).toBe(false);
  });

  it('of another rule or with another message is new', () => {
    const base = { text: 'a', findings: [aFinding()] };
    const other = [aFinding({ rule: 'row-cells' }), aFinding({ message: 'nobody leads “Networking”' })];
    expect(compareFindings({ base, head: { text: 'a', findings: other } }).map((each) => each.new)).toEqual([
      true,
      true,
    ]);
  });
});

describe('any document', () => {
  const document = fc.constantFrom(
    twoTables({ leads: [['octo-lead-1', 'Networking, Security']] }),
    leadsInRow([
      ['Docs', 'Octo One (Octo Inc)'],
      ['Docs', 'Octo Two(Octo Labs)'],
    ]),
    sections({ list: ['Docs', 'Docs'], groups: ['Docs', 'Networking'] }),
    'See [a](#a) and [a](#a).\n\nSee [a](#a).\n',
  );

  it('has nothing new in comparison with itself', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 3 }), (parts) => {
        const same = linted(parts.join('\n'));
        const compared = compareFindings({ base: same, head: same });
        expect(compared).toEqual(same.findings.map((finding) => ({ ...finding, new: false })));
      }),
    );
  });

  it('has nothing new when lines are put in above', () => {
    const line = fc.constantFrom('', 'Something else.', '# Preface', '- one\n- two', '<!-- nothing -->');
    fc.assert(
      fc.property(document, fc.array(line, { maxLength: 5 }), (text, above) => {
        const head = linted(`${above.map((each) => `${each}\n\n`).join('')}${text}`);
        const base = linted(text);
        const compared = compareFindings({ base, head });
        fc.pre(head.findings.length === base.findings.length);
        expect(compared.filter((finding) => finding.new)).toEqual([]);
      }),
    );
  });

  it('has as many new findings as it has more of one kind', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), (few, more) => {
        const found = news('wrong\n'.repeat(few), 'wrong\n'.repeat(few + more));
        expect(found.filter(Boolean)).toHaveLength(more);
      }),
    );
  });
});
