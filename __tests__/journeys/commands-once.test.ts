import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { GivenCommands } from '../../src/model/commands.ts';
import { type Ground, openGround, place } from '../contracts/emulated-github.ts';
import { edit, givenBy, obey, say, shown, silently } from './giving.ts';

let ground: Ground;
beforeEach(async () => {
  ground = await openGround(
    {},
    { ...silently, issues: [{ title: 'The gateway drops connections', milestone: '1.5' }] },
  );
});
afterEach(() => ground.emulator.close());

/** The write is made, and its answer never comes. */
async function cutOff(given: GivenCommands): Promise<void> {
  const fault = ground.emulator.faults.add({
    operation: 'mutation',
    fault: { kind: 'timeout', effect: 'after', ms: 1 },
    times: 1,
  });
  await expect(obey(ground, given)).rejects.toThrow();
  fault.remove();
}

const writes = () => ground.emulator.requests.filter(({ kind }) => kind === 'mutation').length;

describe('a job that was cut off after its write', () => {
  it('does nothing again, whatever a person has done since', async () => {
    const given = givenBy(await say(ground, '/area docs\n/milestone clear\n/close'));
    await cutOff(given);
    expect(await shown(ground)).toEqual({ labels: ['area/docs'], milestone: null, state: 'closed' });
    const { issues } = ground.as('octo-user-1');
    await issues.removeLabel({ ...place, issue_number: 1, name: 'area/docs' });
    await issues.update({ ...place, issue_number: 1, state: 'open', milestone: 1 });
    const before = writes();
    await obey(ground, given, { again: true });
    expect(writes()).toBe(before);
    expect(await shown(ground)).toEqual({ labels: [], milestone: '1.4', state: 'open' });
  });

  it('does nothing of an edit again, either, though its reaction tells nothing', async () => {
    const comment = await say(ground, '/area docs');
    await obey(ground, givenBy(comment));
    ground.emulator.clock.advance(5_000);
    const { issues } = ground.as('octo-lead-1');
    const edited = await edit(ground, comment, '/area docs\n/area networking\n/milestone 1.4\n/close\n/retitle Other');
    const given = givenBy(edited, '/area docs');
    await cutOff(given);
    await issues.removeLabel({ ...place, issue_number: 1, name: 'area/networking' });
    await issues.update({ ...place, issue_number: 1, milestone: 2, state: 'open', title: 'As it was' });
    const before = writes();
    await obey(ground, given, { again: true });
    expect(writes()).toBe(before);
    expect(await shown(ground)).toMatchObject({ labels: ['area/docs'], milestone: '1.5', state: 'open' });
    const { data } = await issues.get({ ...place, issue_number: 1 });
    expect(data.title).toBe('As it was');
  });

  it('does not take back one change more', async () => {
    await obey(ground, givenBy(await say(ground, '/area docs')));
    ground.emulator.clock.advance(60_000);
    await obey(ground, givenBy(await say(ground, '/area networking')));
    ground.emulator.clock.advance(60_000);
    const comment = await say(ground, 'Hm.');
    const given = givenBy(await edit(ground, comment, '/undo'), 'Hm.');
    await cutOff(given);
    expect((await shown(ground)).labels).toEqual(['area/docs']);
    await obey(ground, given, { again: true });
    expect((await shown(ground)).labels).toEqual(['area/docs']);
  });
});

describe('a job that was cut off before its write', () => {
  it('is done', async () => {
    const given = givenBy(await say(ground, '/area docs'));
    ground.emulator.faults.add({ operation: 'mutation', fault: { kind: 'status', status: 502 }, times: 1 });
    await expect(obey(ground, given)).rejects.toThrow(/out of order/);
    await obey(ground, given, { again: true });
    expect((await shown(ground)).labels).toEqual(['area/docs']);
  });
});
