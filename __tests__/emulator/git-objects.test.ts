import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  emulator = await startOctoWorld();
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

type Entries = NonNullable<Parameters<Octokit['git']['createTree']>[0]>['tree'];
const treeOf = async (tree: Entries, base_tree?: string) =>
  (await octokit.git.createTree({ ...place, tree, ...(base_tree ? { base_tree } : {}) })).data;
const head = async () => (await octokit.repos.getBranch({ ...place, branch: 'main' })).data.commit;
const listed = async (tree_sha: string) => {
  const { data } = await octokit.git.getTree({ ...place, tree_sha, recursive: '1' });
  return data.tree.map(({ mode, path }) => `${mode} ${path}`);
};
const file = (path: string, content: string, mode: '100644' | '100755' = '100644') => ({ path, mode, content });
const signature = { name: 'Octo', email: 'octo@octo.example', date: '2026-02-01T08:00:00Z' };

describe('objects of git', () => {
  it('have the shas that git gives them', async () => {
    const { data: blob } = await octokit.git.createBlob({ ...place, content: 'T2N0bwo=', encoding: 'base64' });
    const tree = await treeOf([
      { path: 'z.md', mode: '100644', type: 'blob', sha: blob.sha },
      file('run/me.sh', 'echo\n', '100755'),
      file('run.md', 'Run\n'),
    ]);
    const { data: commit } = await octokit.git.createCommit({
      ...place,
      message: 'Begin\n',
      tree: tree.sha,
      author: signature,
    });
    const folder = mkdtempSync(join(tmpdir(), 'git-objects-'));
    const identity = ['AUTHOR', 'COMMITTER'].flatMap((role) => [
      [`GIT_${role}_NAME`, signature.name],
      [`GIT_${role}_EMAIL`, signature.email],
      [`GIT_${role}_DATE`, '2026-02-01T08:00:00+0000'],
    ]);
    const git = (args: string[], input: string) =>
      execFileSync('git', args, { cwd: folder, input, env: { ...process.env, ...Object.fromEntries(identity) } })
        .toString()
        .trim();
    git(['init', '-q'], '');
    const hash = (content: string) => git(['hash-object', '-w', '--stdin'], content);
    expect(blob.sha).toBe(hash('Octo\n'));
    const run = git(['mktree'], `100755 blob ${hash('echo\n')}\tme.sh\n`);
    const lines = [`040000 tree ${run}\trun`, `100644 blob ${hash('Run\n')}\trun.md`, `100644 blob ${blob.sha}\tz.md`];
    expect(tree.sha).toBe(git(['mktree'], `${lines.join('\n')}\n`));
    expect(commit.sha).toBe(git(['commit-tree', tree.sha], 'Begin\n'));
    rmSync(folder, { recursive: true });
  });
});

describe('a blob', () => {
  it('is kept without a commit', async () => {
    const { data } = await octokit.git.createBlob({ ...place, content: 'text' });
    const read = await octokit.git.getBlob({ ...place, file_sha: data.sha });
    expect(Buffer.from(read.data.content, 'base64').toString()).toBe('text');
  });

  it('is refused without content', async () => {
    const refused = octokit.git.createBlob({ ...place } as never);
    expect(await refusalOf(refused)).toMatchObject({
      status: 422,
      body: { message: 'Invalid request.\n\n"content" wasn\'t supplied.' },
    });
  });
});

describe('a tree', () => {
  it('is made on another, of which files change, go and stay', async () => {
    const { commit } = await head();
    const tree = await treeOf(
      [file('docs/new.md', 'new\n'), { path: 'README.md', mode: '100644', sha: null }],
      commit.tree.sha,
    );
    expect(await listed(tree.sha)).toEqual(['040000 docs', '100644 docs/guide.md', '100644 docs/new.md']);
  });

  it('is made on a commit’s too, and takes a folder as a whole', async () => {
    const { sha } = await head();
    const docs = await treeOf([file('a.md', 'a\n'), file('b/c.sh', 'c\n', '100755')]);
    const tree = await treeOf([{ path: 'docs', mode: '040000', type: 'tree', sha: docs.sha }], sha);
    expect(await listed(tree.sha)).toEqual([
      '100644 README.md',
      '040000 docs',
      '100644 docs/a.md',
      '040000 docs/b',
      '100755 docs/b/c.sh',
    ]);
  });

  it('has no folder any more where a file is put, and no file where a folder is', async () => {
    const { sha } = await head();
    expect(await listed((await treeOf([file('docs', 'text')], sha)).sha)).toEqual(['100644 README.md', '100644 docs']);
    const below = await treeOf([file('README.md/part.md', 'text')], sha);
    expect(await listed(below.sha)).toContain('100644 README.md/part.md');
    expect(await listed(below.sha)).toContain('040000 README.md');
  });

  it.each<[string, Entries[number], string]>([
    ['a file that is not there to go', { path: 'lost.md', mode: '100644', sha: null }, 'GitRPC::BadObjectState'],
    [
      'a blob that is not there',
      { path: 'a.md', mode: '100644', sha: 'f'.repeat(40) },
      `tree.sha ${'f'.repeat(40)} is not a valid blob`,
    ],
    ['neither content nor sha', { path: 'a.md', mode: '100644' }, 'Must supply either tree.sha or tree.content.'],
    ['a path from the root', file('/a.md', 'x'), 'tree.path cannot start with a slash'],
    ['a path to the outside', file('../a.md', 'x'), 'tree.path contains a malformed path component'],
    [
      'a mode that there is not',
      { path: 'a.md', mode: '100600' as never, content: 'x' },
      '100600 is not a member of ["100644"',
    ],
  ])('is refused with %s', async (_, entry, message) => {
    const { status, body } = await refusalOf(treeOf([entry]));
    expect([status, body.message]).toEqual([422, expect.stringContaining(message)]);
  });

  it('is refused on a base that is not there', async () => {
    const { status, body } = await refusalOf(treeOf([file('a.md', 'x')], 'f'.repeat(40)));
    expect([status, body.message]).toEqual([422, 'base_tree is not a valid tree oid']);
  });
});

describe('a commit', () => {
  it('is told by whose address it is, and is on no branch yet', async () => {
    const parent = await head();
    const author = {
      name: 'O. U. Two',
      email: `${emulator.as('octo-user-2').id}+octo-user-2@users.noreply.example.org`,
    };
    const { data } = await octokit.git.createCommit({
      ...place,
      message: 'Say more',
      tree: parent.commit.tree.sha,
      parents: [parent.sha],
      author,
      committer: signature,
    });
    expect(data).toMatchObject({ author, committer: signature, parents: [{ sha: parent.sha }] });
    expect((await octokit.git.getCommit({ ...place, commit_sha: data.sha })).data).toEqual(data);
    const { data: told } = await octokit.repos.getCommit({ ...place, ref: data.sha });
    expect(told).toMatchObject({ author: { login: 'octo-user-2' }, committer: null, stats: { total: 0 } });
    expect((await head()).sha).toBe(parent.sha);
  });

  it('says what it does to each file', async () => {
    const parent = await head();
    const tree = await treeOf([file('docs/guide.md', 'one\n2\nthree\n')], parent.sha);
    const { data } = await octokit.git.createCommit({ ...place, message: 'x', tree: tree.sha, parents: [parent.sha] });
    const { data: told } = await octokit.repos.getCommit({ ...place, ref: data.sha });
    expect(told.stats).toEqual({ total: 3, additions: 2, deletions: 1 });
    expect(told.files).toMatchObject([
      { filename: 'docs/guide.md', status: 'modified', patch: expect.stringContaining('+three') },
    ]);
  });

  it.each([
    ['a tree that is not there', { tree: 'f'.repeat(40) }, 'Tree SHA does not exist'],
    [
      'a parent that is not there',
      { parents: ['f'.repeat(40)] },
      'Parent SHA does not exist or is not a commit object',
    ],
    ['no message', { message: undefined }, `"message" wasn't supplied.`],
  ])('is refused with %s', async (_, wrong, message) => {
    const { commit } = await head();
    const refused = octokit.git.createCommit({ ...place, message: 'x', tree: commit.tree.sha, ...wrong } as never);
    const { status, body } = await refusalOf(refused);
    expect([status, body.message]).toEqual([422, expect.stringContaining(message)]);
  });
});

it('an empty repository takes no objects', async () => {
  const empty = { owner: 'octo-user-1', name: 'empty' };
  const other = await startOctoWorld({ seed: { repositories: [empty] } });
  const refused = octokitFor(other).git.createBlob({ owner: 'octo-user-1', repo: 'empty', content: 'x' });
  expect(await refusalOf(refused)).toMatchObject({ status: 409, body: { message: 'Git Repository is empty.' } });
  await other.close();
});
