import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aFinding, anOutcome } from '../../../src/governance/example-outcome.ts';
import github from '../../../src/governance/reporters/github.ts';
import { reporters } from '../../../src/governance/reporters/index.ts';
import text from '../../../src/governance/reporters/text.ts';
import { type Finding, severities } from '../../../src/model/finding.ts';

const linesOf = (findings: Finding[]): string[] => github.print(anOutcome(findings)).split('\n').slice(0, -1);

const many = (count: number, given: Partial<Finding>): Finding[] =>
  Array.from({ length: count }, (_, index) => aFinding({ ...given, at: { line: index + 1 } }));

const commandsIn = (lines: string[]) =>
  Object.fromEntries(
    ['error', 'warning', 'notice'].map((name) => [name, lines.filter((line) => line.startsWith(`::${name} `)).length]),
  );

describe('the annotations', () => {
  it('are no more than GitHub shows of each severity, errors first', () => {
    const lines = linesOf([
      ...many(30, { severity: 'info' }),
      ...many(11, { severity: 'warning' }),
      ...many(4, { severity: 'error' }),
    ]);
    expect(commandsIn(lines)).toEqual({ error: 4, warning: 10, notice: 10 });
    expect(lines.findIndex((line) => line.startsWith('::warning'))).toBe(4);
  });

  it('are all there where GitHub shows them all', () => {
    const lines = linesOf([...many(10, { severity: 'info' }), ...many(10, { severity: 'error' })]);
    expect(commandsIn(lines)).toEqual({ error: 10, warning: 0, notice: 10 });
    expect(lines).toHaveLength(20);
  });

  it('say where the others are, and every finding is in the output', () => {
    const lines = linesOf([...many(30, { severity: 'warning' }), ...many(3, { severity: 'info' })]);
    expect(lines.filter((line) => /^::notice title=20 more findings::.*log/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('- WORKING-GROUPS.md:'))).toHaveLength(20);
    expect(lines.at(-1)).toBe('::endgroup::');
  });

  it('come out of the runner as the documents have it', () => {
    const [line] = linesOf([aFinding({ message: '“%0A%3A 100%\r\n::error::”', at: { path: 'a%2C,b:c.md' } })]);
    const [, properties = '', data = ''] = /^::warning ([^:]*)::(.*)$/.exec(line ?? '') ?? [];
    expect(undoEscapes(data)).toBe('“%0A%3A 100%\r\n::error::”');
    expect(undoEscapes(properties.split(',')[0] ?? '')).toBe('file=a%2C,b:c.md');
  });
});

describe('a hostile document in a runner’s log', () => {
  const hostile = fc
    .array(
      fc.constantFrom('::', '##[', ']', 'error', 'add-mask', ' ', '\n', '\r', '%0A', '%', '\u2028', '\t', 'x', ','),
    )
    .map((parts) => parts.join(''));
  const own = /^::(?:error|warning|notice|group|endgroup)(?: |::)/;

  it('starts no command in the annotations', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.constantFrom(...severities), (message, path, severity) => {
        const findings = many(12, { message, severity }).map((each) => ({ ...each, at: { ...each.at, path } }));
        for (const line of linesOf(findings)) {
          expect(line).not.toMatch(/[\r\n]/);
          expect(own.test(line) || !(line.trimStart().startsWith('::') || line.includes('##['))).toBe(true);
        }
      }),
    );
  });

  it.each(['json', 'sarif'])('starts no command in %s, which says the same', (name) => {
    const fix = { at: aFinding().at, text: '##[add-mask]b' };
    const printed = reporters[name]?.print(anOutcome([aFinding({ fix })]), { colours: false }) ?? '';
    expect(printed).not.toContain('##[');
    expect(JSON.stringify(JSON.parse(printed))).toContain('"##[add-mask]b"');
  });

  it('starts no command in the text', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (message, path, document) => {
        const finding = aFinding({ message, expected: [document], at: { line: 1, column: 1 } });
        const printed = text.print(anOutcome([finding], { path, text: document }), { colours: false });
        for (const line of printed.split(/\r\n|\n|\r/)) expect(line).not.toMatch(/^\s*::|##\[/);
      }),
    );
  });
});

/** As the runner does it; source: actions/runner, ActionCommand. */
const undoEscapes = (escaped: string): string =>
  escaped
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
