import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { unitsOf } from '../../src/engine/intake.ts';
import { obeyGiven } from '../../src/engine/obey.ts';
import { createPeopleMemory } from '../../src/engine/people-memory.ts';
import { type Ground, issue, openGround, place, repository } from '../contracts/emulated-github.ts';
import { FakeLedger } from '../engine/fake-ledger.ts';

const clock = { now: () => new Date('2100-01-01T00:00:00Z') };
const { owner, name } = repository;
const ledger = new FakeLedger();

let ground: Ground;
beforeEach(async () => {
  ground = await openGround(
    {},
    {
      files: { '.github/remit.yml': 'triage:\n  speak: silent\n' },
      issues: [{ title: 'The gateway drops connections', milestone: '1.5' }],
    },
  );
});
afterEach(() => ground.emulator.close());

interface Comment {
  id: number;
  node_id: string;
  body?: string;
  updated_at: string;
}

const say = async (body: string): Promise<Comment> =>
  (await ground.as('octo-lead-1').issues.createComment({ ...place, issue_number: 1, body })).data;

/** What the delivery of a revision brings; `before` is the text that it takes the place of. */
function givenBy(comment: Comment, before?: string) {
  const event =
    before === undefined ? { action: 'created' } : { action: 'edited', changes: { body: { from: before } } };
  const payload = {
    ...event,
    issue: { number: 1 },
    comment: { ...comment, user: { type: 'User' } },
    repository: { name, owner: { login: owner } },
    sender: { login: 'octo-lead-1', type: 'User' },
  };
  const [unit] = unitsOf({ name: 'issue_comment', payload }).found;
  if (unit?.kind !== 'commands') throw new Error('the comment brings no commands');
  return unit.given;
}

const obey = (given: ReturnType<typeof givenBy>, { again = false } = {}) =>
  obeyGiven(issue(1), given, { github: ground.github, clock, people: createPeopleMemory(clock), ledger, again });

/** The write is made, and its answer never comes. */
async function cutOff(given: ReturnType<typeof givenBy>): Promise<void> {
  const fault = ground.emulator.faults.add({
    operation: 'mutation',
    fault: { kind: 'timeout', effect: 'after', ms: 1 },
    times: 1,
  });
  await expect(obey(given)).rejects.toThrow();
  fault.remove();
}

const shown = async () => {
  const { issues } = ground.as('octo-lead-1');
  const { data } = await issues.get({ ...place, issue_number: 1 });
  const labels = data.labels.map((label) => (typeof label === 'string' ? label : label.name));
  return { labels, milestone: data.milestone?.title ?? null, state: data.state };
};

const writes = () => ground.emulator.requests.filter(({ kind }) => kind === 'mutation').length;

describe('a job that was cut off after its write', () => {
  it('does nothing again, whatever a person has done since', async () => {
    const given = givenBy(await say('/area docs\n/milestone clear\n/close'));
    await cutOff(given);
    expect(await shown()).toEqual({ labels: ['area/docs'], milestone: null, state: 'closed' });
    const { issues } = ground.as('octo-user-1');
    await issues.removeLabel({ ...place, issue_number: 1, name: 'area/docs' });
    await issues.update({ ...place, issue_number: 1, state: 'open', milestone: 1 });
    const before = writes();
    await obey(given, { again: true });
    expect(writes()).toBe(before);
    expect(await shown()).toEqual({ labels: [], milestone: '1.4', state: 'open' });
  });

  it('does nothing of an edit again, either, though its reaction tells nothing', async () => {
    const comment = await say('/area docs');
    await obey(givenBy(comment));
    ground.emulator.clock.advance(5_000);
    const { issues } = ground.as('octo-lead-1');
    const body = '/area docs\n/area networking\n/milestone 1.4';
    const { data } = await issues.updateComment({ ...place, comment_id: comment.id, body });
    const given = givenBy(data, '/area docs');
    await cutOff(given);
    await issues.removeLabel({ ...place, issue_number: 1, name: 'area/networking' });
    await issues.update({ ...place, issue_number: 1, milestone: 2 });
    const before = writes();
    await obey(given, { again: true });
    expect(writes()).toBe(before);
    expect(await shown()).toMatchObject({ labels: ['area/docs'], milestone: '1.5' });
  });

  it('does not take back one change more', async () => {
    await obey(givenBy(await say('/area docs')));
    ground.emulator.clock.advance(60_000);
    await obey(givenBy(await say('/area networking')));
    ground.emulator.clock.advance(60_000);
    const comment = await say('Hm.');
    const { issues } = ground.as('octo-lead-1');
    const { data } = await issues.updateComment({ ...place, comment_id: comment.id, body: '/undo' });
    const given = givenBy(data, 'Hm.');
    await cutOff(given);
    expect((await shown()).labels).toEqual(['area/docs']);
    await obey(given, { again: true });
    expect((await shown()).labels).toEqual(['area/docs']);
  });
});

describe('a job that was cut off before its write', () => {
  it('is done', async () => {
    const given = givenBy(await say('/area docs'));
    ground.emulator.faults.add({ operation: 'mutation', fault: { kind: 'status', status: 502 }, times: 1 });
    await expect(obey(given)).rejects.toThrow(/out of order/);
    await obey(given, { again: true });
    expect((await shown()).labels).toEqual(['area/docs']);
  });
});
