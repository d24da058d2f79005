import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addLabels, charter, type House, open, openHouse, patch } from './house.ts';

const configuration = (notify: 'team' | 'assign') => `charter:
  documents: [WORKING-GROUPS.md]
  label: area/{group}
  team: '{group}-leads'
  create-labels: true
triage:
  speak: silent
  from-form: Area
  routes:
    - { title: [gateway, tls*], group: Networking }
    - { author: octo-lead-2, group: User Experience }
  notify: ${notify}
`;

const openWith = (notify: 'team' | 'assign') =>
  openHouse(
    {},
    {
      files: { 'WORKING-GROUPS.md': charter, '.github/remit.yml': configuration(notify) },
      labels: ['area/config', 'area/networking'],
    },
  );

const form = (area: string) => ({ body: `### Area\n\n${area}\n\n### What happened\n\nIt broke.` });

describe('an issue without a label of a group', () => {
  let house: House;
  beforeAll(async () => {
    house = await openWith('team');
  });
  afterAll(() => house.close());

  const edit = (number: number, title: string) => patch(house.as('octo-user-1'), number, { title });

  it('goes to the group that its form was answered with, whose team is told in the same write', async () => {
    house.requests();
    await open(house.as('octo-user-1'), 'It broke', form('Networking'));
    await house.settle();
    expect(await house.labels(1)).toEqual(['area/networking']);
    expect(await house.comments(1)).toEqual([expect.stringMatching(/^@octo-org\/networking-leads: /)]);
    expect(house.requests().writes).toBe(1);
  });

  it('is told of once, also when somebody deletes the comment', async () => {
    const comments = await house.as('octo-lead-1')<{ id: number }[]>('GET /repos/{owner}/{repo}/issues/1/comments');
    for (const { id } of comments)
      await house.as('octo-lead-1')('DELETE /repos/{owner}/{repo}/issues/comments/{id}', { id });
    await edit(1, 'It broke again');
    await house.settle();
    expect(await house.comments(1)).toEqual([]);
  });

  it('does not get back the label that a person took off', async () => {
    await house.as('octo-lead-1')('DELETE /repos/{owner}/{repo}/issues/1/labels/{name}', { name: 'area/networking' });
    await edit(1, 'It broke once more');
    await house.settle();
    expect(await house.labels(1)).toEqual([]);
  });

  it('goes the first route that fits, and keeps the label that a person gives it', async () => {
    await open(house.as('octo-user-1'), 'The Gateway drops connections', form('_No response_'));
    await open(house.as('octo-user-1'), 'The gateway is configured wrongly', { labels: ['area/config'] });
    await open(house.as('octo-user-1'), 'Nobody knows whose this is');
    await house.settle();
    expect(await house.labels(2)).toEqual(['area/networking']);
    expect(await house.labels(3)).toEqual(['area/config']);
    expect(await house.labels(4)).toEqual([]);
  });

  it('has its group’s label made where the repository has none', async () => {
    await open(house.as('octo-lead-2'), 'The colours are wrong');
    await house.settle();
    expect(await house.labels(5)).toEqual(['area/user-experience']);
    const label = await house.as('octo-user-1')<{ description: string }>('GET /repos/{owner}/{repo}/labels/{name}', {
      name: 'area/user-experience',
    });
    expect(label.description).toBe('Commands');
  });
});

describe('the leads of a group', () => {
  let house: House;
  beforeAll(async () => {
    house = await openWith('assign');
  });
  afterAll(() => house.close());

  const assignees = async (number: number) => {
    const issue = await house.as('octo-user-1')<{ assignees: { login: string }[] }>(
      'GET /repos/{owner}/{repo}/issues/{number}',
      { number },
    );
    return issue.assignees.map(({ login }) => login);
  };

  it('are assigned to what becomes their group’s', async () => {
    await open(house.as('octo-user-1'), 'TLS handshakes fail');
    await open(house.as('octo-user-1'), 'Nobody knows whose this is');
    await house.settle();
    expect(await assignees(1)).toEqual(['octo-lead-1']);
    expect(await assignees(2)).toEqual([]);
    await addLabels(house.as('octo-user-1'), 2, 'area/config');
    await house.settle();
    expect(await assignees(2)).toEqual(['octo-lead-2']);
  });

  it('stay unassigned when they say so', async () => {
    const assigned = 'DELETE /repos/{owner}/{repo}/issues/1/assignees';
    await house.as('octo-lead-1')(assigned, { assignees: ['octo-lead-1'] });
    await patch(house.as('octo-user-1'), 1, { title: 'TLS handshakes still fail' });
    await house.settle();
    expect(await assignees(1)).toEqual([]);
  });

  it('are left alone where somebody is assigned already', async () => {
    await open(house.as('octo-user-1'), 'The gateway is slow', { assignees: ['octo-user-1'] });
    await house.settle();
    expect(await house.labels(3)).toEqual(['area/networking']);
    expect(await assignees(3)).toEqual(['octo-user-1']);
  });
});
