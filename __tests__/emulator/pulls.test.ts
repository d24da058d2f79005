import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { SeedPullRequest } from '../../src/emulator/seed.ts';
import { atNoon, octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';
import { before, change, seedWith } from './pull-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  emulator = await startOctoWorld({ seed: seedWith(change, { ...change, fork: true, number: 9 }) });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const inPlace = { ...place, pull_number: 2 };
const textAt = async (owner: string, path: string, ref: string) => {
  const { data } = await octokit.repos.getContent({ ...place, owner, path, ref });
  return Buffer.from((data as { content: string }).content, 'base64').toString('utf8');
};

describe('a pull request', () => {
  it('tells its two branches, who opened it and what it changes', async () => {
    const { data } = await octokit.pulls.get(inPlace);
    const { data: main } = await octokit.repos.getBranch({ ...place, branch: 'main' });
    expect(data).toMatchObject({
      number: 2,
      state: 'open',
      title: 'Change the list',
      body: 'Why not',
      user: { login: 'octo-user-2' },
      head: { ref: 'octo-user-2-patch-2', repo: { full_name: 'octo-org/octo-repo', fork: false } },
      base: { ref: 'main', sha: main.commit.sha, repo: { full_name: 'octo-org/octo-repo' } },
      html_url: `${emulator.url}/octo-org/octo-repo/pull/2`,
      commits: 1,
      changed_files: 4,
      additions: 5,
      deletions: 5,
    });
    expect(data.head.sha).not.toBe(data.base.sha);
  });

  it('is an issue of the same number too, which takes its comments', async () => {
    const { data } = await octokit.issues.get({ ...place, issue_number: 2 });
    const pull = (await octokit.pulls.get(inPlace)).data;
    expect(data).toMatchObject({ title: 'Change the list', node_id: pull.node_id, pull_request: { url: pull.url } });
    const comment = await octokit.issues.createComment({ ...place, issue_number: 2, body: 'Thanks' });
    expect(comment.data.html_url).toBe(`${pull.html_url}#issuecomment-${comment.data.id}`);
    expect((await octokit.pulls.get(inPlace)).data.comments).toBe(1);
  });

  it('is no issue to GraphQL', async () => {
    const query = `query ($owner: String!, $repo: String!) {
      repository(owner: $owner, name: $repo) { issues(first: 10) { nodes { number } } } }`;
    expect(await octokit.graphql(query, place)).toEqual({ repository: { issues: { nodes: [{ number: 1 }] } } });
  });

  it('is not made of an issue', async () => {
    expect(await refusalOf(octokit.pulls.get({ ...place, pull_number: 1 }))).toMatchObject({ status: 404 });
    expect((await octokit.issues.get({ ...place, issue_number: 1 })).data.pull_request).toBeUndefined();
  });

  it('is read at its head by branch, sha and pull ref', async () => {
    const { head, base } = (await octokit.pulls.get(inPlace)).data;
    for (const ref of [head.ref, head.sha, 'pull/2/head', 'refs/pull/2/head']) {
      expect(await textAt('octo-org', 'new.md', ref)).toBe('fresh\n');
    }
    expect(await textAt('octo-org', 'list.md', base.sha)).toBe(before.join(''));
    const gone = octokit.repos.getContent({ ...place, path: 'old.md', ref: head.sha });
    expect(await refusalOf(gone)).toMatchObject({ status: 404 });
  });

  it('from a fork has its branch there, and its head’s sha is known here', async () => {
    const { head, base } = (await octokit.pulls.get({ ...place, pull_number: 9 })).data;
    expect(head).toMatchObject({ ref: 'patch-9', repo: { full_name: 'octo-user-2/octo-repo', fork: true } });
    expect(base.repo).toMatchObject({ full_name: 'octo-org/octo-repo', fork: false });
    expect(await textAt('octo-org', 'new.md', head.sha)).toBe('fresh\n');
    expect(await textAt('octo-user-2', 'new.md', head.ref)).toBe('fresh\n');
    expect(await textAt('octo-user-2', 'kept.md', 'main')).toBe('kept\n');
    const byBranch = octokit.repos.getContent({ ...place, path: 'new.md', ref: head.ref });
    expect(await refusalOf(byBranch)).toMatchObject({ status: 404 });
  });

  it('follows its branch', async () => {
    const { ref } = (await octokit.pulls.get(inPlace)).data.head;
    const content = Buffer.from('later\n').toString('base64');
    await octokit.repos.createOrUpdateFileContents({ ...place, path: 'z.md', branch: ref, message: 'More', content });
    const { data } = await octokit.pulls.get(inPlace);
    expect([data.commits, data.changed_files]).toEqual([2, 5]);
    expect(await textAt('octo-org', 'z.md', data.head.sha)).toBe('later\n');
  });

  it('leaves the next issue the number after the highest', async () => {
    expect((await octokit.issues.create({ ...place, title: 'Next' })).data.number).toBe(10);
  });
});

describe('a seed’s pull request', () => {
  const start = (...pulls: SeedPullRequest[]) => startEmulator({ clock: atNoon, seed: seedWith(...pulls) });

  it('can’t have the number of an issue', async () => {
    await expect(start({ ...change, number: 1 })).rejects.toThrow(RangeError);
  });

  it('can’t remove a file that is not there', async () => {
    await expect(start({ ...change, files: { 'lost.md': null } })).rejects.toThrow('no lost.md to remove');
  });

  it('can’t come from a fork that its author can’t have', async () => {
    await expect(start({ ...change, author: 'octo-org', fork: true })).rejects.toThrow(RangeError);
  });
});

describe('the files of a pull request', () => {
  it('come with patches as git writes them', async () => {
    const { data } = await octokit.pulls.listFiles(inPlace);
    const [end, list, fresh, old] = data;
    expect(data.map(({ filename, status, additions, deletions }) => [filename, status, additions, deletions])).toEqual([
      ['end.md', 'modified', 1, 1],
      ['list.md', 'modified', 3, 2],
      ['new.md', 'added', 1, 0],
      ['old.md', 'removed', 0, 2],
    ]);
    expect(list?.changes).toBe(5);
    expect(list?.patch?.split('\n')).toEqual([
      '@@ -1,5 +1,5 @@',
      ' line 1',
      '-line 2',
      '+second',
      ' line 3',
      ' line 4',
      ' line 5',
      '@@ -13,7 +13,8 @@ line 12',
      ' line 13',
      ' line 14',
      ' line 15',
      '-line 16',
      '+sixteenth',
      '+and more',
      ' line 17',
      ' line 18',
      ' line 19',
    ]);
    expect(end?.patch).toBe('@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c');
    expect(fresh?.patch).toBe('@@ -0,0 +1 @@\n+fresh');
    expect(old?.patch).toBe('@@ -1,2 +0,0 @@\n-one\n-two');
  });

  it('have the sha of their blob, from which they can be read', async () => {
    const { data } = await octokit.pulls.listFiles(inPlace);
    const { sha } = data.find(({ filename }) => filename === 'new.md')!;
    const blob = await octokit.git.getBlob({ ...place, file_sha: sha ?? '' });
    expect(Buffer.from(blob.data.content, 'base64').toString('utf8')).toBe('fresh\n');
  });

  it('come in pages', async () => {
    const all = await octokit.paginate(octokit.pulls.listFiles, { ...inPlace, per_page: 3 });
    expect(all).toHaveLength(4);
    const { headers, data } = await octokit.pulls.listFiles({ ...inPlace, per_page: 3 });
    expect([data.length, headers.link]).toEqual([3, expect.stringContaining('rel="next"')]);
  });

  it('come without a patch where they are binary', async () => {
    const { ref } = (await octokit.pulls.get(inPlace)).data.head;
    const content = Buffer.from([1, 0, 2]).toString('base64');
    await octokit.repos.createOrUpdateFileContents({ ...place, path: 'a.bin', branch: ref, message: 'Add', content });
    const { data } = await octokit.pulls.listFiles(inPlace);
    expect(data[0]).toMatchObject({ filename: 'a.bin', status: 'added', changes: 0 });
    expect(data[0]).not.toHaveProperty('patch');
  });
});
