import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { codeFrame } from '../../src/text/code-frame.ts';

const frame = (line: string, column: number, endColumn: number, width = 80) => {
  const { line: shown, marks } = codeFrame(line, { column, endColumn }, { width });
  return [shown, marks];
};

describe('the frame of a stretch', () => {
  it('marks the stretch below the line', () => {
    expect(frame('| Docs | n/a |', 3, 7)).toEqual(['| Docs | n/a |', '  ^^^^']);
  });

  it('marks one place where the stretch is empty', () => {
    expect(frame('|  |', 3, 3)).toEqual(['|  |', '  ^']);
    expect(frame('|  |', 5, 5)).toEqual(['|  |', '    ^']);
  });

  it('shows a tab as a space', () => {
    expect(frame('a\tb', 3, 4)).toEqual(['a b', '  ^']);
  });

  it('counts two columns for what a terminal shows two wide', () => {
    expect(frame('前端 👩‍💻 Ｘ', 10, 11)).toEqual(['前端 👩💻 Ｘ', '          ^^']);
  });

  it('counts nothing for an accent that stands on its letter', () => {
    expect(frame('e\u0301e\u0301x', 5, 6)).toEqual(['e\u0301e\u0301x', '  ^']);
  });

  it('shows what is invisible, and lets the terminal obey nothing', () => {
    expect(frame('a\u200bb\u001b[31m\u202ec', 2, 3)).toEqual(['a�b�[31m�c', ' ^']);
  });

  it('lets no command of GitHub’s older form stand', () => {
    expect(frame('x ##[add-mask]b', 15, 16)).toEqual(['x ## [add-mask]b', '               ^']);
    expect(frame('x #\u200d#[add-mask]b', 16, 17)[0]).not.toContain('##[');
  });

  it('cuts a long line around the stretch', () => {
    expect(frame(`${'a'.repeat(50)}bbbb${'c'.repeat(50)}`, 51, 55, 16)).toEqual(['…aaaaabbbbccccc…', '      ^^^^']);
  });

  it('uses the room of a side where nothing is', () => {
    expect(frame(`bbbb${'c'.repeat(50)}`, 1, 5, 16)).toEqual(['bbbbcccccccccc…', '^^^^']);
    expect(frame(`${'a'.repeat(50)}bbbb`, 51, 55, 16)).toEqual(['…aaaaaaaaaabbbb', '           ^^^^']);
  });

  it('shows the beginning of a stretch that is too long', () => {
    expect(frame(`a${'b'.repeat(50)}`, 2, 52, 16)).toEqual(['…bbbbbbbbbbbbbb…', ' ^^^^^^^^^^^^^^']);
  });

  it('never takes more than its width, wherever the stretch is', () => {
    const lines = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(lines, fc.nat(310), fc.nat(310), fc.integer({ min: 10, max: 60 }), (line, one, other, width) => {
        const [column, endColumn] = [Math.min(one, other) + 1, Math.max(one, other) + 1];
        const { line: shown, marks } = codeFrame(line, { column, endColumn }, { width });
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##\[/u);
        expect(stringWidth(shown)).toBeLessThanOrEqual(width);
        expect(marks).toMatch(/^ *\^+$/);
        expect(marks.length).toBeLessThanOrEqual(width + 1);
      }),
    );
  });

  it('looks at no more of a line of megabytes than it shows', () => {
    const line = `${'前'.repeat(2_000_000)}x${'端'.repeat(2_000_000)}`;
    expect(frame(line, 2_000_001, 2_000_002, 15)).toEqual(['…前前前x端端端…', '       ^']);
  });
});
