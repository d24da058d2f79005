import { describe, expect, it } from '@jest/globals';
import { createGoverningCache, readGoverning } from '../../src/engine/governing.ts';
import { tellPusher } from '../../src/engine/tell-pusher.ts';
import type { CommitCheck, CommitChecks } from '../../src/model/commit-check.ts';
import type { RepositoryFile } from '../../src/model/repository-file.ts';
import { configuration, files, twoTables } from './documents.ts';
import { FakeGitHub } from './fake-github.ts';

const repository = { owner: 'octo-org', name: 'octo-repo' };
const faulty = 'charter:\n  label: a/{group}\n  labels: a\n';
const named = 'WORKING-GROUPS.md';
const path = '.github/remit.yml';
const unnamed = { 'docs/WORKING-GROUPS.md': twoTables(['Docs']) };

type Texts = Record<string, string>;

/** A GitHub with two commits, and what is said of the second. */
class Commits implements CommitChecks {
  readonly said: [string, CommitCheck][] = [];
  readonly #commits: Record<string, Texts>;

  constructor(commits: Record<string, Texts>) {
    this.#commits = commits;
  }

  async readFilesAt(_: unknown, commit: string, paths: string[]): Promise<(RepositoryFile | null)[]> {
    const texts = this.#commits[commit] ?? {};
    return paths.map((each) =>
      texts[each] === undefined ? null : { path: each, blob: `${commit}:${each}`, commit, text: texts[each] },
    );
  }

  async checkCommit(_: unknown, commit: string, check: CommitCheck): Promise<string | null> {
    this.said.push([commit, check]);
    return null;
  }
}

/** What is said when a push makes the one of the other; the default branch is as it left it. */
async function saidOf(before: Texts | null, after: Texts): Promise<CommitCheck | null> {
  const github = new Commits({ one: before ?? {}, two: after });
  const cache = createGoverningCache();
  const now = new FakeGitHub({ files: before ?? {} });
  await readGoverning(repository, { github: now, cache });
  for (const each of Object.keys({ ...before, ...after })) {
    const text = after[each];
    if (text === undefined) now.remove(each);
    else now.commit(each, text);
  }
  const governing = await readGoverning(repository, { github: now, cache });
  const push = { before: before && 'one', after: 'two' };
  await tellPusher({ repository, push }, { github, governing });
  expect(github.said.length).toBeLessThan(2);
  const [said] = github.said;
  if (said) expect(said[0]).toBe('two');
  return said?.[1] ?? null;
}

describe('who breaks the configuration', () => {
  it('is told each fault on its line, and what is in force meanwhile', async () => {
    const check = await saidOf(files, { ...files, [path]: faulty });
    expect(check).toMatchObject({
      conclusion: 'failure',
      title: 'The configuration can’t be read',
      annotations: [{ path, line: 3, column: 3, message: expect.stringContaining('labels') }],
    });
    expect(check?.summary).toMatch(/the last version without faults stays in force.\n\n- line 3, column 3: /);
  });

  it('is told that nothing is in force where there was no other one', async () => {
    const check = await saidOf({ [named]: files[named] }, { ...files, [path]: faulty });
    expect(check?.summary).toContain('Remit does nothing until it can');
  });

  it('can’t smuggle markup into what is said', async () => {
    const check = await saidOf(files, { ...files, [path]: '"<img src=x> @octo-org/all #1": 1\n' });
    expect(check?.conclusion).toBe('failure');
    expect(check?.summary.replace(/`[^`]*`/g, '')).not.toMatch(/<img|@octo|#1/);
  });

  it('is told that it is mended, once', async () => {
    expect(await saidOf({ ...files, [path]: faulty }, files)).toMatchObject({
      conclusion: 'success',
      title: 'Configuration and charter can be read',
      annotations: [],
    });
    expect(await saidOf(files, { ...files, [path]: `${configuration}\n` })).toBeNull();
  });
});

describe('who breaks the charter', () => {
  it('is told at its name in the configuration when it is not there', async () => {
    const check = await saidOf(files, { [path]: configuration });
    expect(check).toMatchObject({ conclusion: 'failure', title: 'The charter can’t be read' });
    expect(check?.annotations).toEqual([
      { path, line: 2, column: 15, message: 'WORKING-GROUPS.md is not in the repository' },
    ]);
    expect(check?.summary).toContain('nothing is said or done about who owns an issue');
  });

  it.each([
    ['alone', 'charter:\n  documents: TEAMS.md\n', 2],
    ['in a list', 'charter:\n  documents:\n    - WORKING-GROUPS.md\n    - TEAMS.md\n', 4],
  ])('is told on the line where it is named %s', async (_, text, line) => {
    const check = await saidOf(files, { ...files, [path]: text });
    expect(check?.annotations).toMatchObject([{ path, line, message: 'TEAMS.md is not in the repository' }]);
  });

  it('is told in the document when it is there and names nobody', async () => {
    const check = await saidOf(files, { ...files, [named]: '# Hello\n' });
    expect(check?.annotations).toMatchObject([{ path: named, line: 1 }]);
  });

  it('is told when nothing names it', async () => {
    expect(await saidOf(unnamed, {})).toMatchObject({ conclusion: 'failure', title: 'The charter is gone' });
    expect(await saidOf(unnamed, { 'docs/WORKING-GROUPS.md': '# Hello\n' })).toMatchObject({ conclusion: 'failure' });
    expect(await saidOf({ 'docs/WORKING-GROUPS.md': '# Hello\n' }, unnamed)).toMatchObject({ conclusion: 'success' });
  });
});

describe('nothing is said', () => {
  it.each<[string, Texts | null, Texts]>([
    ['where nothing governs', {}, { 'README.md': '# Hello\n' }],
    ['of a document that was never a charter', { 'docs/WORKING-GROUPS.md': '# Hi\n' }, { [named]: '# Hello\n' }],
    ['of one that nobody named, as it came', null, { 'WORKING-GROUPS.md': '# Hello\n' }],
    ['of a change that can be read', files, { ...files, [named]: twoTables(['Wires']) }],
    ['of a configuration that goes together with what it named', files, {}],
  ])('%s', async (_, before, after) => {
    expect(await saidOf(before, after)).toBeNull();
  });
});

it('whoever begins with a configuration that can be read is told so', async () => {
  expect(await saidOf(null, files)).toMatchObject({ conclusion: 'success' });
});
