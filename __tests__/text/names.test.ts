import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameKey, sameName, slugOf } from '../../src/text/names.ts';
import { nearest } from '../../src/text/spelling.ts';

describe('names', () => {
  it.each([
    ['Test & Release', 'test and release'],
    ['User-Experience', 'User  Experience'],
    ['Ｄｏｃｓ', 'docs'],
    ['Security\u00a0', 'security'],
    ['API–Management', 'API - Management'],
  ])('“%s” and “%s” are the same', (one, other) => {
    expect(sameName(one, other)).toBe(true);
  });

  it.each([
    ['Security', 'Product Security'],
    ['Docs', 'Doc'],
    ['Test and Release', 'Test or Release'],
  ])('“%s” and “%s” are not: nothing is guessed', (one, other) => {
    expect(sameName(one, other)).toBe(false);
  });

  it('match themselves in any case, with any blanks and hyphens', () => {
    const name = fc.stringMatching(/^[a-zA-Z]{1,6}( [a-zA-Z&]{1,6}){0,3}$/);
    const blank = fc.constantFrom(' ', '  ', '-', '\t', ' - ', '\u00a0');
    fc.assert(
      fc.property(name, blank, (text, instead) => {
        expect(sameName(text, text.toUpperCase().replaceAll(' ', instead))).toBe(true);
        expect(sameName(text, `${text} more`)).toBe(false);
      }),
    );
  });

  it('are matched by their keys, so that matching is symmetric and transitive', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(sameName(one, other)).toBe(sameName(other, one));
        expect(sameName(one, other)).toBe(nameKey(one) === nameKey(other));
        expect(nameKey(nameKey(one))).toBe(nameKey(one));
      }),
    );
  });

  it('make slugs that are fit for a label', () => {
    expect(slugOf('Test & Release')).toBe('test-and-release');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(slugOf(text)).toMatch(/^[\p{L}\p{N}]*(-[\p{L}\p{N}]+)*$/u);
      }),
    );
  });
});

describe('spelling', () => {
  const groups = ['Docs', 'Networking', 'Product Security', 'Security', 'User Experience'];

  it.each([
    ['User Experiences', 'User Experience'],
    ['Netwroking', 'Networking'],
    ['Security & Product', 'Security'],
  ])('“%s” was probably “%s”', (word, meant) => {
    expect(nearest(word, groups)[0]).toBe(meant);
  });

  it.each(['Config', '', 'x'.repeat(10_000)])('“%.10s” is near to none', (word) => {
    expect(nearest(word, groups)).toEqual([]);
  });

  it('offers only what there is, at most three', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, candidates) => {
        const offered = nearest(word, candidates);
        expect(offered.length).toBeLessThanOrEqual(3);
        for (const each of offered) expect(candidates).toContain(each);
      }),
    );
  });
});
