import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addLabels, charter, type House, open, openHouse, patch } from './house.ts';

const configuration = `charter:
  documents: [WORKING-GROUPS.md]
  label: area/{group}
triage:
  speak: label
  patience: 0s
  requirements: { owner: false, milestone: false, priority: false, epic: true }
`;

describe('what is below an epic', () => {
  let house: House;
  beforeAll(async () => {
    const files = { 'WORKING-GROUPS.md': charter, '.github/remit.yml': configuration };
    house = await openHouse({}, { files, labels: ['epic'] });
    for (const title of ['A guide', 'Its first chapter', 'A picture of it']) await open(house.as('octo-user-1'), title);
    await addLabels(house.as('octo-lead-1'), 1, 'epic');
    await adopt(1, 2);
    await adopt(2, 3);
    await house.settle();
  });
  afterAll(() => house.close());

  async function adopt(parent: number, child: number): Promise<void> {
    const lead = house.as('octo-lead-1');
    const { id } = await lead<{ id: number }>('GET /repos/{owner}/{repo}/issues/{number}', { number: child });
    await lead('POST /repos/{owner}/{repo}/issues/{number}/sub_issues', { number: parent, sub_issue_id: id });
  }

  const labelled = () => Promise.all([1, 2, 3].map((number) => house.labels(number)));

  it('needs no other', async () => {
    expect(await labelled()).toEqual([['epic'], [], []]);
  });

  it('needs another when it is closed, on all levels, and none when it is open again', async () => {
    await patch(house.as('octo-lead-1'), 1, { state: 'closed' });
    await house.settle();
    expect(await labelled()).toEqual([['epic'], ['needs-epic'], ['needs-epic']]);
    await patch(house.as('octo-lead-1'), 1, { state: 'open' });
    await house.settle();
    expect(await labelled()).toEqual([['epic'], [], []]);
  });

  it('needs another when it is no epic any more', async () => {
    await house.as('octo-lead-1')('DELETE /repos/{owner}/{repo}/issues/{number}/labels/epic', { number: 1 });
    await house.settle();
    expect(await labelled()).toEqual([['needs-epic'], ['needs-epic'], ['needs-epic']]);
  });
});
