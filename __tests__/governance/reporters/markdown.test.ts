import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aFinding, anOutcome } from '../../../src/governance/example-outcome.ts';
import markdown from '../../../src/governance/reporters/markdown.ts';
import { readMarkdown } from '../../../src/text/markdown.ts';

const many = (count: number) =>
  anOutcome([
    ...Array.from({ length: count }, (_, index) => aFinding({ message: `前端 `.repeat(20), at: { line: index + 1 } })),
    aFinding({ severity: 'error', message: 'the worst' }),
  ]);

const linesAt = 'https://github.com/octo-org/octo-repo/blob/1234567';

describe('the findings in Markdown', () => {
  it('are no more than a comment takes, the worst of them, and it says how many are left out', () => {
    const printed = markdown.print(many(5_000), { colours: false, room: 'comment', linesAt });
    expect(printed.length).toBeLessThan(65_536 - 1_000);
    const rows = printed.match(/^- /gm)?.length ?? 0;
    expect(printed).toContain(`\n${5_001 - rows} findings more: a comment has no room for them`);
    expect(printed).toMatch(/two-tables\n\n- \*\*error\*\* in \[line 5\]\([^)]*\): the worst/);
  });

  it('are no more than a job summary takes', () => {
    const printed = markdown.print(many(50_000), { colours: false });
    expect(Buffer.byteLength(printed)).toBeLessThan(1024 * 1024);
    expect(printed).toMatch(/\n\d+ findings more: GitHub shows no more than 1 MiB here/);
  });

  it('are all there where they fit', () => {
    const printed = markdown.print(many(50), { colours: false, room: 'comment' });
    expect([printed.match(/^- /gm)?.length, printed.includes('more:')]).toEqual([51, false]);
  });

  it('do nothing on GitHub, whatever the document says', () => {
    const parts = ['@octo-lead-1', '<img>', '```', '\n', '](', '#12', '|', '<!--', 'suggestion', ')', '[x](y)', '- '];
    const hostile = fc.array(fc.constantFrom(...parts)).map((some) => some.join(''));
    fc.assert(
      fc.property(hostile, hostile, (message, path) => {
        const finding = aFinding({ message, expected: [message], at: { path } });
        const printed = markdown.print(anOutcome([finding], { path }), { colours: false, room: 'comment', linesAt });
        const { links, tree } = readMarkdown('comment.md', printed);
        expect(links.map(({ url }) => new URL(url).host)).toEqual(['github.com', 'github.com']);
        expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list']);
        // In the heading above, the path is a code span, of which GitHub makes no mention.
        expect(printed.slice(printed.indexOf('\n- '))).not.toMatch(/@octo|<img|<!--|```/);
      }),
    );
  });
});
