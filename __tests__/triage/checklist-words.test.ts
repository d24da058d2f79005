import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Verdict } from '../../src/model/plan.ts';
import { checklistFor, isWordless, wordsLeftIn } from '../../src/triage/checklist.ts';

const missing: Verdict = { requirement: 'milestone', status: 'missing', message: 'no milestone', cites: [] };
const met: Verdict = { requirement: 'owner', status: 'met', message: '“Networking”', cites: [] };

function bodyOf(verdicts: Verdict[], existing: string | null = null): string {
  const checklist = checklistFor(verdicts, existing);
  return checklist.is === 'wanted' ? checklist.body() : '';
}

describe('what a person wrote into the checklist', () => {
  const words = fc.string({ maxLength: 60 }).filter((text) => text.trim() !== '' && !text.includes('remit:checklist'));

  it('stays where it is when Remit’s lines change', () => {
    fc.assert(
      fc.property(words, words, (above, below) => {
        const body = bodyOf([missing], `${above}${bodyOf([met, missing])}${below}`);
        expect(body.startsWith(`${above}<!--`) && body.endsWith(`-->${below}`)).toBe(true);
        expect(body.slice(above.length, body.length - below.length)).toBe(bodyOf([missing]));
      }),
    );
  });

  it('stays when nothing is missing any more, and the list comes back to it', () => {
    const left = wordsLeftIn(`${bodyOf([missing])}\n\nPlease see the design first.`)!;
    expect(left).not.toContain('Milestone');
    expect(left).toMatch(/\n\nPlease see the design first\.$/);
    expect(isWordless(left)).toBe(true);
    const again = bodyOf([missing], left);
    expect(again).toMatch(/Milestone[\s\S]*Please see the design first\.$/);
    expect(isWordless(again)).toBe(false);
  });

  it('leaves no comment behind where nobody wrote anything', () => {
    expect(wordsLeftIn(`${bodyOf([missing])}\n`)).toBeNull();
  });

  it('is not cut where it fills the comment', () => {
    const full = `${bodyOf([met, missing])}${'word '.repeat(12_000)}`;
    expect(checklistFor([missing], full)).toEqual({ is: 'current' });
  });
});
