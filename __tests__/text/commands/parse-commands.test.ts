import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCommands } from '../../../src/text/commands/parse-commands.ts';
import { linesOf } from '../../../src/text/lines.ts';

const read = (text: string) => parseCommands(text, { families: ['area', 'label'] });

/** `line /name args` of each command, with `-` before the name of one that takes off. */
const shown = (text: string) =>
  read(text).commands.map(({ line, name, args, remove }) =>
    [`${line} ${remove ? '-' : '/'}${name}`, ...args].join(' '),
  );
const complaints = (text: string) => read(text).errors.map(({ line, message }) => `${line}: ${message}`);

describe('a command', () => {
  it('is a line that begins with a slash and a name', () => {
    expect(read('Thanks.\n\n/area docs\n').commands).toEqual([
      { name: 'area', args: ['docs'], remove: false, line: 3, text: '/area docs' },
    ]);
  });

  it('stands on a line of its own, of which a comment may have several', () => {
    expect(shown('/area docs\n/priority P1\ntext\n/close')).toEqual(['1 /area docs', '2 /priority P1', '4 /close']);
  });

  it.each([
    ['words before it', 'please /area docs'],
    ['a blank before it', ' /area docs'],
    ['a non-breaking space before it', '\u00a0/area docs'],
    ['a path', '/usr/bin/env node'],
    ['a program’s option', '/?'],
    ['a number', '/12'],
    ['a slash alone', '/'],
    ['two slashes', '//area docs'],
    ['a full stop behind the name', '/etc.d is full'],
  ])('is not one with %s', (_, text) => {
    expect(read(text)).toEqual({ commands: [], errors: [] });
  });

  it('has a name in any letter case, and arguments that keep theirs', () => {
    expect(shown('/Area Docs\n/RETITLE The Gateway')).toEqual(['1 /area Docs', '2 /retitle The Gateway']);
  });

  it('takes off with remove- before the name of a family, and of no other', () => {
    expect(shown('/remove-area docs\n/Remove-Label bug\n/remove-milestone 1.4')).toEqual([
      '1 -area docs',
      '2 -label bug',
      '3 /remove-milestone 1.4',
    ]);
  });

  it('has arguments that blanks or commas part', () => {
    expect(read('/area docs, networking,security\tconfig').commands[0]?.args).toEqual([
      'docs',
      'networking',
      'security',
      'config',
    ]);
  });

  it('takes what stands in quotation marks, or as code, for one argument', () => {
    const { commands } = read('/label "good first issue", “help wanted” `needs, more` "open');
    expect(commands[0]?.args).toEqual(['good first issue', 'help wanted', 'needs, more', '"open']);
  });

  it('ends where its line does, whichever end that has, without the blanks', () => {
    expect(read('/area docs \u00a0\t\r\n/close\u2003\r/reopen').commands.map(({ line, text }) => [line, text])).toEqual(
      [
        [1, '/area docs'],
        [2, '/close'],
        [3, '/reopen'],
      ],
    );
  });

  it('may have non-breaking spaces between its words', () => {
    expect(shown('/area\u00a0docs\u00a0networking')).toEqual(['1 /area docs networking']);
  });

  it('may have signs around its words that nobody sees', () => {
    expect(shown('\ufeff/area\u200b docs\u200b \u2060networking')).toEqual(['1 /area docs networking']);
    expect(shown('text\n\u200b/close')).toEqual(['2 /close']);
  });

  it('may carry a comment, which is no argument', () => {
    expect(shown('/area docs <!-- or networking -->')).toEqual(['1 /area docs']);
    expect(shown('/area docs <!-- or\n/close -->')).toEqual(['1 /area docs']);
  });

  it('is not read in what a template hides, and is read below it', () => {
    expect(shown('<!-- Choose one:\n/area docs\n\n/area networking\n-->\n/area security')).toEqual([
      '6 /area security',
    ]);
  });

  it.each([
    ['a fenced block', '```\n/area docs\n```'],
    ['a fenced block that never ends', '~~~sh\n/area docs'],
    ['a fenced block after a list', '- a\n\n```\n/area docs\n```'],
    ['an indented block', 'a\n\n    /area docs'],
    ['an item of a list', '- /area docs\n  /close'],
    ['a code span', '`/area docs`'],
    ['a code span over several lines', 'Write `\n/area docs\n` there'],
    ['a quote', '> /area docs'],
    ['a quote in a list', '- > /area docs'],
    ['a cell of a table', '| a |\n| - |\n| /area docs |'],
    ['preformatted HTML', '<pre>\n\n/area docs\n\n</pre>'],
  ])('is not read in %s', (_, text) => {
    expect(read(text)).toEqual({ commands: [], errors: [] });
  });

  it.each([
    ['a quote', '> octo\n/area docs', 'belongs to the quote above it'],
    ['a table', '| a |\n| - |\n/area docs', 'belongs to the table above it'],
    ['a table as its head', '/area docs\n| - |', 'belongs to the table above it'],
    ['HTML', '<details>\n/area docs\n</details>', 'belongs to the HTML above it'],
  ])('that the lines around it make a part of %s is told to stand apart', (_, text, place) => {
    expect(shown(text)).toEqual([]);
    expect(complaints(text)).toEqual([
      `${linesOf(text).indexOf('/area docs') + 1}: “/area docs” ${place}: put an empty line before it`,
    ]);
  });

  it.each([
    ['On Mon, Jan 5, 2026 at 8:00 AM Octo <octo@example.org> wrote:\n\nThe gateway fails.\n/close'],
    ['On Mon, Jan 5, 2026 at 8:00 AM Octo Mesh of the Networking group\n<octo@example.org> wrote:\n\n/close'],
    ['Am 05.01.2026 um 08:00 schrieb Octo <octo@example.org>:\n\n/close'],
    ['-----Original Message-----\nFrom: Octo\n\n/close'],
    ['From: Octo <octo@example.org>\nSent: Monday, January 5, 2026\n\n/close'],
    ['-- \nOcto\n/close'],
  ])('is not read in what a mail program adds: %j', (added) => {
    expect(shown(`/area docs\n\n${added}`)).toEqual(['1 /area docs']);
  });

  it('is read below a mail’s quote that bears marks', () => {
    expect(shown('On Mon, Octo wrote:\n\n> The gateway fails.\n> /close\n\n/area docs')).toEqual(['6 /area docs']);
  });

  it('is read where somebody only begins a sentence as a mail does', () => {
    expect(shown('On Monday I wrote a test.\n/area docs')).toEqual(['2 /area docs']);
  });
});

describe('what is wrong with a line', () => {
  it('is a slash of another alphabet', () => {
    expect(shown('／area docs')).toEqual([]);
    expect(complaints('／area docs')).toEqual([
      '1: “／area docs” begins with “／”, which is no plain slash: write /area',
    ]);
  });

  it('is a name with signs that nobody sees, or that only look right', () => {
    expect(complaints('/ar\u200bea docs')).toEqual([
      '1: the name in “/area docs” has signs in it that only look right, or that nobody sees: type /area anew',
    ]);
    expect(complaints('/ａｒｅａ docs')).toHaveLength(1);
  });

  it('is a command too many', () => {
    const { commands, errors } = read(`${'/area docs\n\n'.repeat(20)}/close\n/reopen\n/close`);
    expect(commands).toHaveLength(20);
    expect(errors).toEqual([
      {
        line: 41,
        message: 'only the first 20 commands of a comment are read: write the others in another one',
        names: ['close', 'reopen'],
      },
    ]);
  });
});

describe('reading any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '/area docs',
      '／area',
      '\n',
      '\r\n',
      '\r',
      '> ',
      '```',
      '- ',
      '<!--',
      '-->',
      '`',
      '| a |\n| - |\n',
    ),
    fc.constantFrom('\u200b', '\ufeff', '\t', ' ', 'On Monday wrote:', '-- ', '"', '“', ',', '\\', '<pre>', '\ud800'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('never throws, and gives each command the line that it stands on', () => {
    fc.assert(
      fc.property(text, (given) => {
        const lines = linesOf(given);
        for (const command of read(given).commands) {
          expect(lines[command.line - 1]?.normalize('NFKC')).toContain(command.text.split(/\s/)[0]);
          expect(command.text).toMatch(/^\/[a-z]/i);
        }
      }),
    );
  });

  it('finds no command in a fenced block or a quote', () => {
    fc.assert(
      fc.property(text, (given) => {
        const quoted = linesOf(given).map((line) => `> ${line}`);
        const fenced = ['~~~~~~~~', given.replaceAll('~', '-'), '~~~~~~~~'];
        expect(read(quoted.join('\n')).commands).toEqual([]);
        expect(read(fenced.join('\n')).commands).toEqual([]);
      }),
    );
  });

  const largest = 65_536;
  const filled = (part: string) => part.repeat(Math.ceil(largest / part.length)).slice(0, largest);

  it.each([
    ['commands', '/area docs\n'],
    ['brackets', '/area [\n'],
    ['backticks of one kind', '/area `\n'],
    ['backticks of many kinds', Array.from({ length: 300 }, (_, n) => '`'.repeat(n + 1)).join('\n/a ')],
    ['comments that open', '/area <!-- \n'],
    ['quotes in quotes', '> '],
    ['lists in lists', '- '],
    ['lists in lists above blank lines', `${'- '.repeat(5000)}octo${'\n'.repeat(20_000)}/area docs`],
    ['lists in lists above commands', `${'- '.repeat(5000)}octo${'\n/area docs'.repeat(5000)}`],
    ['quotation marks', '/area “"'],
    ['blanks', `/area docs${' '.repeat(60_000)}x\n`],
    ['unseen signs', `/area docs${'\u200b'.repeat(60_000)}x\n`],
    ['pipes', '/area |\n| - |\n|'],
    ['a row of pipes', `/area ${'|'.repeat(30_000)}\n${'|-'.repeat(15_000)}`],
    ['tags', '<a b="'],
    ['a tag with many attributes', `/area\n\n<a${' b'.repeat(30_000)}\n`],
    ['lines as of mails', 'On octo\n/area docs\n'],
    ['signs of a rule', '* '],
    ['tabs', '\t/area docs\n'],
  ])('takes no long time over %s', (_, part) => {
    const start = process.cpuUsage();
    read(`/area docs\n${filled(part)}`);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(400);
  });
});
