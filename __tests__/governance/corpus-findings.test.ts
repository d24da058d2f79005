import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { lint } from '../../src/governance/lint.ts';
import type { Finding } from '../../src/model/finding.ts';
import { treeOf } from '../../src/model/tree.ts';

interface Label {
  line: number;
  category: string;
  detail: string;
}

interface Case {
  id: string;
  document: string;
  siblings: string[];
}

interface Score {
  counted: Label[];
  found: Label[];
  missed: Label[];
  falseAlarms: { rule: string; path: string; line: number; message: string; trap: string | null }[];
}

const corpus = '../shared/corpus';
const present = existsSync(`${corpus}/manifest.json`);
const cases: Case[] = present ? JSON.parse(readFileSync(`${corpus}/manifest.json`, 'utf8')) : [];
const scripts = new URL('../../scripts/', import.meta.url);
const { categoriesOf } = await import(new URL('corpus-categories.js', scripts).href);
const { score }: { score(findings: Finding[], truth: Case, categories: unknown): Score } = await import(
  new URL('corpus-score.js', scripts).href
);
const scores = cases.map(examine);

describe('the findings in real governance documents', () => {
  if (!present) it.skip('are not here: the corpus stands beside the project only where it is developed', () => {});
  const whenPresent = present ? it : it.skip;

  whenPresent('include at least 95 of 100 of the defects that a careful reader saw', () => {
    const counted = scores.flatMap((each) => each.counted).length;
    const missed = scores.flatMap((each) => each.missed);
    expect(counted).toBeGreaterThan(100);
    expect({ missed, enough: missed.length <= counted * 0.05 }).toEqual({ missed, enough: true });
  });

  whenPresent('are false alarms in at most 5 of 100', () => {
    const found = scores.flatMap((each) => each.found).length;
    const falseAlarms = scores.flatMap((each) => each.falseAlarms);
    expect({ falseAlarms, few: falseAlarms.length <= found * 0.05 }).toEqual({ falseAlarms, few: true });
  });

  whenPresent('step into none of the traps for naive checks', () => {
    expect(scores.flatMap((each) => each.falseAlarms).filter(({ trap }) => trap !== null)).toEqual([]);
  });
});

function examine(truth: Case): Score {
  const read = (path: string) => readFileSync(`${corpus}/${truth.id}/${path}`, 'utf8');
  const paths = [truth.document, ...truth.siblings.filter((path) => /\.(?:md|ya?ml)$|(?:^|\/)CODEOWNERS$/.test(path))];
  const tree = truth.siblings.includes('tree.txt') ? treeOf(read('tree.txt').split('\n').filter(Boolean)) : null;
  const { files } = lint(
    paths.map((path) => ({ path, text: read(path) })),
    { tree },
  );
  const findings = files.flatMap((file) => file.findings);
  return score(findings, truth, categoriesOf);
}
