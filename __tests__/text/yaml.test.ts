import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { readYaml } from '../../src/text/yaml.ts';

function dataOf(text: string): unknown {
  const read = readYaml(text);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function problemsOf(text: string) {
  const read = readYaml(text);
  return 'problems' in read ? read.problems : [];
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('reading YAML', () => {
  it('takes a number beyond all numbers for the text that it is', () => {
    expect(readYaml('a: 1e310\n')).toMatchObject({ value: { a: '1e310' } });
  });

  it('gives objects, lists, texts, numbers, booleans and nothing', () => {
    const text = `a: text\nb: [1, -2.5, 1e3, true, false, null, ~]\nc:\n  - 'one'\n  - "two\\n"\nd: |\n  x\n  y\ne:\n`;
    expect(dataOf(text)).toEqual({
      a: 'text',
      b: [1, -2.5, 1000, true, false, null, null],
      c: ['one', 'two\n'],
      d: 'x\ny\n',
      e: null,
    });
  });

  it('takes plain words for texts, whatever older YAML made of them', () => {
    expect(dataOf('[yes, No, on, TRUE, 0x1F, 010, 2026-01-05, .inf, 12:30]')).toEqual([
      'yes',
      'No',
      'on',
      'TRUE',
      '0x1F',
      '010',
      '2026-01-05',
      '.inf',
      '12:30',
    ]);
  });

  it.each(['', '\n\n', '# a comment only\n', '---\n', '\uFEFF'])('takes %j for nothing', (text) => {
    expect(dataOf(text)).toBeNull();
  });

  it('keeps a key `__proto__` an entry like any other', () => {
    const value = dataOf('__proto__:\n  polluted: true\nconstructor: 1\n');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('reads a key as it is written', () => {
    expect(dataOf('1.10: a\ntrue: b\n"": c\n')).toEqual({ '1.10': 'a', true: 'b', '': 'c' });
  });
});

describe('the place of an entry', () => {
  const read = readYaml('a:\r\n  b: [x, "y"]\r\n  c:\r\n    - d: 1\r\n      e:\r\n');
  const placeOf = (...path: (string | number)[]) => ('problems' in read ? null : read.positionOf(path));

  it('is that of its key', () => {
    expect(placeOf('a')).toEqual({ line: 1, column: 1 });
    expect(placeOf('a', 'b')).toEqual({ line: 2, column: 3 });
    expect(placeOf('a', 'c', 0, 'e')).toEqual({ line: 5, column: 7 });
  });

  it('is its own in a list', () => {
    expect(placeOf('a', 'b', 0)).toEqual({ line: 2, column: 7 });
    expect(placeOf('a', 'b', 1)).toEqual({ line: 2, column: 10 });
    expect(placeOf('a', 'c', 0)).toEqual({ line: 4, column: 7 });
  });

  it('is not known where there is no such entry', () => {
    expect(placeOf('a', 'z')).toBeNull();
    expect(placeOf('a', 'b', 2)).toBeNull();
    expect(placeOf('a', 'b', 0, 'x')).toBeNull();
    expect(placeOf('toString')).toBeNull();
  });
});

describe('what is refused', () => {
  it.each([
    ['a tab below a key', 'a:\n\tb: 1\n', 2, 1, 'a tab indents this line; use spaces'],
    ['a tab at the start', '\ta: 1\n', 1, 1, 'a tab indents this line; use spaces'],
    ['a tab behind spaces', 'a:\n  b: 1\n \tc: 2\n', 3, 2, 'a tab indents this line; use spaces'],
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', 3, 1, 'this key stands here twice; keep one of them'],
    ['a key twice in two spellings', 'a: 1\n"a": 2\n', 2, 1, 'this key stands here twice; keep one of them'],
    ['an anchor', 'a: &x 1\n', 1, 4, 'anchors (`&`) and aliases (`*`) are not read; write it out'],
    ['an alias', 'a: 1\nb: *x\n', 2, 4, 'anchors (`&`) and aliases (`*`) are not read; write it out'],
    ['a merge key', 'a:\n  <<: {b: 1}\n', 2, 3, 'merge keys (`<<`) are not read; write the settings out'],
    ['a tag', 'a: !!js/function "f"\n', 1, 4, 'tags (`!`) are not read; write the value alone'],
    ['a tag on a list', 'a: !!set [x]\n', 1, 4, 'tags (`!`) are not read; write the value alone'],
    ['a second document', 'a: 1\n---\nb: 2\n', 3, 1, 'a second document begins above; keep only one'],
    ['a list as a key', '? [a]\n: b\n', 1, 3, 'a key must be a plain text'],
    [
      'a control character',
      'a: "b"\nc: \u0001\n',
      2,
      4,
      'a control character stands here; the file must be plain text',
    ],
    ['a null byte', 'a: \u0000', 1, 4, 'a control character stands here; the file must be plain text'],
    ['a quotation mark that is never closed', 'a: "b', 1, 6, 'a quotation mark opens and is never closed'],
    ['a bracket that is never closed', '{a: [b]', 1, 8, 'a bracket opens and is never closed'],
    [
      'a value with a colon',
      'a: b: c\n',
      1,
      5,
      'the indentation fits no line above, or a value with a colon in it needs quotes',
    ],
    ['41 levels', deep(41), 1, 41, 'this is nested more than 40 levels deep'],
    ['257 KB', `# ${'x'.repeat(257 * 1024)}`, 1, 1, 'the file is larger than 256 KB'],
  ])('is %s', (_name, text, line, column, message) => {
    expect(problemsOf(text)).toEqual([{ message, line, column }]);
  });

  it('is a bomb of aliases, at once', () => {
    const levels = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(10)}]`);
    const bomb = `a0: &a0 [x, x]\n${levels.join('\n')}\n`;
    expect(problemsOf(bomb)).toEqual([
      { message: 'anchors (`&`) and aliases (`*`) are not read; write it out', line: 1, column: 5 },
    ]);
  });

  it('is told for at most fifty places of a text', () => {
    expect(problemsOf('a: 1\n'.repeat(40_000))).toHaveLength(50);
  });

  it('does not go as deep as a hostile text does', () => {
    expect(problemsOf('[{a: '.repeat(50_000))).toHaveLength(1);
    expect(problemsOf('- '.repeat(100_000))).toHaveLength(1);
    expect(dataOf(deep(40))).toBeInstanceOf(Array);
  });
});

describe('any text at all', () => {
  const yamlish = fc
    .array(
      fc.constantFrom(
        'a',
        'b: ',
        '- ',
        '\n',
        '  ',
        '\t',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
        '&x ',
        '*x',
        '!!t ',
        '? ',
        '|',
        '---\n',
        '\r\n',
        '#',
        '<<: ',
        'é',
        '\u0000',
        '\uD800',
      ),
    )
    .map((parts) => parts.join(''));

  it('is read or refused at a place that lies in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), yamlish), (text) => {
        const lines = text.split(/\r\n?|\n/);
        for (const { line, column, message } of problemsOf(text)) {
          expect(message).not.toMatch(/[^\x20-\x7e“”…]/);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('that was written from data gives the data back, with a place for each part', () => {
    const data = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('"<<"'));
    fc.assert(
      fc.property(data, (value) => {
        const expected: unknown = JSON.parse(JSON.stringify(value));
        expect(dataOf(JSON.stringify(value))).toEqual(expected);
        for (const path of pathsIn(expected)) expect(placeIn(JSON.stringify(value, null, 1), path)).not.toBeNull();
        expect(dataOf(dump(expected, { noRefs: true, lineWidth: -1 }))).toEqual(expected);
      }),
    );
  });
});

function placeIn(text: string, path: (string | number)[]) {
  const read = readYaml(text);
  return 'problems' in read ? null : read.positionOf(path);
}

function pathsIn(value: unknown, above: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [above];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [above, ...entries.flatMap(([key, each]) => pathsIn(each, [...above, key]))];
}
