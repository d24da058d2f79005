import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { referencesIn } from '../../src/emulator/state/references.ts';

const at = { owner: 'octo-org', name: 'octo-repo', base: 'http://github.test' };
const read = (text: string) => referencesIn(text, at).map(({ owner, name, number }) => `${owner}/${name}#${number}`);

describe('the references in a text', () => {
  it.each([
    ['fixes #1, #2 and (#3)', ['octo-org/octo-repo#1', 'octo-org/octo-repo#2', 'octo-org/octo-repo#3']],
    ['octo-user/mine.js#4', ['octo-user/mine.js#4']],
    ['http://github.test/octo-org/other/pull/5#issuecomment-1', ['octo-org/other#5']],
    ['#1 and octo-org/OCTO-repo#1', ['octo-org/OCTO-repo#1']],
    ['~~~\n#1\n~~~\n#2', ['octo-org/octo-repo#2']],
    ['`` `#1` `` #2', ['octo-org/octo-repo#2']],
    ['```\n#1', []],
    ['<!-- #1', []],
    ['#1a x#1 ##1 https://elsewhere.test/octo-org/other/issues/1', []],
  ])('of “%s” are these', (text, references) => {
    expect(read(text)).toEqual(references);
  });

  it('are found among anything', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, number) => {
        expect(read(`${text.replace(/[`~<]/g, '')}\n\n#${number} `)).toContain(`octo-org/octo-repo#${number}`);
      }),
    );
  });

  it.each(['`', '`a', '<!--', '```\n', '#', '#1', 'a/b#1 ', 'a/', '-'])(
    'of a long text of “%s” are found soon',
    (part) => {
      const began = performance.now();
      read(part.repeat(65_536 / part.length));
      expect(performance.now() - began).toBeLessThan(2000);
    },
  );
});
