import { afterEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/adapters/database/database.ts';
import type { StoreOptions } from '../../src/adapters/store.ts';
import type { Job, KeptJob } from '../../src/model/ports.ts';
import { serverAnswers } from '../postgres-server.ts';
import { aJob, aMoment, drain, onServer, places, storesIn } from './places.ts';

const limited = (waitSeconds: number) => Object.assign(new Error('the rate limit is spent'), { waitSeconds });
const seconds = ({ due }: KeptJob) => (Date.parse(due) - Date.now()) / 1000;

describe.each(places)('an inbox on %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  const stores = storesIn(aPlace);
  const open = async (options: Partial<StoreOptions> = {}) => (await stores.open(options)).inbox;
  afterEach(stores.clear);

  test('lets an installation wait that GitHub asks to, spends no try on it, and works for the others', async () => {
    const inbox = await open({ concurrency: 1 });
    const asked: string[] = [];
    await inbox.put([aJob('a', 1, 7), aJob('b', 2, 7), aJob('c', 3, 8)]);
    await inbox.work(async ({ id, installation }) => {
      asked.push(id);
      if (installation === 7) throw limited(3600);
    });
    await inbox.idle();
    await inbox.put([aJob('d', 4, 7)]);
    await inbox.idle();
    expect(asked.filter((id) => id !== 'c')).toHaveLength(1);
    expect(asked).toContain('c');
    const kept = await inbox.list(10);
    expect(kept.map(({ job }) => job.id).sort()).toEqual(['a', 'b', 'd']);
    for (const each of kept) {
      expect(each).toMatchObject({ state: 'later', tries: 0 });
      expect(Math.abs(seconds(each) - 3600)).toBeLessThan(60);
    }
  });

  test('takes a step of a sweep again that was dropped, so that its sweep goes on when the next is due', async () => {
    const inbox = await open();
    const repository = { owner: 'octo-org', name: 'octo-repo' };
    const unit = { kind: 'sweep', repository, why: 'schedule', sweep: 'a sweep', step: 1 } as const;
    const step: Job = { id: 'a sweep, step 1', installation: 7, unit };
    await inbox.put([step]);
    expect(await inbox.drop([step.id])).toBe(1);
    await inbox.put([step]);
    expect(await drain(inbox)).toEqual([step.id]);
  });

  test.each(['\u0000', '\ud83e'])(
    'stores what has the sign %j in it, and what comes along, and how it failed',
    async (sign) => {
      const inbox = await open();
      const odd = { ...aJob('odd', 1), cause: { event: 'issues.opened', by: `octo${sign}user` } };
      await Promise.all([inbox.put([aJob('along', 2)]), inbox.put([odd])]);
      await inbox.work(async ({ id }) => {
        if (id === 'odd') throw new Error(`“${sign}🦑” is refused`);
      });
      await inbox.idle();
      expect(await inbox.list(10)).toMatchObject([
        { state: 'dead', job: { cause: { by: 'octo\ufffduser' } }, failure: '“\ufffd🦑” is refused' },
      ]);
    },
  );

  test('remembers over a restart that an installation has to wait', async () => {
    const before = await open();
    await before.put([aJob('a', 1, 7), aJob('b', 2, 7)]);
    await before.work(async () => {
      throw limited(3600);
    });
    await before.idle();
    await stores.close(before);
    expect(await drain(await open())).toEqual([]);
  });

  test('goes on when the wait is over', async () => {
    const inbox = await open();
    const done = aMoment();
    let tries = 0;
    await inbox.put([aJob('a', 1, 7)]);
    await inbox.work(async () => {
      tries += 1;
      if (tries === 1) throw limited(0.1);
      done.come();
    });
    await done.came;
    await inbox.idle();
    expect(await inbox.counts()).toMatchObject({ waiting: 0, running: 0, dead: 0 });
  });

  test('gives back what does not end in time when it stops, and spends no try on it', async () => {
    const graceIsOver = aMoment();
    const before = await open({ grace: () => graceIsOver.came });
    const began = aMoment();
    const end = aMoment();
    let isOurs = () => false;
    await before.put([aJob('a', 1)]);
    await before.work(async (_job, ours) => {
      isOurs = ours;
      began.come();
      await end.came;
    });
    await began.came;
    expect(isOurs()).toBe(true);
    const stopped = before.stop();
    graceIsOver.come();
    expect(await stopped).toBe(1);
    expect(isOurs()).toBe(false);
    end.come();
    await stores.close(before);

    const after = await open();
    expect(await after.list(10)).toMatchObject([{ job: { id: 'a' }, state: 'waiting', tries: 0 }]);
    expect(await drain(after)).toEqual(['a']);
  });
});

describe('two processes on one server', () => {
  const test = serverAnswers ? it : it.skip;
  const stores = storesIn(onServer);
  afterEach(stores.clear);
  const open = async (options: Partial<StoreOptions> = {}) =>
    // Minutes, so that who is at work gives no sign of life in the middle of a test, however slow the machine is.
    (await stores.open({ heartbeatSeconds: 600, upkeepSeconds: 1, ...options })).inbox;

  /** As if the process that is at work had died an hour ago, and others so often before it. */
  const lastSignWasLongAgo = async ({ before = 0 } = {}) => {
    const { database: choice, schema } = stores.place()!;
    const database = await openDatabase(choice, { log: console, damaged: 'refuse' });
    await database.executeSql(
      `UPDATE ${schema}.job SET heartbeat_on = now() - interval '1 hour',
         data = data || jsonb_build_object('cutOffs', $1::int)
       WHERE state = 'active'`,
      [before],
    );
    await database.close();
  };

  test('do the job of one that died again, once and without spending a try, and take no late end of it', async () => {
    const retries = { limit: 0, delaySeconds: 0 };
    const inboxes = [await open({ retries, concurrency: 1 }), await open({ retries, concurrency: 1 })];
    const seen: string[] = [];
    const began = aMoment();
    const end = aMoment();
    await inboxes[0]!.put([aJob('a', 1)]);
    for (const inbox of inboxes) {
      await inbox.work(async ({ id }) => {
        if (seen.push(id) > 1) return;
        began.come();
        await end.came;
        throw new Error('a late failure');
      });
    }
    await began.came;
    await inboxes[0]!.put([aJob('b', 1)]);
    expect(await inboxes[0]!.counts()).toMatchObject({ waiting: 1, running: 1 });
    await lastSignWasLongAgo();
    await inboxes[1]!.idle();
    end.come();
    for (const inbox of inboxes) await inbox.stop();
    // The second look at the issue saw what “b” was about.
    expect(seen).toEqual(['a', 'a']);
    expect(await inboxes[0]!.list(10)).toEqual([]);
  });

  test('keep a job as dead that ends its process again and again', async () => {
    const inbox = await open({ retries: { limit: 0, delaySeconds: 0 } });
    const end = aMoment();
    await inbox.put([aJob('a', 1)]);
    await inbox.work(async () => {
      await lastSignWasLongAgo({ before: 30 });
      await end.came;
    });
    await inbox.idle();
    end.come();
    expect(await inbox.list(10)).toMatchObject([{ state: 'dead', failure: 'the process ended while it was at work' }]);
  });
});
