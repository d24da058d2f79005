import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readBase } from '../../../src/adapters/files/git.ts';
import { aRepository, runGit } from '../../repository.ts';

const wg = 'WORKING-GROUPS.md';

function read(root: string, ref: string, paths = [wg]) {
  const base = readBase({ root, ref, paths });
  if ('problem' in base) throw new Error(base.problem);
  return base.files;
}

const problemOf = (root: string, ref: string) => readBase({ root, ref, paths: [wg] });

describe('the base version of documents', () => {
  it('is the text at a branch, a tag or a commit, byte for byte', () => {
    const repository = aRepository();
    repository.write({ [wg]: '\uFEFFone\r\n', 'empty.md': '', 'docs/my groups.md': 'grün\n' });
    const commit = repository.commit();
    repository.git('tag', 'v1');
    repository.write({ [wg]: 'two\n' });
    repository.commit();
    for (const ref of [commit, 'v1', 'HEAD~1'])
      expect(read(repository.root, ref)).toEqual([{ path: wg, text: '\uFEFFone\r\n' }]);
    expect(read(repository.root, 'v1', ['docs/my groups.md', 'empty.md', 'no.md'])).toEqual([
      { path: 'docs/my groups.md', text: 'grün\n' },
      { path: 'empty.md', text: '' },
    ]);
  });

  it('is that of the commit at which the work began, not what the branch has become since', () => {
    const repository = aRepository();
    repository.write({ [wg]: 'one\n' });
    repository.commit();
    repository.git('checkout', '--quiet', '-b', 'work');
    repository.write({ [wg]: 'two\n' });
    repository.commit();
    repository.git('checkout', '--quiet', 'main');
    repository.write({ [wg]: 'three\n' });
    repository.commit();
    repository.git('checkout', '--quiet', 'work');
    expect(read(repository.root, 'main')).toEqual([{ path: wg, text: 'one\n' }]);
  });

  it('is found from a folder below, and above it', () => {
    const repository = aRepository();
    repository.write({ [wg]: 'one\n', 'docs/groups.md': 'two\n' });
    repository.commit();
    const paths = ['groups.md', `../${wg}`, '../../elsewhere.md', '/etc/hostname'];
    expect(read(join(repository.root, 'docs'), 'HEAD', paths)).toEqual([
      { path: 'groups.md', text: 'two\n' },
      { path: `../${wg}`, text: 'one\n' },
    ]);
  });

  it('is found under the old name of a file that was renamed, by a commit or not yet', () => {
    const repository = aRepository();
    const text = 'a\nb\nc\nd\ne\n';
    repository.write({ 'old.md': text, 'old too.md': text.toUpperCase() });
    repository.commit();
    repository.git('mv', 'old.md', wg);
    repository.write({ [wg]: `${text}f\n` });
    repository.commit();
    renameSync(join(repository.root, 'old too.md'), join(repository.root, 'new.md'));
    repository.git('add', '--all');
    expect(read(repository.root, 'HEAD~1', [wg, 'new.md'])).toEqual([
      { path: wg, text },
      { path: 'new.md', text: text.toUpperCase() },
    ]);
  });

  it('is that of the file a link leads to, as long as it is in the tree', () => {
    const repository = aRepository();
    repository.write({ 'docs/groups.md': 'one\n' });
    symlinkSync('docs/groups.md', join(repository.root, wg));
    symlinkSync('../secret.md', join(repository.root, 'out.md'));
    symlinkSync('nowhere.md', join(repository.root, 'nothing.md'));
    repository.commit();
    expect(read(repository.root, 'HEAD', ['out.md', 'nothing.md', 'docs', wg, 'docs/groups.md'])).toEqual([
      { path: wg, text: 'one\n' },
      { path: 'docs/groups.md', text: 'one\n' },
    ]);
  });

  it('takes names for names', () => {
    const repository = aRepository();
    repository.write({ '*.md': 'star\n', 'a.md': 'a\n', ':(top)b.md': 'b\n' });
    repository.commit();
    expect(read(repository.root, 'HEAD', ['*.md', ':(top)b.md', 'a*.md', 'a.md\nHEAD:a.md'])).toEqual([
      { path: '*.md', text: 'star\n' },
      { path: ':(top)b.md', text: 'b\n' },
    ]);
  });
});

describe('there is no base', () => {
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
  });

  it.each(['--output=x', '-h', '', 'main\nHEAD'])('by the name %j', (ref) => {
    const repository = aRepository();
    repository.commit();
    expect(problemOf(repository.root, ref)).toEqual({ problem: expect.stringMatching(/is no name of a branch/) });
  });

  it.each(['nowhere', 'main..HEAD', '^main', 'HEAD:a.md'])('at %s, which is no commit', (ref) => {
    const repository = aRepository();
    repository.write({ 'a.md': 'a\n' });
    repository.commit();
    expect(problemOf(repository.root, ref)).toEqual({
      problem: `“${ref}” is no commit that this repository has; is it fetched?`,
    });
  });

  it('in a repository without a commit', () => {
    expect(problemOf(aRepository().root, 'HEAD')).toEqual({ problem: expect.stringMatching(/is no commit/) });
  });

  it('where the histories have nothing in common', () => {
    const repository = aRepository();
    repository.commit();
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.commit('Begin anew');
    expect(problemOf(repository.root, 'main')).toEqual({ problem: '“main” and HEAD have no commit in common' });
  });

  it('in a shallow clone, which is told to fetch more', () => {
    const origin = aRepository();
    origin.commit('One');
    origin.git('branch', 'work');
    origin.commit('Two');
    origin.git('checkout', '--quiet', 'work');
    origin.commit('Three');
    const clone = join(mkdtempSync(join(tmpdir(), 'remit-clone-')), 'clone');
    runGit(tmpdir(), ['clone', '--quiet', '--depth=1', `file://${origin.root}`, clone]);
    expect(problemOf(clone, 'origin/main')).toEqual({ problem: expect.stringMatching(/is no commit.*fetch-depth: 0/) });
    runGit(clone, ['fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main']);
    expect(problemOf(clone, 'origin/main')).toEqual({ problem: expect.stringMatching(/in common.*fetch-depth: 0/) });
  });

  it('outside of a repository', () => {
    const root = mkdtempSync(join(tmpdir(), 'remit-no-git-'));
    expect(problemOf(root, 'main')).toEqual({ problem: expect.stringMatching(/in no git repository/) });
  });

  it('without git', () => {
    const repository = aRepository();
    process.env.PATH = mkdtempSync(join(tmpdir(), 'remit-no-path-'));
    expect(problemOf(repository.root, 'main')).toEqual({ problem: expect.stringMatching(/git was not found/) });
  });

  it('in a repository that git does not trust', () => {
    const root = mkdtempSync(join(tmpdir(), 'remit-distrust-'));
    const bin = join(root, 'bin');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'git'),
      '#!/bin/sh\necho "fatal: detected dubious ownership in repository" >&2\nexit 128\n',
    );
    execFileSync('chmod', ['+x', join(bin, 'git')]);
    process.env.PATH = `${bin}:${path}`;
    expect(problemOf(root, 'main')).toEqual({ problem: expect.stringMatching(/safe\.directory/) });
  });
});
