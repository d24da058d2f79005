import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { blobSha } from '../../src/emulator/state/git.ts';
import { atNoon, type Json, octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';
import { startReceiver } from './receiver.ts';

let emulator: Emulator;
let octokit: Octokit;
let now: Date;
beforeEach(async () => {
  now = atNoon();
  emulator = await startOctoWorld({ clock: () => now });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const read = async (path: string, ref?: string) =>
  (await octokit.repos.getContent({ ...place, path, ...(ref ? { ref } : {}) })).data as {
    sha: string;
    content: string;
    size: number;
  };
const textOf = ({ content }: { content: string }) => Buffer.from(content, 'base64').toString('utf8');
const write = (path: string, text: string, sha?: string) =>
  octokit.repos.createOrUpdateFileContents({
    ...place,
    path,
    message: `Change ${path}`,
    content: Buffer.from(text).toString('base64'),
    ...(sha ? { sha } : {}),
  });

describe('a file', () => {
  it('is read as base64 with the sha that git gives it', async () => {
    const file = await read('README.md');
    expect(textOf(file)).toBe('# Octo\n');
    // printf '# Octo\n' | git hash-object --stdin
    expect(file.sha).toBe('3b4331361c8c9ca54eb7a2b7b9d3f4d35ad9c76e');
    const { data } = await octokit.git.getBlob({ ...place, file_sha: file.sha });
    expect(textOf(data)).toBe('# Octo\n');
  });

  it('is read raw on request', async () => {
    const { data } = await octokit.repos.getContent({ ...place, path: 'docs/guide.md', mediaType: { format: 'raw' } });
    expect(data).toBe('one\ntwo\n');
  });

  it('stands in the list of its folder', async () => {
    const { data } = await octokit.repos.getContent({ ...place, path: '' });
    expect((data as { type: string; path: string }[]).map(({ type, path }) => `${type} ${path}`)).toEqual([
      'file README.md',
      'dir docs',
    ]);
  });

  it('stands in git’s trees, which have the shas that git gives them', async () => {
    const { data } = await octokit.git.getTree({ ...place, tree_sha: 'main', recursive: '1' });
    // git write-tree over the same two files
    expect(data.sha).toBe('14c1dccf1a95ff6d6d664ef428f25dbd6b59f223');
    expect(data.tree.map(({ type, path }) => `${type} ${path}`)).toEqual([
      'blob README.md',
      'tree docs',
      'blob docs/guide.md',
    ]);
    const folder = data.tree.find(({ path }) => path === 'docs')!;
    const { data: below } = await octokit.git.getTree({ ...place, tree_sha: folder.sha });
    expect(below.tree.map(({ path }) => path)).toEqual(['guide.md']);
    const found: Json = await octokit.graphql(
      `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { object(expression: "HEAD:docs") {
        oid ... on Tree { entries { name path type object { ... on Blob { text } } } } } } }`,
      place,
    );
    const entries = [{ name: 'guide.md', path: 'docs/guide.md', type: 'blob', object: { text: 'one\ntwo\n' } }];
    expect(found.repository.object).toEqual({ oid: folder.sha, entries });
  });

  it('is made, changed and deleted by commits, and read as it was before', async () => {
    const made = await write('a b.md', 'one\n');
    expect(made.status).toBe(201);
    const changed = await write('a b.md', 'two\n', blobSha(Buffer.from('one\n')));
    expect(changed.status).toBe(200);
    expect(textOf(await read('a b.md'))).toBe('two\n');
    expect(textOf(await read('a b.md', made.data.commit.sha))).toBe('one\n');
    await octokit.repos.deleteFile({ ...place, path: 'a b.md', message: 'Delete', sha: blobSha(Buffer.from('two\n')) });
    expect(await refusalOf(read('a b.md'))).toMatchObject({ status: 404 });
    const { data: commits } = await octokit.repos.listCommits({ ...place, path: 'a b.md' });
    expect(commits.map(({ commit }) => commit.message)).toEqual(['Delete', 'Change a b.md', 'Change a b.md']);
    const { data: branch } = await octokit.repos.getBranch({ ...place, branch: 'main' });
    expect(branch.commit.sha).toBe(commits[0]?.sha);
  });

  it('is not changed over somebody else’s change', async () => {
    expect(await refusalOf(write('README.md', 'new'))).toMatchObject({ status: 422 });
    expect(await refusalOf(write('README.md', 'new', '0'.repeat(40)))).toMatchObject({ status: 409 });
  });

  it('lies within the repository', async () => {
    const { status } = await refusalOf(write('docs/../../etc', 'x'));
    expect(status).toBe(422);
  });
});

describe('a push', () => {
  it('says which files it added, modified and removed', async () => {
    const receiver = await startReceiver();
    emulator.setWebhookUrl(receiver.url);
    const before = (await octokit.repos.getBranch({ ...place, branch: 'main' })).data.commit.sha;
    const { data } = await write('README.md', '# New\n', (await read('README.md')).sha);
    await write('new.md', 'x');
    await octokit.repos.deleteFile({ ...place, path: 'new.md', message: 'Delete', sha: (await read('new.md')).sha });
    await emulator.settled();
    const pushes = receiver.received.map(({ payload }) => payload);
    expect(pushes[0]).toMatchObject({
      ref: 'refs/heads/main',
      before,
      after: data.commit.sha,
      pusher: { name: 'octo-user-1' },
    });
    expect(pushes.map(({ head_commit }) => [head_commit.added, head_commit.modified, head_commit.removed])).toEqual([
      [[], ['README.md'], []],
      [['new.md'], [], []],
      [[], [], ['new.md']],
    ]);
    await receiver.close();
  });
});

describe('blame', () => {
  it('gives each line to the commit that last changed it', async () => {
    now = new Date('2026-02-04T12:00:00Z');
    const { sha } = await read('docs/guide.md');
    const { data } = await write('docs/guide.md', 'zero\none\n2\nthree\n', sha);
    const found: Json = await octokit.graphql(
      `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { object(expression: "HEAD") {
        ... on Commit { oid blame(path: "docs/guide.md") { ranges { startingLine endingLine commit { oid committedDate } } } } } } }`,
      place,
    );
    const { oid, blame } = found.repository.object;
    expect(oid).toBe(data.commit.sha);
    expect(
      blame.ranges.map((range: Json) => [range.startingLine, range.endingLine, range.commit.committedDate]),
    ).toEqual([
      [1, 1, '2026-02-04T12:00:00Z'],
      [2, 2, '2026-02-03T12:00:00Z'],
      [3, 4, '2026-02-04T12:00:00Z'],
    ]);
  });
});
