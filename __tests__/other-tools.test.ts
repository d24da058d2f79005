import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { listCandidates } from '../src/adapters/files/candidates.ts';
import { aFinding, anOutcome } from '../src/governance/example-outcome.ts';
import type { CheckOutcome } from '../src/governance/reporter.ts';
import compact from '../src/governance/reporters/compact.ts';
import { reporters } from '../src/governance/reporters/index.ts';
import { aTree } from './entry/terminal.ts';

describe('the problem matcher', () => {
  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('reads all that a line of the compact reporter says, an %s as GitHub’s %s', (severity, shown) => {
    const finding = aFinding({ severity, message: 'nobody leads “a: (b)”', at: { path: 'a b/c:1.md' } });
    expect(linesFor(anOutcome([finding])).map(matchLine)).toEqual([
      {
        file: 'a b/c:1.md',
        line: '5',
        column: '3',
        severity: shown,
        message: 'nobody leads “a: (b)”',
        code: 'group-without-lead',
      },
    ]);
  });

  it.each(Object.values(reporters).flatMap((reporter) => reporter.examples))(
    'reads every line of: $name',
    (example) => {
      expect(linesFor(example.outcome).filter((line) => !matchLine(line))).toEqual([]);
    },
  );
});

const linesFor = (outcome: CheckOutcome): string[] => compact.print(outcome).split('\n').slice(0, -1);

interface Matcher {
  severity?: string;
  pattern: [Record<string, number> & { regexp: string }];
}

/** As the runner does it: the first matcher that fits; what its pattern has no group for is the matcher's own. */
function matchLine(line: string): Record<string, string | undefined> | null {
  const { problemMatcher } = JSON.parse(readFileSync('.github/remit-problem-matcher.json', 'utf8'));
  for (const { severity, pattern } of problemMatcher as Matcher[]) {
    const { regexp, ...groups } = pattern[0];
    const match = new RegExp(regexp).exec(line);
    if (!match) continue;
    const read = Object.entries(groups).map(([key, group]) => [key, match[group]]);
    return { ...(severity === undefined ? {} : { severity }), ...Object.fromEntries(read) };
  }
  return null;
}

describe('the hook for pre-commit', () => {
  const [hook] = load(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { files: string; entry: string }[];
  // Python writes the flag into the pattern.
  const files = new RegExp(hook?.files.replace('(?i)', '') ?? '', 'i');

  it('looks at the documents that `remit check` finds by itself', () => {
    const paths = [
      'WORKING-GROUPS.md',
      'docs/working_groups.markdown',
      'toc/working-groups/docs.md',
      'README.md',
      'sigs.yaml',
    ];
    const found = listCandidates(aTree(Object.fromEntries(paths.map((path) => [path, ''])))).documents;
    expect(found).not.toEqual([]);
    expect(paths.filter((path) => files.test(path)).sort()).toEqual([...found].sort());
  });

  it('leaves other files alone', () => {
    const others = ['README.md', 'WORKING-GROUPS.md.orig', 'working-groups/a/b/c.md', 'src/working-groups.ts'];
    expect(others.filter((path) => files.test(path))).toEqual([]);
  });

  it('runs the check with the files as its arguments', () => {
    expect(hook?.entry).toBe('remit check');
  });
});
