import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let octokit: Octokit;
let issue_number: number;
beforeEach(async () => {
  emulator = await startOctoWorld();
  octokit = octokitFor(emulator);
  issue_number = (await octokit.issues.create({ ...place, title: 'An issue' })).data.number;
});
afterEach(() => emulator.close());

const labelsOfIssue = async () =>
  (await octokit.issues.listLabelsOnIssue({ ...place, issue_number })).data.map(({ name }) => name);

describe('labels of a repository', () => {
  it('are made, read, renamed and deleted', async () => {
    await octokit.issues.createLabel({ ...place, name: 'area/a b', color: 'c5def5', description: 'About' });
    await octokit.issues.addLabels({ ...place, issue_number, labels: ['area/a b'] });
    await octokit.issues.updateLabel({ ...place, name: 'area/a b', new_name: 'area/ab' });
    expect((await octokit.issues.getLabel({ ...place, name: 'AREA/ab' })).data).toMatchObject({
      name: 'area/ab',
      color: 'c5def5',
      description: 'About',
    });
    expect(await labelsOfIssue()).toEqual(['area/ab']);
    await octokit.issues.deleteLabel({ ...place, name: 'area/ab' });
    expect(await labelsOfIssue()).toEqual([]);
    expect(await refusalOf(octokit.issues.getLabel({ ...place, name: 'area/ab' }))).toMatchObject({ status: 404 });
  });

  it.each([
    ['is there already', { name: 'Bug' }, [{ resource: 'Label', field: 'name', code: 'already_exists' }]],
    [
      'has a name of 51 characters',
      { name: 'x'.repeat(51) },
      [expect.objectContaining({ field: 'name', code: 'custom' })],
    ],
    [
      'has a colour that is none',
      { name: 'new', color: 'red' },
      [{ resource: 'Label', field: 'color', code: 'invalid' }],
    ],
  ])('refuse one that %s', async (_, label, errors) => {
    const { status, body } = await refusalOf(octokit.issues.createLabel({ ...place, ...label }));
    expect([status, body.errors]).toEqual([422, errors]);
  });
});

describe('labels of an issue', () => {
  it('are added once, set, and taken off', async () => {
    await octokit.issues.addLabels({ ...place, issue_number, labels: ['bug'] });
    await octokit.issues.addLabels({ ...place, issue_number, labels: ['Bug', 'area/docs'] });
    expect(await labelsOfIssue()).toEqual(['bug', 'area/docs']);
    await octokit.issues.setLabels({ ...place, issue_number, labels: ['area/docs'] });
    expect(await labelsOfIssue()).toEqual(['area/docs']);
    await octokit.issues.removeLabel({ ...place, issue_number, name: 'area/docs' });
    expect(await labelsOfIssue()).toEqual([]);
    expect(await refusalOf(octokit.issues.removeLabel({ ...place, issue_number, name: 'area/docs' }))).toMatchObject({
      status: 404,
      body: { message: 'Label does not exist' },
    });
    await octokit.issues.addLabels({ ...place, issue_number, labels: ['bug', 'area/docs'] });
    await octokit.issues.removeAllLabels({ ...place, issue_number });
    const { data } = await octokit.issues.listEvents({ ...place, issue_number });
    expect(data.map(({ event, ...rest }) => `${event} ${(rest as { label?: { name: string } }).label?.name}`)).toEqual([
      'labeled bug',
      'labeled area/docs',
      'unlabeled bug',
      'unlabeled area/docs',
      'labeled bug',
      'labeled area/docs',
      'unlabeled bug',
      'unlabeled area/docs',
    ]);
  });

  it('become labels of the repository where they were none', async () => {
    await octokit.issues.addLabels({ ...place, issue_number, labels: ['brand new'] });
    expect((await octokit.issues.getLabel({ ...place, name: 'brand new' })).data.color).toBe('ededed');
  });

  it('are at most a hundred', async () => {
    const labels = Array.from({ length: 101 }, (_, index) => `label ${index}`);
    expect(await refusalOf(octokit.issues.addLabels({ ...place, issue_number, labels }))).toMatchObject({
      status: 422,
    });
    expect(await labelsOfIssue()).toEqual([]);
  });
});

describe('milestones', () => {
  it('are made, changed, closed and deleted', async () => {
    const { data } = await octokit.issues.createMilestone({ ...place, title: '1.5', due_on: '2026-06-01T00:00:00Z' });
    await octokit.issues.update({ ...place, issue_number, milestone: data.number });
    const changed = await octokit.issues.updateMilestone({
      ...place,
      milestone_number: data.number,
      title: '1.5.0',
      state: 'closed',
    });
    expect(changed.data).toMatchObject({
      title: '1.5.0',
      state: 'closed',
      open_issues: 1,
      due_on: '2026-06-01T00:00:00Z',
    });
    await octokit.issues.deleteMilestone({ ...place, milestone_number: data.number });
    expect((await octokit.issues.get({ ...place, issue_number })).data.milestone).toBeNull();
  });

  it('are listed by state', async () => {
    const titles = async (state: 'open' | 'closed' | 'all') =>
      (await octokit.issues.listMilestones({ ...place, state })).data.map(({ title }) => title);
    expect(await titles('open')).toEqual(['1.4']);
    expect(await titles('closed')).toEqual(['1.3']);
    expect(await titles('all')).toEqual(['1.4', '1.3']);
  });

  it('have titles of their own', async () => {
    const { body } = await refusalOf(octokit.issues.createMilestone({ ...place, title: '1.4' }));
    expect(body.errors).toEqual([{ resource: 'Milestone', field: 'title', code: 'already_exists' }]);
  });

  it('count their issues through every change', async () => {
    const counts = async () => {
      const { data } = await octokit.issues.getMilestone({ ...place, milestone_number: 1 });
      const repository = await octokit.repos.get(place);
      return [data.open_issues, data.closed_issues, repository.data.open_issues_count];
    };
    await octokit.issues.update({ ...place, issue_number, milestone: 1 });
    await octokit.issues.create({ ...place, title: 'Another', milestone: 1 });
    expect(await counts()).toEqual([2, 0, 2]);
    await octokit.issues.update({ ...place, issue_number, state: 'closed' });
    expect(await counts()).toEqual([1, 1, 1]);
    await octokit.issues.update({ ...place, issue_number, milestone: 2 });
    expect(await counts()).toEqual([1, 0, 1]);
    await octokit.issues.update({ ...place, issue_number, state: 'open', milestone: 1 });
    expect(await counts()).toEqual([2, 0, 2]);
  });
});
