import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Refused } from '../../src/adapters/github/errors.ts';
import { type Ground, hostile, issue, openGround, place, repository } from './emulated-github.ts';

const grounds: Ground[] = [];
const open = async (...parts: Parameters<typeof openGround>) => {
  const ground = await openGround(...parts);
  grounds.push(ground);
  return ground;
};

const closeAll = async () => void (await Promise.all(grounds.splice(0).map(({ emulator }) => emulator.close())));
afterEach(closeAll);
afterAll(closeAll);

describe('reading an issue', () => {
  it('takes one request, whatever is asked for', async () => {
    const ground = await open({}, { issues: [{ title: 'a', labels: ['P0'], comments: [{ body: 'b' }] }] });
    const { result, requests } = await ground.counting(() =>
      ground.github.readIssue(issue(1), ['WORKING-GROUPS.md', '.github/remit.yml', 'docs/nowhere.md']),
    );
    expect(result).not.toBeNull();
    expect(requests).toEqual(['query']);
  });

  it('gives what the issue is', async () => {
    const ground = await open(
      {},
      {
        issues: [
          {
            title: 'The gateway drops connections',
            body: 'It does.',
            author: 'octo-user-1',
            labels: ['P1', 'area/docs'],
            milestone: '1.4',
            createdAt: '2026-02-03T04:05:06Z',
          },
        ],
      },
    );
    const { issue: facts, webUrl } = await ground.read(1);
    expect(webUrl).toBe(ground.emulator.url);
    expect(facts).toMatchObject({
      ref: issue(1),
      title: 'The gateway drops connections',
      body: 'It does.',
      state: 'open',
      locked: false,
      archived: false,
      issuesDisabled: false,
      isPullRequest: false,
      author: { login: 'octo-user-1', kind: 'person' },
      createdAt: '2026-02-03T04:05:06Z',
      milestone: { number: 1, title: '1.4', state: 'open' },
      type: null,
      assignees: [],
      ancestry: { parents: [], hidden: null },
      checklist: null,
      surplusChecklists: [],
    });
    expect(facts.labels.map(({ name }) => name).sort()).toEqual(['P1', 'area/docs']);
    expect(facts.labels.every(({ id }) => id.length > 0)).toBe(true);
  });

  it('knows closed, locked, and a closed milestone', async () => {
    const ground = await open({}, { issues: [{ title: 'a', state: 'closed', milestone: '1.3' }] });
    await ground.as('octo-lead-1').issues.lock({ ...place, issue_number: 1 });
    expect((await ground.read(1)).issue).toMatchObject({
      state: 'closed',
      locked: true,
      milestone: { title: '1.3', state: 'closed' },
    });
  });

  it('knows that a repository is archived', async () => {
    const ground = await open({}, { issues: [{ title: 'a' }], archived: true });
    expect((await ground.read(1)).issue.archived).toBe(true);
  });

  it('knows an App as a program, by the login that GitHub shows', async () => {
    const ground = await open({}, { issues: [{ title: 'a', author: 'octo-ci[bot]' }] });
    expect((await ground.read(1)).issue.author).toEqual({ login: 'octo-ci[bot]', kind: 'program' });
  });

  it('gives the chain of parents, the nearest first, over repositories and up to 8 levels', async () => {
    const issues = Array.from({ length: 8 }, (_, index) => ({
      title: `level ${index}`,
      ...(index === 0 ? { labels: ['epic'] } : { parent: index }),
    }));
    const ground = await open(
      { repositories: [{ owner: 'octo-org', name: 'other', issues: [{ title: 'elsewhere' }] }] },
      { issues },
    );
    const { ancestry } = (await ground.read(8)).issue;
    expect(ancestry.hidden).toBeNull();
    expect(ancestry.parents.map(({ ref }) => ref.number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(ancestry.parents.at(-1)).toEqual({
      ref: issue(1),
      title: 'level 0',
      state: 'open',
      labels: ['epic'],
      type: null,
    });
  });

  it('gives the type and the assignees, and the types of parents', async () => {
    const issues = [
      { title: 'a', type: 'Feature' },
      { title: 'b', type: 'Bug', assignees: ['octo-lead-1'], parent: 1 },
    ];
    const ground = await open({}, { issues });
    const { type, assignees, ancestry } = (await ground.read(2)).issue;
    expect([type, assignees, ancestry.parents[0]?.type]).toEqual(['Bug', ['octo-lead-1'], 'Feature']);
  });

  it('says that there is a parent in a repository that may not be seen', async () => {
    const part = { private: true, collaborators: { 'octo-lead-1': 'triage' as const }, issues: [{ title: 'secret' }] };
    const hidden = { owner: 'octo-org', name: 'hidden', ...part };
    const ground = await open(
      { users: [{ login: 'octo-stranger' }, { login: 'octo-lead-1' }], repositories: [hidden] },
      { issues: [{ title: 'a' }] },
    );
    const { issues } = ground.as('octo-lead-1');
    const { data: child } = await issues.get({ ...place, issue_number: 1 });
    await issues.addSubIssue({ owner: 'octo-org', repo: 'hidden', issue_number: 1, sub_issue_id: child.id });
    expect((await ground.read(1)).issue.ancestry).toMatchObject({ parents: [{ title: 'secret' }], hidden: null });
    const seen = await ground.connectAs('octo-stranger').readIssue(issue(1), []);
    expect(seen?.issue.ancestry).toEqual({ parents: [], hidden: 'the issue has a parent that may not be seen' });
  });

  it('is nothing where there is no such issue, no such repository, or none that may be seen', async () => {
    const hidden = { owner: 'octo-org', name: 'hidden', private: true, issues: [{ title: 'secret' }] };
    const ground = await open({ users: [{ login: 'octo-stranger' }], repositories: [hidden] });
    expect(await ground.github.readIssue(issue(404), ['WORKING-GROUPS.md'])).toBeNull();
    expect(await ground.github.readIssue({ ...issue(1), repository: 'nowhere' }, [])).toBeNull();
    const stranger = ground.connectAs('octo-stranger');
    expect(await stranger.readIssue({ ...issue(1), repository: 'hidden' }, [])).toBeNull();
  });

  it('gives the blob ids of files, and of those alone that are there', async () => {
    const ground = await open({}, { issues: [{ title: 'a' }] });
    const [file] = await ground.github.readFiles(repository, ['WORKING-GROUPS.md']);
    const { blobs } = await ground.read(1, ['WORKING-GROUPS.md', 'docs/nowhere.md', ...hostile]);
    expect(blobs).toEqual({
      'WORKING-GROUPS.md': file?.blob,
      'docs/nowhere.md': null,
      ...Object.fromEntries(hostile.map((path) => [path, null])),
    });
    expect(file?.blob).toMatch(/^[0-9a-f]{40}$/);
  });

  it('gives people’s text as it is', async () => {
    const issues = hostile.map((text) => ({
      title: text.replace(/\s+/g, ' '),
      body: text,
      labels: [text.slice(0, 50)],
    }));
    const ground = await open({}, { issues });
    for (const [index, text] of hostile.entries()) {
      const { issue: facts } = await ground.read(index + 1);
      expect(facts.body).toBe(text);
      expect(facts.labels.map(({ name }) => name)).toEqual([text.slice(0, 50)]);
    }
  });
});

describe('listing open issues', () => {
  it('gives numbers, newest first, page by page', async () => {
    const issues = Array.from({ length: 130 }, (_, index) => ({
      title: `${index}`,
      state: index === 3 ? ('closed' as const) : ('open' as const),
    }));
    const ground = await open({}, { issues });
    const { result, requests } = await ground.counting(() => ground.github.openIssues(repository));
    expect(result).toEqual(Array.from({ length: 130 }, (_, index) => 130 - index).filter((number) => number !== 4));
    expect(requests).toEqual(['query', 'query']);
  });

  it('narrows to a label, to a milestone, and to both', async () => {
    const label = hostile[0]!;
    const issues = [{ labels: [label] }, { milestone: '1.4' }, { labels: [label, 'P0'], milestone: '1.4' }, {}];
    const ground = await open({}, { issues: issues.map((each) => ({ title: 'a', ...each })) });
    expect(await ground.github.openIssues(repository, { label })).toEqual([3, 1]);
    expect(await ground.github.openIssues(repository, { milestone: '1.4' })).toEqual([3, 2]);
    expect(await ground.github.openIssues(repository, { label, milestone: '1.4' })).toEqual([3]);
    expect(await ground.github.openIssues(repository, { label: 'no such label' })).toEqual([]);
  });

  it('says which repository can’t be seen', async () => {
    const ground = await open();
    const reading = ground.github.openIssues({ owner: 'octo-org', name: 'nowhere' });
    await expect(reading).rejects.toThrow(Refused);
    await expect(reading).rejects.toThrow(/reading the open issues of octo-org\/nowhere/);
  });
});
