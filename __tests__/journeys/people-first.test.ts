import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addLabels,
  charter,
  comment,
  commit,
  configuration,
  type House,
  open,
  openHouse,
  patch,
  replies,
} from './house.ts';

const speakBy = (way: string) => configuration.replace('triage:\n', `triage:\n  speak: ${way}\n`);

const removeLabel = (house: House, number: number, name: string) =>
  house.as('octo-lead-1')('DELETE /repos/{owner}/{repo}/issues/{number}/labels/{name}', { number, name });

describe('a project that wants labels and no comments', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({}, { files: { 'WORKING-GROUPS.md': charter, '.github/remit.yml': speakBy('label') } });
  });
  afterAll(() => house.close());

  it('has them on a new issue, though the repository had none of that name', async () => {
    await open(house.as('octo-user-1'), 'The gateway drops connections', { labels: ['area/networking'] });
    await house.settle();
    expect(await house.labels(1)).toEqual(['area/networking', 'needs-milestone', 'needs-priority']);
    expect(await house.comments(1)).toEqual([]);
  });

  it('has them taken off as they are met, with one read and one write', async () => {
    house.requests();
    await addLabels(house.as('octo-lead-1'), 1, 'P1');
    await house.settle();
    expect(await house.labels(1)).toEqual(['P1', 'area/networking', 'needs-milestone']);
    expect(house.requests().writes).toBe(1);
  });

  it('is not contradicted when somebody takes one off by hand', async () => {
    await removeLabel(house, 1, 'needs-milestone');
    await removeLabel(house, 1, 'P1');
    await house.settle();
    expect(await house.labels(1)).toEqual(['area/networking', 'needs-priority']);
  });

  it('has its own labels follow what is taken back, and never taken back themselves', async () => {
    await open(house.as('octo-user-1'), 'The route format is unclear');
    await house.settle();
    await comment(house.as('octo-lead-1'), 2, '/area config');
    await house.settle();
    expect(await house.labels(2)).toEqual(['area/config', 'needs-milestone', 'needs-priority']);
    await comment(house.as('octo-lead-1'), 2, '/undo');
    await house.settle();
    expect(await house.labels(2)).toEqual(['needs-milestone', 'needs-owner', 'needs-priority']);
    await comment(house.as('octo-lead-1'), 2, '/undo');
    await house.settle();
    expect(await replies(house, 2)).toEqual([expect.stringContaining('nothing here that it could take back')]);
    expect(await house.labels(2)).toEqual(['needs-milestone', 'needs-owner', 'needs-priority']);
  });

  it('gets comments when it changes its mind, and then the labels are its own business', async () => {
    await commit(house.as('octo-lead-2'), '.github/remit.yml', speakBy('comment'));
    await house.settle();
    expect(await house.comments(1)).toHaveLength(1);
    expect(await house.labels(1)).toEqual(['area/networking', 'needs-priority']);
    await commit(house.as('octo-lead-2'), '.github/remit.yml', speakBy('label'));
    await house.settle();
    expect(await house.comments(1)).toEqual([]);
  });
});

describe('a checklist that somebody deleted', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('stays away, costs no write, and comes back when something else is missing', async () => {
    await open(house.as('octo-user-1'), 'The route format is unclear', { labels: ['area/config'], milestone: 1 });
    await house.settle();
    const [{ id } = { id: 0 }] = await house.as('octo-lead-1')<{ id: number }[]>(
      'GET /repos/{owner}/{repo}/issues/1/comments',
    );
    await house.as('octo-lead-1')('DELETE /repos/{owner}/{repo}/issues/comments/{id}', { id });
    await house.settle();
    house.requests();
    await patch(house.as('octo-user-1'), 1, { body: 'More of it.' });
    await house.settle();
    expect(house.requests()).toEqual({ reads: 1, writes: 0 });
    expect(await house.comments(1)).toEqual([]);
    await patch(house.as('octo-lead-1'), 1, { milestone: null });
    await house.settle();
    expect(await house.comments(1)).toHaveLength(1);
  });
});

describe('an issue from before the installation', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({}, { issues: [{ title: 'an old one', createdAt: '2020-01-01T00:00:00Z' }] });
  });
  afterAll(() => house.close());

  it('is not commented on when it is touched, other than a new one; the date is asked for once', async () => {
    await addLabels(house.as('octo-lead-1'), 1, 'P1');
    await open(house.as('octo-user-1'), 'a new one');
    await house.settle();
    expect(await house.comments(1)).toEqual([]);
    expect(await house.comments(2)).toHaveLength(1);
    const asked = house.github.requests.filter(({ route }) => route === 'GET /app/installations/{installation_id}');
    expect(asked).toHaveLength(1);
  });

  it('is commented on where the configuration counts it as new', async () => {
    const since = configuration.replace('triage:\n', 'triage:\n  since: 2019-12-31\n');
    await commit(house.as('octo-lead-2'), '.github/remit.yml', since);
    await house.settle();
    expect(await house.comments(1)).toHaveLength(1);
  });
});
