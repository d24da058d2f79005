import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { known } from '../../src/model/known.ts';
import type { Effect } from '../../src/model/plan.ts';
import { noticeMarker } from '../../src/text/notice-marker.ts';
import { type Ground, openGround, place } from './emulated-github.ts';

let ground: Ground;

beforeEach(async () => {
  ground = await openGround({}, { issues: [{ title: 'a' }] });
});

afterEach(() => ground.emulator.close());

const assignOne = (...of: string[]): Effect => ({ do: 'assign-one', of, because: '' });
const notice = (group: string): Effect => ({ do: 'notify', group, body: `hello\n${noticeMarker(group)}`, because: '' });
const label = (name: string): Effect => ({ do: 'label', add: [name], remove: [], because: '' });
const newLabel = (name: string): Effect => ({
  do: 'create-label',
  name,
  color: 'c2e0c6',
  description: 'Traffic',
  because: '',
});

/** Writes to the issue as it is now. */
async function write(...effects: Effect[]) {
  const { issue: facts } = await ground.read(1);
  return ground.counting(() => ground.github.write(facts, effects));
}

const read = async () => (await ground.read(1)).issue;

describe('assigning one of several people', () => {
  it('assigns the first who can be assigned, and nobody else, after one look', async () => {
    expect((await write(assignOne('octo-nobody', 'Octo-Lead-1', 'octo-user-1'))).requests).toEqual([
      'query',
      'mutation',
    ]);
    const { assignees, history } = await read();
    expect(assignees).toEqual(['octo-lead-1']);
    expect(history).toMatchObject(known([{ what: 'assigned', assignee: 'octo-lead-1', by: { own: true } }]));
  });

  it('assigns one of each list', async () => {
    await write(assignOne('octo-user-1'), assignOne('octo-lead-1', 'octo-user-1'));
    expect((await read()).assignees.sort()).toEqual(['octo-lead-1', 'octo-user-1']);
  });

  it('assigns nobody where nobody can be, and says nothing of it', async () => {
    expect((await write(assignOne('octo-nobody'))).requests).toEqual(['query']);
    expect((await read()).assignees).toEqual([]);
  });
});

describe('a notice', () => {
  it('is a comment of its own, and is known afterwards', async () => {
    expect((await write(notice('networking'), notice('docs'))).requests).toEqual(['mutation']);
    const { notices, checklist } = await read();
    expect(notices).toEqual(known(['networking', 'docs']));
    expect(checklist).toBeNull();
  });

  it('is not written again', async () => {
    await write(notice('networking'));
    expect((await write(notice('networking'))).requests).toEqual([]);
  });

  it('is none of somebody else’s with our marker', async () => {
    const body = noticeMarker('networking');
    await ground.as('octo-user-1').issues.createComment({ ...place, issue_number: 1, body });
    expect((await read()).notices).toEqual(known([]));
  });
});

describe('a label that is to be made', () => {
  it('is made where the repository has none, and added', async () => {
    await write(newLabel('area/new'), label('area/new'));
    expect((await read()).labels.map(({ name }) => name)).toEqual(['area/new']);
    const { data } = await ground.as('octo-user-1').issues.getLabel({ ...place, name: 'area/new' });
    expect(data).toMatchObject({ color: 'c2e0c6', description: 'Traffic' });
  });

  it('is left as it is where the repository has one', async () => {
    const { requests } = await write(newLabel('area/docs'), label('area/docs'));
    expect(requests).toEqual(['query', 'mutation']);
  });

  it('is not made unless that was asked for, and then nobody is told of what isn’t theirs', async () => {
    const writing = write(label('area/new'), notice('new'), assignOne('octo-lead-1'));
    await expect(writing).rejects.toThrow('octo-org/octo-repo has no label “area/new”');
    expect(await read()).toMatchObject({ labels: [], assignees: [], notices: known([]) });
  });
});
