import { describe, expect, it, test } from '@jest/globals';
import { createTwoFilesPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import { aFinding } from '../../src/governance/example-outcome.ts';
import type { CheckedFile } from '../../src/governance/reporter.ts';
import { suggestionsFor } from '../../src/governance/suggestions.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Suggestion } from '../../src/model/pull-request.ts';
import { readSuggestionMarker } from '../../src/text/pull-request-markers.ts';

const path = 'WORKING-GROUPS.md';

describe('a suggestion', () => {
  it('is the whole new text of the line, with what is wrong and a marker', () => {
    const text = 'one\ntwo(2)\nthree\n';
    const [suggestion] = suggest(text, [fixed(text, '(2)', ' (2)', { message: 'a blank is missing' })]);
    expect(suggestion).toMatchObject({ path, line: 2 });
    expect(suggestion).not.toHaveProperty('startLine');
    expect(suggestion?.body).toBe(
      [
        'a blank is missing (group-without-lead)',
        '',
        '```suggestion',
        'two (2)',
        '```',
        '',
        `<!-- remit:suggestion ${suggestion?.digest} -->`,
      ].join('\n'),
    );
  });

  it('takes in all the lines that the fix changes', () => {
    const text = 'one\n| two\n| three |\nfour\n';
    const [suggestion] = suggest(text, [fixed(text, 'two\n| three', 'two and three')]);
    expect(suggestion).toMatchObject({ startLine: 2, line: 3 });
    expect(textIn(suggestion)).toBe('| two and three |\n');
  });

  it('takes a line away where only its end is too much', () => {
    const text = 'one\n\ntwo\n';
    const [suggestion] = suggest(text, [fixed(text, '\n\n', '\n')]);
    expect(suggestion).toMatchObject({ line: 2 });
    expect(textIn(suggestion)).toBe('');
  });

  it('leaves an empty line where all its text is too much', () => {
    const [suggestion] = suggest('one\n|\ntwo\n', [fixed('one\n|\ntwo\n', '|', '')]);
    expect(textIn(suggestion)).toBe('\n');
  });

  it('mends everything on its line at once', () => {
    const text = 'a(1), b(2)\n';
    const findings = [
      fixed(text, '(2)', ' (2)', { message: 'second' }),
      fixed(text, '(1)', ' (1)', { message: 'first' }),
    ];
    const suggestions = suggest(text, findings);
    expect(suggestions.map(textIn)).toEqual(['a (1), b (2)\n']);
    expect(suggestions[0]?.body).toMatch(/^- first \(group-without-lead\)\n- second \(group-without-lead\)\n\n```/);
  });

  it('leaves out a fix that overlaps another', () => {
    const text = 'abcdef\n';
    const [suggestion] = suggest(text, [fixed(text, 'abc', 'X'), fixed(text, 'cde', 'Y', { message: 'left out' })]);
    expect(textIn(suggestion)).toBe('Xdef\n');
    expect(suggestion?.body).not.toMatch(/left out/);
  });

  it('has a fence that nothing in the text can close', () => {
    const text = 'a ````` b\n';
    expect(suggest(text, [fixed(text, 'b', 'c')])[0]?.body).toContain('\n``````suggestion\na ````` c\n``````\n');
  });

  it('does nothing with what a document says outside of its block', () => {
    const text = 'one\n';
    const message = 'nobody leads “@octo-lead-1 <img src=x> <!-- remit:suggestion 0 -->”';
    const body = suggest(text, [fixed(text, 'one', 'two', { message })])[0]?.body ?? '';
    expect(body).not.toMatch(/@octo|<img|<!-- remit:suggestion 0/);
  });

  it('is told by its own marker, not by one in the text', () => {
    const text = 'one <!-- remit:suggestion 0 -->\n';
    const [suggestion] = suggest(text, [fixed(text, 'one', 'two')]);
    expect(readSuggestionMarker(suggestion?.body ?? '')).toBe(suggestion?.digest);
  });
});

describe('a fix makes no suggestion', () => {
  const text = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('');

  it.each([
    ['in a file that the pull request does not change', [{ path: 'README.md', patch: patchOf('', text) }]],
    ['in a file without a patch', [{ path, patch: null }]],
    ['on a line outside of the diff', [{ path, patch: patchOf(text.replace('line 20\n', ''), text) }]],
    [
      'on a line that reads otherwise in the diff',
      [{ path, patch: patchOf('', text.replace('line 2\n', 'Line 2\n')) }],
    ],
  ])('%s', (_, changed) => {
    expect(suggestionsFor([aFile(text, [fixed(text, 'line 2\n', 'line two\n')])], changed)).toEqual([]);
  });

  it('across two hunks', () => {
    const before = text.replace('line 2\n', '').replace('line 18\n', '');
    const finding = fixed(text, text.slice(text.indexOf('2\n'), text.indexOf('8\nline 19')), 'X');
    expect(suggest(text, [finding], before)).toEqual([]);
  });

  it('where the lines end as in Windows, which GitHub would mix', () => {
    const windows = 'one\r\ntwo\r\n';
    expect(suggest(windows, [fixed(windows, 'one', 'One')])).toEqual([]);
  });

  it('where it changes nothing', () => {
    expect(suggest('one\n', [fixed('one\n', 'one', 'one')])).toEqual([]);
  });
});

test('a pull request gets 20 suggestions at most, errors first', () => {
  const text = Array.from({ length: 30 }, (_, index) => `line ${index + 1}.\n`).join('');
  const findings = Array.from({ length: 30 }, (_, index) =>
    fixed(text, `line ${index + 1}.`, 'X', { severity: index < 25 ? 'warning' : 'error' }),
  );
  const suggestions = suggest(text, findings);
  expect(suggestions).toHaveLength(20);
  expect(suggestions.slice(0, 6).map(({ line }) => line)).toEqual([26, 27, 28, 29, 30, 1]);
});

test('a suggestion has the same digest wherever its line moves to', () => {
  const digests = ['one(1)\n', 'new\none(1)\n'].map((text) => suggest(text, [fixed(text, '(1)', ' (1)')])[0]?.digest);
  expect(digests[0]).toBe(digests[1]);
});

test('the same suggestion in two places has two digests', () => {
  const text = 'a(1)\nb\na(1)\n';
  const last = { offset: text.lastIndexOf('(1)'), endOffset: text.length - 1 };
  const findings = [fixed(text, '(1)', ' (1)'), fixed(text, '(1)', ' (1)', {}, last)];
  expect(new Set(suggest(text, findings).map(({ digest }) => digest)).size).toBe(2);
});

describe('whatever changes and whatever is fixed', () => {
  const someText = fc
    .array(fc.constantFrom('a', 'b(1)', '', '| x | y |', '``` ', '+ plus', '- minus', '@@ -1 +1 @@', '\\ no'), {
      maxLength: 30,
    })
    .map((lines) => lines.map((line) => `${line}\n`).join(''));
  const someFixes = fc.array(
    fc.record({ from: fc.nat(), length: fc.nat(8), put: fc.constantFrom('', 'X', '\n', '`````', 'X\nY') }),
    { maxLength: 6 },
  );

  it('every suggested line is on the right side of the diff', () => {
    fc.assert(
      fc.property(someText, someText, someFixes, (before, text, fixes) => {
        const hunks = parsePatch(patchOf(before, text) ?? '').flatMap((each) => each.hunks);
        for (const { startLine, line } of suggest(text, findingsFor(text, fixes), before)) {
          const isInside = hunks.some(
            ({ newStart, newLines }) => newStart <= (startLine ?? line) && line < newStart + newLines,
          );
          expect(isInside).toBe(true);
        }
      }),
    );
  });

  it('committing all suggestions of a new file is applying all fixes that do not overlap', () => {
    fc.assert(
      fc.property(someText, someFixes, (rest, fixes) => {
        const text = `a\n${rest}`;
        const clear: Finding[] = [];
        for (const finding of findingsFor(text, fixes)) {
          const { offset, endOffset } = finding.at;
          if (clear.every(({ at }) => offset > at.endOffset || endOffset < at.offset)) clear.push(finding);
        }
        const sorted = clear.sort((one, other) => other.at.offset - one.at.offset);
        const wanted = sorted.reduce(
          (mended, { at, fix }) => mended.slice(0, at.offset) + fix?.text + mended.slice(at.endOffset),
          text,
        );
        expect(commit(text, suggest(text, clear))).toBe(wanted);
      }),
    );
  });
});

function aFile(text: string, findings: Finding[]): CheckedFile {
  return { path, format: 'two-tables', text, findings };
}

/** The suggestions where the pull request turns `before` into the text; without one the file is new. */
function suggest(text: string, findings: Finding[], before = ''): Suggestion[] {
  return suggestionsFor([aFile(text, findings)], [{ path, patch: patchOf(before, text) }]);
}

/** As GitHub gives it: hunks without a header. */
function patchOf(before: string, after: string): string | null {
  const patch = createTwoFilesPatch('a', 'b', before, after, '', '', { context: 3 });
  const start = patch.search(/^@@ /m);
  return start < 0 ? null : patch.slice(start).replace(/\n$/, '');
}

function fixed(
  text: string,
  found: string,
  put: string,
  parts: Partial<Omit<Finding, 'at' | 'fix'>> = {},
  at = { offset: text.indexOf(found), endOffset: text.indexOf(found) + found.length },
): Finding {
  const finding = aFinding({ ...parts, at });
  return { ...finding, fix: { at: finding.at, text: put } };
}

function findingsFor(text: string, fixes: { from: number; length: number; put: string }[]): Finding[] {
  return fixes.map(({ from, length, put }) => {
    const offset = from % Math.max(1, text.length);
    const at = { offset, endOffset: Math.max(offset, Math.min(text.length - 1, offset + length)) };
    return fixed(text, '', put, {}, at);
  });
}

/** What stands in the suggestion's block, each line with its end. */
function textIn(suggestion: Suggestion | undefined): string {
  const [, , block] = /(`{3,})suggestion\n([\s\S]*?)\1\n\n<!--/.exec(suggestion?.body ?? '') ?? [];
  return block ?? 'no block';
}

function commit(text: string, suggestions: Suggestion[]): string {
  const lines = text.split(/(?<=\n)/);
  for (const suggestion of [...suggestions].sort((one, other) => other.line - one.line)) {
    const first = suggestion.startLine ?? suggestion.line;
    lines.splice(first - 1, suggestion.line - first + 1, textIn(suggestion));
  }
  return lines.join('');
}
