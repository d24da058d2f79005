import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeTexts } from '../../src/emulator/state/merge-texts.ts';

const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('merging texts', () => {
  it('gives either side where the other changed nothing, or both the same', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(mergeTexts(before, after, before)).toBe(after);
        expect(mergeTexts(before, before, after)).toBe(after);
        expect(mergeTexts(before, after, after)).toBe(after);
      }),
    );
  });

  it('gives the same whichever side is whose', () => {
    fc.assert(
      fc.property(text, text, text, (before, ours, theirs) => {
        expect(mergeTexts(before, ours, theirs)).toBe(mergeTexts(before, theirs, ours));
      }),
    );
  });

  it('takes changes that lie apart, and none that touch', () => {
    expect(mergeTexts('1\n2\n3\n4\n5\n', 'one\n2\n3\n4\n5\n', '1\n2\n3\n4\nfive\n')).toBe('one\n2\n3\n4\nfive\n');
    expect(mergeTexts('1\n2\n', 'one\n2\n', '1\ntwo\n')).toBeNull();
    expect(mergeTexts('1\n', '1\n2\n', '1\n3\n')).toBeNull();
  });
});
