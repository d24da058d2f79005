import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unknown } from '../../src/model/known.ts';
import { parseCommands } from '../../src/text/commands/parse-commands.ts';
import { visibleText } from '../../src/text/inline.ts';
import { parseMarkdown } from '../../src/text/markdown-tree.ts';
import { readReplyMarker } from '../../src/text/reply-marker.ts';
import { walk } from '../../src/text/walk.ts';
import { answerComment } from '../../src/triage/answer-comment.ts';
import { servedCommands } from '../../src/triage/served-commands.ts';
import { anIssue, aPolicy } from '../builders.ts';
import { aGiver, aGround, obeyed } from './asking.ts';

const fresh = { to: 'IC_kwDO1', reply: null, reaction: null };
const answered = (comment: string, parts: Parameters<typeof obeyed>[1] = {}) =>
  answerComment(obeyed(comment, parts).answers, fresh);

/** The text of the reply without its mark. */
function replyTo(...args: Parameters<typeof answered>): string[] {
  const reply = answered(...args).find((effect) => effect.do === 'reply');
  return reply?.do === 'reply' && reply.body !== null ? reply.body.split('\n').slice(1) : [];
}

function reactionTo(...args: Parameters<typeof answered>) {
  const reaction = answered(...args).find((effect) => effect.do === 'react');
  return reaction?.do === 'react' ? reaction.with : null;
}

describe('the answer to a comment', () => {
  it('is a reaction alone where all was done', () => {
    expect(answered('/area docs\n/close')).toEqual([
      { do: 'react', to: 'IC_kwDO1', with: 'thumbs up', instead: null, because: 'a comment is answered' },
    ]);
  });

  it('is silence where nothing was meant for Remit', () => {
    expect(answered('Thanks!\n\n/lgtm')).toEqual([]);
  });

  it('is one reply for all that was refused, each with its line and what would have been right', () => {
    expect(reactionTo('/milestone 1.44\n\n/area dosc\n/close')).toBe('confused');
    expect(replyTo('/milestone 1.44\n\n/area dosc\n/close')).toEqual([
      '- line 1, `/milestone 1.44`: no open milestone is called `1.44` – try `/milestone 1.4`',
      '- line 3, `/area dosc`: `area/dosc` is no label of this repository – try `/area docs`',
    ]);
  });

  it('says what it takes to be allowed', () => {
    expect(replyTo('/milestone 1.4', { giver: aGiver() })).toEqual([
      '- line 1, `/milestone 1.4`: it takes leads of an owning group or the triage role',
    ]);
  });

  it('says what is not known, and is no refusal', () => {
    const ground = aGround({ milestones: unknown('GitHub does not answer') });
    expect(reactionTo('/milestone 1.4', { ground })).toBe('eyes');
    expect(replyTo('/milestone 1.4', { ground })).toEqual([
      '- line 1, `/milestone 1.4` can’t be answered now, since it is not known: GitHub does not answer',
    ]);
  });

  it('tells of commands that take each other back', () => {
    expect(replyTo('/area docs\n/remove-area docs')).toEqual([
      '- line 2, `/remove-area docs` takes back line 1, `/area docs`: what is written last holds',
    ]);
  });

  it('tells of a line that was not read', () => {
    expect(replyTo('> quoted\n/close')).toEqual([
      '- line 2: `/close` belongs to the quote above it: put an empty line before it',
    ]);
  });

  it('bears the mark of the comment that it answers', () => {
    const reply = answered('/help').find((effect) => effect.do === 'reply');
    expect(reply?.do === 'reply' && readReplyMarker(reply.body ?? '')).toBe('IC_kwDO1');
  });

  it('takes the place of the answer before, and goes when there is nothing to say any more', () => {
    const before = answered('/area dosc').find((effect) => effect.do === 'reply');
    const body = (before?.do === 'reply' && before.body) || '';
    const known = { to: 'IC_kwDO1', reply: { id: 'IC_2', body }, reaction: 'confused' as const };
    expect(answerComment(obeyed('/area dosc').answers, known)).toEqual([]);
    expect(answerComment(obeyed('/area docs').answers, known)).toMatchObject([
      { do: 'react', with: 'thumbs up', instead: 'confused' },
      { do: 'reply', in: 'IC_2', body: null },
    ]);
    expect(answerComment(obeyed('/area dcos').answers, known)).toMatchObject([
      { do: 'reply', in: 'IC_2', body: expect.stringContaining('/area dcos') },
    ]);
    expect(answerComment([], known)).toMatchObject([
      { do: 'react', with: null, instead: 'confused' },
      { do: 'reply', in: 'IC_2', body: null },
    ]);
  });

  it('is never longer than a comment can be', () => {
    const labels = Array.from({ length: 100 }, (_, number) => `${'`|@'.repeat(15)}${number}`);
    const body = replyTo('/why\n'.repeat(20), { issue: anIssue({ labels }) }).join('\n');
    expect(body.length).toBeLessThan(65_000);
    expect(body).toMatch(/There is more, and no room for it\.$/);
  });
});

describe('whatever people write', () => {
  const names = servedCommands(aPolicy()).map(({ name }) => name);
  const words = fc.oneof(
    fc.constantFrom(
      '@octo-lead-1',
      '@octo-org/docs',
      '#1',
      '`',
      '``',
      '|',
      '<b>',
      '<!--',
      '-->',
      '“',
      '”',
      '/close',
      'https://octo.example.org',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' ')),
  );
  const comment = fc
    .array(fc.tuple(fc.constantFrom(...names, 'aera', 'milestnoe'), fc.array(words, { maxLength: 4 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((commands) => commands.map(([name, args]) => `/${name} ${args.join(' ')}`).join('\n'));

  it('an answer mentions nobody, refers to nothing, and holds no command', () => {
    fc.assert(
      fc.property(comment, (text) => {
        const reply = replyTo(text).join('\n');
        const tree = parseMarkdown(reply);
        walk(tree, (node) => {
          expect(['html', 'image', 'blockquote', 'footnoteReference']).not.toContain(node.type);
          if (node.type === 'text') expect(node.value).not.toMatch(/@\w|#\d/);
          if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/github\.com\//);
          return undefined;
        });
        expect(parseCommands(reply, { families: [] }).commands).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what /help says', () => {
  const parts = { policy: aPolicy({ commands: { families: { area: 'area/*', wg: 'wg/*', 'a-b': 'a-b/*' } } }) };
  const inputs = ['/help', ...servedCommands(parts.policy).map(({ name }) => `/help ${name}`)];

  it.each(inputs)('%s, pasted back, does nothing', (comment) => {
    const source = replyTo(comment, parts).join('\n');
    expect(source).not.toBe('');
    for (const pasted of [source, asCopied(source), asQuoted(source)]) {
      expect(parseCommands(pasted, { families: ['area', 'wg'] })).toEqual({ commands: [], errors: [] });
    }
  });

  it('has every command, and who may', () => {
    const source = replyTo('/help', parts).join('\n');
    for (const { name } of servedCommands(parts.policy)) expect(source).toContain(`\`/${name}`);
    expect(source).toContain('the triage role; anyone for oneself');
  });

  const asQuoted = (text: string) => text.replace(/^/gm, '> ');

  /** What a browser puts onto the clipboard: a row a line, its cells with tabs between. */
  function asCopied(source: string): string {
    const lines: string[] = [];
    walk(parseMarkdown(source), (node) => {
      if (node.type === 'tableRow') lines.push(node.children.map(visibleText).join('\t'));
      if (node.type === 'paragraph') lines.push(visibleText(node));
      return node.type === 'tableRow' || node.type === 'paragraph' ? 'skip' : undefined;
    });
    return lines.join('\n');
  }
});
