import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aFinding } from '../../src/governance/example-outcome.ts';
import { applyFixes } from '../../src/governance/fix.ts';
import type { Finding } from '../../src/model/finding.ts';
import { positionsIn } from '../../src/text/positions.ts';

/** A finding whose fix puts a text in the place of a stretch. */
function aFix(text: string, [from, to]: [number, number], put: string): Finding {
  const at = positionsIn('a.md', text).between(from, to);
  return aFinding({ at, fix: { at, text: put } });
}

/** A fix of the first place of a word. */
const replacing = (text: string, word: string, put: string) =>
  aFix(text, [text.indexOf(word), text.indexOf(word) + word.length], put);

describe('fixing a document', () => {
  it('makes every fix at its place, whatever the others do to the length', () => {
    const text = 'one two three';
    const findings = [replacing(text, 'three', '3'), replacing(text, 'one', 'eleven'), replacing(text, 'two', '')];
    expect(applyFixes(text, findings)).toEqual({
      text: 'eleven  3',
      applied: [findings[1], findings[2], findings[0]],
      left: [],
    });
  });

  it('makes the first of two that overlap and leaves the other for the next run', () => {
    const text = 'one two three';
    const [first, second] = [aFix(text, [0, 7], 'a'), aFix(text, [4, 13], 'b')];
    expect(applyFixes(text, [second, first])).toEqual({ text: 'a three', applied: [first], left: [second] });
  });

  it('makes both of two that touch', () => {
    const text = 'onetwo';
    expect(applyFixes(text, [replacing(text, 'one', '1'), replacing(text, 'two', '2')]).text).toBe('12');
  });

  it('puts one text in at a place, not two in an order that nobody chose', () => {
    const [first, second] = [aFix('ab', [1, 1], 'x'), aFix('ab', [1, 1], 'y')];
    expect(applyFixes('ab', [first, second])).toEqual({ text: 'axb', applied: [first], left: [second] });
  });

  it('leaves what changes nothing or lies outside of the text', () => {
    const same = aFix('ab', [0, 1], 'a');
    const outside = aFix('ab and more', [3, 6], 'x');
    expect(applyFixes('ab', [same, outside])).toEqual({ text: 'ab', applied: [], left: [same, outside] });
  });

  it('says nothing of findings without a fix', () => {
    expect(applyFixes('ab', [aFinding()])).toEqual({ text: 'ab', applied: [], left: [] });
  });

  it('keeps a byte order mark and CRLF, and breaks new lines as the document does', () => {
    const text = '\uFEFFone\r\ntwo\r\nthree\n';
    expect(applyFixes(text, [replacing(text, 'two', '2\n2')]).text).toBe('\uFEFFone\r\n2\r\n2\r\nthree\n');
  });

  it('changes nothing outside of the fixes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.array(fc.tuple(fc.nat(80), fc.nat(9))),
        (text, at) => {
          const stretches = at.map(([from, length]): [number, number] => [from, Math.min(text.length, from + length)]);
          const marks = stretches.filter(([from, to]) => from < to).map((stretch) => aFix(text, stretch, '\u0000'));
          const { text: fixed, applied } = applyFixes(text, marks);
          const kept = [...applied, null].map((finding, index) =>
            text.slice(applied[index - 1]?.at.endOffset ?? 0, finding?.at.offset ?? text.length),
          );
          expect(fixed).toBe(kept.join('\u0000'));
        },
      ),
    );
  });

  it('comes to an end: each fix that is left is made in a later run, or is no longer needed', () => {
    const findingsIn = (text: string) =>
      [...text.matchAll(/(?=aa|ab)/g)].map(({ index }) =>
        aFix(text, [index, index + 2], text.slice(index, index + 2) === 'aa' ? 'b' : 'c'),
      );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 40 }), (start) => {
        let text = start;
        for (let run = 0; run < 40 && findingsIn(text).length > 0; run++)
          text = applyFixes(text, findingsIn(text)).text;
        expect(findingsIn(text)).toEqual([]);
      }),
    );
  });
});
