import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { listCandidates } from '../src/adapters/files/candidates.ts';
import { aFinding, anOutcome } from '../src/governance/example-outcome.ts';
import { reporters } from '../src/governance/reporters/index.ts';
import { severities } from '../src/model/finding.ts';
import { aTree } from './entry/terminal.ts';

describe('the problem matcher', () => {
  const { problemMatcher } = JSON.parse(readFileSync('.github/remit-problem-matcher.json', 'utf8'));
  const [pattern] = problemMatcher[0].pattern;
  const match = (line: string) => new RegExp(pattern.regexp).exec(line);

  it.each(severities)('reads from a line of the compact reporter all that it says: %s', (severity) => {
    const finding = aFinding({ severity, message: 'nobody leads “a: (b)”', at: { path: 'a b/c:1.md' } });
    const [line = ''] = reporters.compact?.print(anOutcome([finding]), { colours: false }).split('\n') ?? [];
    const found = match(line);
    const read = (key: string) => found?.[pattern[key]];
    expect(['file', 'line', 'column', 'severity', 'message', 'code'].map(read)).toEqual([
      'a b/c:1.md',
      '5',
      '3',
      severity,
      'nobody leads “a: (b)”',
      'group-without-lead',
    ]);
  });

  it.each(Object.values(reporters).flatMap((reporter) => reporter.examples))(
    'reads every line of: $name',
    (example) => {
      const lines = reporters.compact?.print(example.outcome, { colours: false }).split('\n').slice(0, -1) ?? [];
      expect(lines.filter((line) => !match(line))).toEqual([]);
    },
  );
});

describe('the hook for pre-commit', () => {
  const [hook] = load(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { files: string; entry: string }[];
  // Python writes the flag into the pattern.
  const files = new RegExp(hook?.files.replace('(?i)', '') ?? '', 'i');

  it('looks at the documents that `remit check` finds by itself', () => {
    const paths = ['WORKING-GROUPS.md', 'docs/working_groups.markdown', 'toc/working-groups/docs.md', 'README.md'];
    const found = listCandidates(aTree(Object.fromEntries(paths.map((path) => [path, '']))));
    expect(found).not.toEqual([]);
    expect(paths.filter((path) => files.test(path)).sort()).toEqual([...found].sort());
  });

  it('leaves other files alone', () => {
    const others = ['README.md', 'WORKING-GROUPS.md.orig', 'working-groups/a/b.md', 'src/working-groups.ts'];
    expect(others.filter((path) => files.test(path))).toEqual([]);
  });

  it('runs the check with the files as its arguments', () => {
    expect(hook?.entry).toBe('remit check');
  });
});
