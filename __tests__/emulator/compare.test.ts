import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  emulator = await startOctoWorld({ seed: seedWith(change, { ...change, fork: true, number: 9 }) });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const compare = async (basehead: string, more = {}) =>
  (await octokit.repos.compareCommitsWithBasehead({ ...place, basehead, ...more })).data;
const commit = async (path: string, branch = 'main') =>
  (await octokit.repos.createOrUpdateFileContents({ ...place, path, branch, message: path, content: 'eA==' })).data;
const topic = 'octo-user-2-patch-2';

describe('a comparison', () => {
  it('tells what a branch has that another has not', async () => {
    const data = await compare(`main...${topic}`);
    expect(data).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0, total_commits: 1 });
    expect(data.commits.map(({ commit: { message } }) => message)).toEqual(['Change the list']);
    expect(data.files?.map(({ filename, status }) => [filename, status])).toEqual([
      ['end.md', 'modified'],
      ['list.md', 'modified'],
      ['new.md', 'added'],
      ['old.md', 'removed'],
    ]);
    expect(data.files?.[2]?.patch).toBe('@@ -0,0 +1 @@\n+fresh');
    expect(data.merge_base_commit.sha).toBe(data.base_commit.sha);
    expect(await compare(`${topic}...main`)).toMatchObject({ status: 'behind', ahead_by: 0, behind_by: 1, files: [] });
    expect(await compare('main...main')).toMatchObject({ status: 'identical' });
  });

  it('leaves out what came to the base since', async () => {
    const before = (await compare('main...main')).base_commit.sha;
    await commit('later.md');
    const data = await compare(`main...${topic}`);
    expect(data).toMatchObject({ status: 'diverged', ahead_by: 1, behind_by: 1, merge_base_commit: { sha: before } });
    expect(data.files?.map(({ filename }) => filename)).not.toContain('later.md');
  });

  it('goes across forks', async () => {
    expect(await compare('main...octo-user-2:patch-9')).toMatchObject({ status: 'ahead', ahead_by: 1 });
    expect(await compare('main...octo-user-2:octo-repo:patch-9')).toMatchObject({ ahead_by: 1 });
  });

  it('comes in pages, with the files on the first', async () => {
    for (const path of ['a.md', 'b.md', 'c.md']) await commit(path, topic);
    const first = await compare(`main...${topic}`, { per_page: 3 });
    expect([first.commits.length, first.total_commits, first.files?.length]).toEqual([3, 4, 7]);
    const second = await compare(`main...${topic}`, { per_page: 3, page: 2 });
    expect([second.commits.map((each) => each.commit.message), second.files]).toEqual([['c.md'], []]);
  });

  it.each(['lost...main', 'main...octo-user-1:main', 'main'])('is of two that are there: not %s', async (basehead) => {
    expect(await refusalOf(compare(basehead))).toMatchObject({ status: 404 });
  });

  it('is refused where the two have nothing in common', async () => {
    const { commit: last } = (await octokit.repos.getBranch({ ...place, branch: 'main' })).data;
    const { data } = await octokit.git.createCommit({ ...place, message: 'Alone', tree: last.commit.tree.sha });
    const { status, body } = await refusalOf(compare(`main...${data.sha}`));
    expect([status, body.message]).toEqual([404, `No common ancestor between main and ${data.sha}.`]);
  });
});

describe('the pull requests of a commit', () => {
  it('are those that bring it', async () => {
    const { sha: commit_sha } = (await commit('more.md', topic)).commit;
    await octokit.issues.addLabels({ ...place, issue_number: 2, labels: ['bug'] });
    const { data } = await octokit.repos.listPullRequestsAssociatedWithCommit({
      ...place,
      commit_sha: commit_sha ?? '',
    });
    expect(data.map(({ number }) => number)).toEqual([2]);
  });
});

describe('a pull request', () => {
  it('changes what its branch does, whatever came to the base since', async () => {
    await commit('later.md');
    await commit('more.md', topic);
    const { data } = await octokit.pulls.get({ ...place, pull_number: 2 });
    expect([data.commits, data.changed_files]).toEqual([2, 5]);
  });
});

describe('the readme', () => {
  it('is the first that there is', async () => {
    const readme = async (ref?: string) => (await octokit.repos.getReadme({ ...place, ...(ref ? { ref } : {}) })).data;
    expect(await refusalOf(readme())).toMatchObject({ status: 404 });
    await commit('docs/readme.txt');
    expect((await readme()).path).toBe('docs/readme.txt');
    await commit('Readme.md');
    expect(await readme('main')).toMatchObject({ path: 'Readme.md', encoding: 'base64', content: 'eA==\n' });
  });
});
