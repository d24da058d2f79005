import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutTangles } from '../../src/text/tangles.ts';

const many = (part: string) => part.repeat(2600);

describe('a tangle', () => {
  it.each([
    ['stars', many('a* ')],
    ['comments that begin', many('a <!-- ')],
    ['brackets over many lines', many('[\n')],
    ['a list that is too deep', `${' '.repeat(400)}- Octo`],
    ['quotes in quotes', `${'> '.repeat(300)}Octo`],
  ])('of %s is left out, with blanks in its place', (_, tangle) => {
    const { text, tangles } = withoutTangles(`Octo\n\n${tangle}\n\nmesh`);
    expect(tangles).toHaveLength(1);
    expect(text.replace(/[ \n]/g, '')).toBe('Octomesh');
  });

  it.each([
    ['a table of many links', `| a |\n| - |\n${many('| [a](b) |\n')}`],
    ['a long list of links', many('- [a](b)\n')],
    ['many definitions', many('[a_b]: https://octo.example.org\n')],
    ['many paragraphs', many('*a* [b](c)\n\n')],
    ['a program', `\`\`\`js\n${many('a_b[c]\n')}\`\`\``],
    ['a line of many blanks', `Octo${' '.repeat(5000)}mesh`],
  ])('is no such: %s', (_, text) => {
    expect(withoutTangles(text)).toEqual({ text, tangles: [] });
  });

  it('never changes a length or a line', () => {
    const piece = fc.constantFrom('[', '* ', '\n', '\r\n', '```', '> ', '- ', '|', 'octo ', many('['));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const given = pieces.join('');
        const { text } = withoutTangles(given);
        expect([text.length, text.split(/\r\n|\r|\n/).length]).toEqual([
          given.length,
          given.split(/\r\n|\r|\n/).length,
        ]);
      }),
    );
  });
});
