import { afterEach, describe, expect, it } from '@jest/globals';
import type { StoreOptions } from '../../src/adapters/store.ts';
import type { Job } from '../../src/model/ports.ts';
import { aJob, aMoment, places, storesIn } from './places.ts';

const nothing = { commands: [], errors: [] };

/** Commands that were given at that second, in the comment of that number. */
function commandsAt(id: string, second: number, nth = 1, issue = 1): Job {
  const { unit, ...job } = aJob(id, issue);
  if (unit.kind !== 'issue') throw new Error('no job for an issue');
  const at = new Date(Date.UTC(2026, 5, 1, 0, 0, second)).toISOString();
  const by = { login: 'octo-user-1', kind: 'person' as const };
  const given = { to: `IC_${id}`, by, at, nth, added: nothing, kept: nothing, edited: false, tries: 0 };
  return { ...job, unit: { kind: 'commands', ref: unit.ref, given } };
}

describe.each(places)('commands in an inbox on %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  const stores = storesIn(aPlace);
  const open = async (options: Partial<StoreOptions> = {}) => (await stores.open(options)).inbox;
  afterEach(stores.clear);

  test('are handed over one by one in the order in which they were written, however they come', async () => {
    const inbox = await open();
    const jobs = [5, 3, 8, 1].map((second) => commandsAt(`at ${second}`, second));
    await inbox.put([...jobs, commandsAt('later comment', 3, 2), commandsAt('elsewhere', 2, 1, 2)]);
    const seen: string[] = [];
    let running = 0;
    await inbox.work(async ({ id, unit }) => {
      if (!('ref' in unit) || unit.ref.number !== 1) return;
      running += 1;
      expect(running).toBe(1);
      seen.push(id);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    });
    while ((await inbox.list(1)).length > 0) await inbox.idle();
    expect(seen).toEqual(['at 1', 'at 3', 'later comment', 'at 5', 'at 8']);
  });

  test('are not stood for by a look at their issue, and stand for such looks', async () => {
    const inbox = await open();
    const began = aMoment();
    const end = aMoment();
    const seen: string[] = [];
    await inbox.put([aJob('look', 1)]);
    await inbox.work(async ({ id }) => {
      seen.push(id);
      if (id !== 'look') return;
      began.come();
      await end.came;
    });
    await began.came;
    const cause = { event: 'issues.labeled', by: 'octo-user-1' };
    const after = new Date(Date.now() + 3_600_000).toISOString();
    await inbox.put([commandsAt('first', 1), commandsAt('second', 2), { ...aJob('hint', 1), cause, after }]);
    end.come();
    await inbox.idle();
    while ((await inbox.list(1)).length > 0) await inbox.idle();
    expect(seen).toEqual(['look', 'first', 'second']);
  });

  test('wait for an earlier one that has to be tried again, which is told that it was begun before', async () => {
    const inbox = await open({ retries: { limit: 3, delaySeconds: 0 } });
    const seen: unknown[] = [];
    await inbox.put([commandsAt('first', 1), commandsAt('second', 2)]);
    await inbox.work(async ({ id, again }) => {
      seen.push([id, again === true]);
      if (seen.length === 1) throw new Error('no answer');
    });
    while ((await inbox.list(1)).length > 0) await inbox.idle();
    expect(seen).toEqual([
      ['first', false],
      ['first', true],
      ['second', false],
    ]);
  });

  test('that were begun are told so after a dead end and a stop, too', async () => {
    const graceIsOver = aMoment();
    const before = await open({ grace: () => graceIsOver.came });
    const began = aMoment();
    await before.put([commandsAt('stopped', 1), commandsAt('dead', 1, 1, 2)]);
    await before.work(async ({ id, again }) => {
      if (id === 'dead' && !again) throw new Error('no answer');
      if (id !== 'stopped') return;
      began.come();
      await new Promise(() => {});
    });
    await began.came;
    while ((await before.counts()).dead === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const stopped = before.stop();
    graceIsOver.come();
    await stopped;
    await stores.close(before);

    const inbox = await open();
    await inbox.retry('all');
    const seen: unknown[] = [];
    await inbox.work(async ({ id, again }) => void seen.push([id, again]));
    while ((await inbox.list(1)).length > 0) await inbox.idle();
    expect(seen).toEqual(
      expect.arrayContaining([
        ['stopped', true],
        ['dead', true],
      ]),
    );
  });
});
