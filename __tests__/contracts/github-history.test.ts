import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { known } from '../../src/model/known.ts';
import type { Effect } from '../../src/model/plan.ts';
import { checklistBody, type Ground, issue, openGround, place } from './emulated-github.ts';

let ground: Ground;

const issues = [{ title: 'a', comments: [{ body: 'hello' }] }, { title: 'epic' }];

beforeEach(async () => {
  ground = await openGround({}, { issues });
});

afterEach(() => ground.emulator.close());

const here = { ...place, issue_number: 1 };
const person = { login: 'octo-lead-1', kind: 'person' };
const us = { login: 'remit[bot]', kind: 'program', own: true };

/** Writes to the issue as it is now. */
const write = async (effect: Effect) => ground.github.write((await ground.read(1)).issue, [effect]);
const label = (add: string[]): Effect => ({ do: 'label', add, remove: [], because: '' });
const checklist = (body: string | null): Effect => ({ do: 'checklist', body, because: '' });

describe('an issue’s history', () => {
  it('tells who did what to labels and milestones, oldest first', async () => {
    const { issues } = ground.as('octo-lead-1');
    await issues.addLabels({ ...here, labels: ['P0'] });
    await issues.update({ ...here, milestone: 1 });
    await issues.removeLabel({ ...here, name: 'P0' });
    await issues.update({ ...here, title: 'not asked for' });
    await issues.update({ ...here, milestone: null });
    await write(label(['P1']));
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/);
    expect((await ground.read(1)).issue.history).toEqual(
      known([
        { what: 'labeled', label: 'P0', by: person, at },
        { what: 'milestoned', milestone: '1.4', by: person, at },
        { what: 'unlabeled', label: 'P0', by: person, at },
        { what: 'demilestoned', milestone: '1.4', by: person, at },
        { what: 'labeled', label: 'P1', by: us, at },
      ]),
    );
  });

  it('tells who assigned whom, who set which parent, and who deleted a comment of ours', async () => {
    const { issues } = ground.as('octo-lead-1');
    await issues.addAssignees({ ...here, assignees: ['octo-user-1'] });
    await issues.removeAssignees({ ...here, assignees: ['octo-user-1'] });
    const { data: child } = await issues.get(here);
    await issues.addSubIssue({ ...place, issue_number: 2, sub_issue_id: child.id });
    await issues.removeSubIssue({ ...place, issue_number: 2, sub_issue_id: child.id });
    await write(checklist(checklistBody()));
    for (const { id } of (await issues.listComments(here)).data)
      await issues.deleteComment({ ...place, comment_id: id });
    expect((await ground.read(1)).issue).toMatchObject({
      historyIsWhole: true,
      history: known([
        { what: 'assigned', assignee: 'octo-user-1', by: person },
        { what: 'unassigned', assignee: 'octo-user-1', by: person },
        { what: 'parented', parent: issue(2), by: person },
        { what: 'unparented', parent: issue(2), by: person },
        { what: 'own comment deleted', by: person },
      ]),
    });
  });

  it('tells who closed it, opened it again and gave it another title', async () => {
    const { issues } = ground.as('octo-lead-1');
    expect((await ground.read(1)).issue.turns).toEqual(known([]));
    await issues.update({ ...here, state: 'closed' });
    await write({ do: 'state', to: 'open', because: '' });
    await issues.update({ ...here, title: 'Another title' });
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/);
    const turns = known([
      { what: 'closed', by: person, at },
      { what: 'reopened', by: us, at },
      { what: 'retitled', from: 'a', to: 'Another title', by: person, at },
    ]);
    expect((await ground.read(1)).issue.turns).toEqual(turns);
  });

  it('says which changes were ours, also where it is told who we are', async () => {
    await write(label(['P1']));
    await write(checklist(checklistBody()));
    await write(checklist(null));
    const ours = known([
      { what: 'labeled', by: us },
      { what: 'own comment deleted', by: us },
    ]);
    expect((await ground.read(1)).issue.history).toMatchObject(ours);
    const beside = await ground.connectAs('octo-lead-1', 'remit[bot]').readIssue(issue(1), []);
    expect(beside?.issue.history).toMatchObject(ours);
    const alone = await ground.connectAs('octo-lead-1').readIssue(issue(1), []);
    expect(alone?.issue.history).toMatchObject(known([{ what: 'labeled', by: { login: 'remit[bot]' } }]));
  });

  it('takes a comment of ours that a person overwrote for deleted, at its place in time', async () => {
    const { issues } = ground.as('octo-lead-1');
    await write(checklist(checklistBody()));
    const own = (await issues.listComments(here)).data.at(-1)!;
    ground.emulator.clock.advance(60_000);
    await issues.updateComment({ ...place, comment_id: own.id, body: `${checklistBody()}\nnoted` });
    expect((await ground.read(1)).issue.history).toEqual(known([]));
    await issues.updateComment({ ...place, comment_id: own.id, body: 'not needed' });
    ground.emulator.clock.advance(60_000);
    await issues.addLabels({ ...here, labels: ['P0'] });
    const changes = [{ what: 'own comment deleted', by: person }, { what: 'labeled' }];
    expect((await ground.read(1)).issue).toMatchObject({ checklist: null, history: known(changes) });
  });

  it('is not claimed to be whole when it was cut off', async () => {
    const { issues } = ground.as('octo-lead-1');
    for (let round = 0; round < 51; round++) {
      await issues.addLabels({ ...here, labels: ['P0'] });
      await issues.removeLabel({ ...here, name: 'P0' });
    }
    const { history, historyIsWhole } = (await ground.read(1)).issue;
    expect(historyIsWhole).toBe(false);
    expect(history).toMatchObject({ known: true, value: { length: 100, 99: { what: 'unlabeled' } } });
  });
});
