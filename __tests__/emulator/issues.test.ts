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

const open = async (title: string, more = {}) =>
  (await octokit.issues.create({ ...place, title, ...more })).data.number;
const read = async (issue_number: number) => (await octokit.issues.get({ ...place, issue_number })).data;
const timeline = async (issue_number: number) => {
  const { data } = await octokit.issues.listEventsForTimeline({ ...place, issue_number });
  return data.map((item) => (item as { event?: string }).event);
};

describe('an issue', () => {
  it('opens with labels, milestone and assignees', async () => {
    const number = await open('A title', { body: 'Text', labels: ['bug'], milestone: 1, assignees: ['octo-user-1'] });
    expect(await read(number)).toMatchObject({
      number: 1,
      title: 'A title',
      body: 'Text',
      state: 'open',
      state_reason: null,
      locked: false,
      comments: 0,
      user: { login: 'octo-user-1' },
      author_association: 'MEMBER',
      labels: [{ name: 'bug' }],
      milestone: { title: '1.4', number: 1, open_issues: 1 },
      assignees: [{ login: 'octo-user-1' }],
      created_at: '2026-02-03T12:00:00Z',
      html_url: `${emulator.url}/octo-org/octo-repo/issues/1`,
    });
    expect(await timeline(number)).toEqual(['labeled', 'milestoned', 'assigned']);
  });

  it('is renamed, closed with a reason and reopened, and its timeline says so', async () => {
    const issue_number = await open('Old');
    await octokit.issues.update({ ...place, issue_number, title: 'New', state: 'closed', state_reason: 'not_planned' });
    expect(await read(issue_number)).toMatchObject({
      title: 'New',
      state: 'closed',
      state_reason: 'not_planned',
      closed_by: { login: 'octo-user-1' },
    });
    await octokit.issues.update({ ...place, issue_number, state: 'open' });
    expect(await read(issue_number)).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null });
    expect(await timeline(issue_number)).toEqual(['renamed', 'closed', 'reopened']);
  });

  it('loses its milestone to null and keeps it when nothing is said', async () => {
    const issue_number = await open('Planned', { milestone: 1 });
    await octokit.issues.update({ ...place, issue_number, body: 'more' });
    expect((await read(issue_number)).milestone?.title).toBe('1.4');
    await octokit.issues.update({ ...place, issue_number, milestone: null });
    expect((await read(issue_number)).milestone).toBeNull();
  });

  it('takes no comment of a passer-by while it is locked', async () => {
    const issue_number = await open('Heated');
    await octokit.issues.lock({ ...place, issue_number, lock_reason: 'too heated' });
    expect(await read(issue_number)).toMatchObject({ locked: true, active_lock_reason: 'too heated' });
    const passerBy = octokitFor(emulator, 'octo-user-2');
    const refusal = await refusalOf(passerBy.issues.createComment({ ...place, issue_number, body: 'But' }));
    expect(refusal).toMatchObject({
      status: 403,
      body: { message: 'Unable to create comment because issue is locked.' },
    });
    await octokit.issues.unlock({ ...place, issue_number });
    expect((await read(issue_number)).locked).toBe(false);
  });

  it('drops assignees who are not assignable, in silence', async () => {
    const issue_number = await open('Whose');
    const { data } = await octokit.issues.addAssignees({
      ...place,
      issue_number,
      assignees: ['octo-user-1', 'octo-user-2'],
    });
    expect(data.assignees?.map(({ login }) => login)).toEqual(['octo-user-1']);
    expect(await refusalOf(octokit.issues.checkUserCanBeAssigned({ ...place, assignee: 'octo-user-2' }))).toMatchObject(
      { status: 404 },
    );
    const { data: after } = await octokit.issues.removeAssignees({
      ...place,
      issue_number,
      assignees: ['octo-user-1'],
    });
    expect(after.assignees).toEqual([]);
  });
});

describe('a list of issues', () => {
  it('is filtered by state, label and milestone', async () => {
    await open('one', { labels: ['bug', 'area/docs'], milestone: 1 });
    await open('two', { labels: ['bug'] });
    const closed = await open('three', { labels: ['bug'] });
    await octokit.issues.update({ ...place, issue_number: closed, state: 'closed' });
    const titles = async (filter: object) =>
      (await octokit.issues.listForRepo({ ...place, direction: 'asc', ...filter })).data.map(({ title }) => title);
    expect(await titles({})).toEqual(['one', 'two']);
    expect(await titles({ state: 'all', labels: 'BUG' })).toEqual(['one', 'two', 'three']);
    expect(await titles({ labels: 'bug,area/docs' })).toEqual(['one']);
    expect(await titles({ milestone: '1' })).toEqual(['one']);
    expect(await titles({ milestone: 'none' })).toEqual(['two']);
    expect(await titles({ since: '2026-02-03T12:00:01Z' })).toEqual([]);
  });

  it('comes in pages that Octokit walks by their Link header', async () => {
    for (let count = 1; count <= 7; count += 1) await open(`issue ${count}`);
    const first = await octokit.issues.listForRepo({ ...place, per_page: 3 });
    expect(first.headers.link).toContain('rel="next"');
    expect(first.headers.link).toContain('page=3>; rel="last"');
    const all = await octokit.paginate(octokit.issues.listForRepo, { ...place, per_page: 3 });
    expect(all.map(({ number }) => number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });
});

describe('a bad request about issues', () => {
  it('names the field that is missing', async () => {
    const { status, body } = await refusalOf(
      octokit.issues.create({ ...place, title: undefined as unknown as string, body: 'x' }),
    );
    expect(status).toBe(422);
    expect(body).toMatchObject({
      message: 'Validation Failed',
      errors: [{ resource: 'Issue', field: 'title', code: 'missing_field' }],
    });
  });

  it('names the milestone that does not exist', async () => {
    const { body } = await refusalOf(octokit.issues.create({ ...place, title: 'x', milestone: 99 }));
    expect(body.errors).toEqual([{ resource: 'Issue', field: 'milestone', code: 'invalid', value: 99 }]);
  });

  it('is told when its title is too long', async () => {
    const { status, body } = await refusalOf(octokit.issues.create({ ...place, title: 'x'.repeat(257) }));
    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ message: 'title is too long (maximum is 256 characters)' })],
    ]);
  });

  it('finds nothing under an unknown number, repository or route', async () => {
    for (const path of ['/repos/octo-org/octo-repo/issues/99', '/repos/octo-org/nothing', '/nowhere']) {
      const { status, body } = await refusalOf(octokit.request(`GET ${path}`));
      expect([status, body.message]).toEqual([404, 'Not Found']);
    }
    expect(emulator.requests.at(-1)).toMatchObject({ path: '/api/v3/nowhere', route: null, status: 404 });
  });

  it('is told when it is no JSON', async () => {
    const authorization = `token ${emulator.as('octo-user-1').token}`;
    const response = await fetch(`${emulator.url}/repos/octo-org/octo-repo/issues`, {
      method: 'POST',
      body: '{',
      headers: { authorization },
    });
    expect([response.status, (await response.json()) as object]).toEqual([
      400,
      expect.objectContaining({ message: 'Problems parsing JSON' }),
    ]);
  });

  it('is refused once the repository is archived, or has no issues', async () => {
    const { repos } = octokitFor(emulator, 'octo-admin');
    await repos.update({ ...place, has_issues: false });
    expect(await refusalOf(octokit.issues.create({ ...place, title: 'x' }))).toMatchObject({ status: 410 });
    await repos.update({ ...place, has_issues: true, archived: true });
    expect(await refusalOf(octokit.issues.create({ ...place, title: 'x' }))).toMatchObject({
      status: 403,
      body: { message: 'Repository was archived so is read-only.' },
    });
  });
});
