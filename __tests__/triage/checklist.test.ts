import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Verdict } from '../../src/model/plan.ts';
import { isChecklist, readChecklist } from '../../src/text/checklist-marker.ts';
import { readMarkdown } from '../../src/text/markdown.ts';
import { checklistFor } from '../../src/triage/checklist.ts';

const parse = (text: string) => readMarkdown('comment.md', text).tree;

const missing: Verdict = {
  requirement: 'milestone',
  status: 'missing',
  message: 'no milestone',
  remedy: 'set an open milestone in the sidebar',
  cites: [],
};
const met: Verdict = {
  requirement: 'owner',
  status: 'met',
  message: '“Networking”',
  cites: [
    {
      text: 'WORKING-GROUPS.md line 12 at abc1234',
      url: 'https://github.com/o/r/blob/abc1234/WORKING-GROUPS.md?plain=1#L12',
    },
  ],
};

function bodyOf(verdicts: Verdict[], existing: string | null = null): string {
  const checklist = checklistFor(verdicts, existing);
  return checklist.is === 'wanted' ? checklist.body() : '';
}

describe('the checklist', () => {
  it('has a line for each requirement: what is open first, then what is settled, with its source', () => {
    const lines = bodyOf([met, missing])
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(lines.map((line) => textOf(parse(line)))).toEqual([
      'Milestone: no milestone – set an open milestone in the sidebar',
      'Owner: Networking (WORKING-GROUPS.md line 12 at abc1234)',
    ]);
    expect(lines[0]).toMatch(/^- \[ \] /);
    expect(lines[1]).toMatch(
      /^- \[x\] .*\(\[.*\]\(https:\/\/github\.com\/o\/r\/blob\/abc1234\/WORKING-GROUPS\.md\?plain=1#L12\)\)$/,
    );
  });

  it('has no line for what isn’t asked for of this issue, and isn’t edited when the reason changes', () => {
    const waived: Verdict = { requirement: 'epic', status: 'waived', message: 'it is an epic itself', cites: [] };
    const body = bodyOf([missing, waived]);
    expect(body).not.toContain('Epic');
    expect(checklistFor([missing, { ...waived, message: 'it is a task' }], body)).toEqual({ is: 'current' });
  });

  it('remembers in its marker what was open', () => {
    const body = bodyOf([met, missing]);
    expect(readChecklist(body)?.mark).toMatchObject({ version: 2, open: ['milestone'] });
    expect(isChecklist(body)).toBe(true);
    expect(isChecklist('### What this issue still needs')).toBe(false);
  });

  it('is current when it says the same, and another one when a status or a message differs', () => {
    const body = bodyOf([met, missing]);
    expect(checklistFor([met, { ...missing, remedy: 'other advice' }], body)).toEqual({ is: 'current' });
    expect(checklistFor([met, { ...missing, message: 'milestone “1.3” is closed' }], body).is).toBe('wanted');
    expect(checklistFor([{ ...met, status: 'missing' }, missing], body).is).toBe('wanted');
  });

  it('is unneeded when nothing is open', () => {
    expect(checklistFor([met, { ...missing, status: 'waived' }, { ...missing, status: 'unknown' }], null)).toEqual({
      is: 'unneeded',
    });
  });

  it('shows people’s words as code', () => {
    expect(bodyOf([met, missing])).toContain('**Owner**: `Networking` (');
  });

  it('shows a command as one would type it', () => {
    expect(bodyOf([{ ...missing, remedy: '/milestone <title>' }])).toContain('`/milestone <title>`');
  });

  it('shows a command inside advice as code, and says how to give one', () => {
    const body = bodyOf([{ ...missing, remedy: 'say `/milestone 1.4` or `/milestone “1.5”`' }]);
    expect(body).toContain('– say `/milestone 1.4` or');
    expect(body).toContain('A command stands on a line of its own in a comment.');
    expect(bodyOf([missing])).not.toContain('A command');
  });

  it('makes no link of an address that could end its link early', () => {
    const cites = [{ text: 'a', url: 'https://example.com/a) [b](https://example.com/b' }];
    expect(bodyOf([{ ...missing, cites }])).not.toContain('](');
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '@everyone',
          '@octo-org/team',
          '@',
          '#12',
          'octo-org/octo-repo#12',
          'GH-12',
          '<b>',
          '</sub>',
          '<!--',
          '-->',
          '|',
          '|-|',
        ],
        ...[
          '\n',
          '\r\n',
          '\n\n',
          '\n/close',
          '/close',
          '```',
          '`',
          '**',
          '_',
          '[a](https://e.com)',
          '![a](b)',
          '](',
          '\\',
          '&lt;',
          '&#64;',
        ],
        ...[
          'https://e.com',
          'www.e.com',
          'a@e.com',
          '\u202e',
          '\u2066',
          '\u200b',
          '\0',
          '- [x] ',
          '# ',
          '> ',
          '    ',
          '1. ',
          ' ',
          'word',
        ],
        ...['“', '”', '”@everyone', '”</sub>'],
        '<!-- remit:checklist v2 abc open:owner -->',
        '<!-- /remit:checklist -->',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('what people wrote', () => {
  const verdictWith = (text: string): Verdict => ({
    ...missing,
    message: `milestone “${text}” is closed`,
    remedy: `add “${text}”`,
  });

  it('stays within its line and brings no markup, no link and no HTML with it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const body = bodyOf([verdictWith(text)]);
        expect(shapeOf(body)).toEqual(shapeOf(bodyOf([verdictWith('word')])));
      }),
      { numRuns: 500 },
    );
  });

  it('mentions nobody from between two quotations that touch', () => {
    const shown = visibleTextOf(bodyOf([verdictWith('”“```@everyone')]));
    expect(shown).not.toMatch(/(^|[^\w])@[\w-]/);
  });

  it('mentions nobody, refers to no issue and is no command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = visibleTextOf(bodyOf([verdictWith(text)]));
        expect(shown).not.toMatch(/(^|[^\w])@[\w-]/);
        expect(shown).not.toMatch(/(^|[^\w])#\d|\bGH-\d/i);
        expect(shown).not.toMatch(/^\//m);
        expect(shown).not.toMatch(/\bhttps?:\/\/|\bwww\./i);
      }),
      { numRuns: 500 },
    );
  });

  it('does not speak for the marker', () => {
    fc.assert(
      fc.property(hostile, (text) =>
        expect(readChecklist(bodyOf([verdictWith(text)]))?.mark.open).toEqual(['milestone']),
      ),
    );
  });
});

/** All that is more than text: equal shapes have equal markup around people's words. */
function shapeOf(body: string): string[] {
  const shape: string[] = [];
  visit(parse(body), (node) => {
    if (node.type === 'html') shape.push(node.value.replace(/ v2 \w+ /, ' '));
    else if (node.type !== 'text' && node.type !== 'inlineCode') shape.push(node.type);
  });
  return shape;
}

/** Text outside code, as GitHub looks for mentions and references in it. */
function visibleTextOf(body: string): string {
  const texts: string[] = [];
  visit(parse(body), 'paragraph', (node) => {
    texts.push(node.children.map((child) => (child.type === 'text' ? child.value : '\u2060')).join(''));
  });
  return texts.join('\n');
}
