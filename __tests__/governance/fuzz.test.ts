import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { lint } from '../../src/governance/lint.ts';
import { treeOf } from '../../src/model/tree.ts';
import { readYaml } from '../../src/text/yaml.ts';

type Project = { path: string; text: string }[];

const scripts = new URL('../../scripts/fuzz/', import.meta.url);
const { anyProject }: { anyProject: Arbitrary<Project> } = await import(new URL('damaged-projects.js', scripts).href);
const { violationsOf }: { violationsOf(project: Project, check: object): string[] } = await import(
  new URL('violations.js', scripts).href
);
const fixing = new URL('../../src/governance/fix.ts', import.meta.url);
const { applyFixes } = existsSync(fixing) ? await import(fixing.href) : { applyFixes: undefined };
const check = { lint, treeOf, readYaml, applyFixes };

test('of a thousand damaged projects none breaks a promise of the check', () => {
  fc.assert(
    fc.property(anyProject, (project) => {
      expect(violationsOf(project, check)).toEqual([]);
    }),
    { numRuns: 1000, seed: 1 },
  );
});

const told = (findings: object[]) => ({
  ...check,
  lint: (project: Project) => ({ files: project.map(({ path }) => ({ path, findings })) }),
});
const place = { path: 'a.md', line: 1, column: 1, endLine: 1, endColumn: 2, offset: 0, endOffset: 1 };
const finding = { rule: 'a-rule', message: 'This is wrong', at: place, fix: null, related: [] };

test.each([
  ['a finding behind the end', [{ ...finding, at: { ...place, endOffset: 99 } }], 'outside of the document'],
  ['a line that is another than the offset’s', [{ ...finding, at: { ...place, line: 2 } }], 'elsewhere by its line'],
  ['a message in two lines', [{ ...finding, message: 'This\nis wrong' }], 'no single line'],
  ['a finding told twice', [finding, finding], 'said twice'],
  ['findings out of order', [{ ...finding, at: { ...place, column: 2, offset: 1 } }, finding], 'stands after'],
])('%s breaks a promise', (_, findings, violation) => {
  const violations = violationsOf([{ path: 'a.md', text: 'Octo\nmesh' }], told(findings));
  expect(violations.join('\n')).toContain(violation);
});

test('fixes that undo each other break a promise', () => {
  const turns = {
    ...told([{ ...finding, fix: { at: place, text: 'o' } }]),
    applyFixes: (text: string) => ({ text: `${text}!` }),
  };
  expect(violationsOf([{ path: 'a.md', text: 'Octo\nmesh' }], turns)).toEqual([
    expect.stringContaining('fixes that never end'),
  ]);
});

test('a check that throws breaks a promise', () => {
  const failing = {
    ...check,
    lint() {
      throw new Error('no such rule');
    },
  };
  expect(violationsOf([], failing)).toEqual([expect.stringContaining('no such rule')]);
});
