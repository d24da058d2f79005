import { afterEach, describe, expect, it } from '@jest/globals';
import { openStore, type StoreOptions } from '../../src/adapters/store.ts';
import { serverAnswers } from '../postgres-server.ts';
import { aJob, aMoment, drain, inFolder, onServer, places, storesIn } from './places.ts';

describe.each(places)('an inbox on %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  const stores = storesIn(aPlace);
  const open = async (options: Partial<StoreOptions> = {}) => (await stores.open(options)).inbox;
  const { close } = stores;
  afterEach(stores.clear);

  test('keeps what it has acknowledged over a restart', async () => {
    const before = await open();
    await before.put([aJob('a', 1), aJob('b', 2)]);
    await close(before);
    const after = await open();
    expect(await drain(after)).toEqual(expect.arrayContaining(['a', 'b']));
  });

  test('drops a second job of the same id, done or not', async () => {
    const inbox = await open();
    await inbox.put([aJob('a', 1)]);
    await inbox.put([aJob('a', 1), aJob('b', 1)]);
    expect(await drain(inbox)).toEqual(['a']);
    await inbox.put([aJob('a', 1), aJob('b', 1)]);
    expect(await inbox.counts()).toMatchObject({ waiting: 0, running: 0, dead: 0 });
  });

  test('knows the ids of jobs that wait or are done', async () => {
    const inbox = await open();
    await inbox.put([aJob('a', 1), aJob('0b5e4ee7-4b17-4ab0-8f3d-2d1a8d1e9a10', 2)]);
    await drain(inbox);
    await inbox.put([{ ...aJob('later', 3), after: '2999-01-01T00:00:00.000Z' }]);
    const ids = ['a', '0B5E4EE7-4b17-4ab0-8f3d-2d1a8d1e9a10', 'later'];
    expect(await inbox.known(['unknown', ...ids])).toEqual(ids);
    expect(await inbox.known([])).toEqual([]);
  });

  test('takes a job of a known id again when the first has failed for good', async () => {
    const inbox = await open();
    const seen: string[] = [];
    await inbox.put([aJob('a', 1)]);
    await inbox.work(async ({ id }) => {
      seen.push(id);
      if (seen.length === 1) throw new Error('the world is down');
    });
    await inbox.idle();
    expect(await inbox.counts()).toMatchObject({ waiting: 0, running: 0, dead: 1 });
    await inbox.put([aJob('a', 1)]);
    await inbox.idle();
    expect(seen).toEqual(['a', 'a']);
    expect(await inbox.counts()).toMatchObject({ waiting: 0, running: 0, dead: 0 });
  });

  test('tells what it keeps: the dead, what waits and what is for later, and what failed', async () => {
    const inbox = await open();
    await inbox.put([aJob('a', 1)]);
    await inbox.work(async () => {
      throw new Error('the world is down');
    });
    await inbox.idle();
    await inbox.put([{ ...aJob('later', 3), after: '2999-01-01T00:00:00.000Z' }]);
    const kept = await inbox.list(10);
    expect(kept).toMatchObject([
      { job: aJob('a', 1), state: 'dead', tries: 1, failure: 'the world is down' },
      { job: { id: 'later' }, state: 'later', tries: 0, due: '2999-01-01T00:00:00.000Z', failure: null },
    ]);
    expect(await inbox.list(1)).toEqual([kept[0]]);
  });

  test('gives a dead job all its tries again when it is told to, and others not', async () => {
    const inbox = await open({ retries: { limit: 1, delaySeconds: 0 } });
    const seen: string[] = [];
    await inbox.put([aJob('a', 1), aJob('octo-org/octo-repo#2 at noon', 2)]);
    await inbox.work(async ({ id }) => {
      seen.push(id);
      throw new Error('never');
    });
    await inbox.idle();
    seen.splice(0);
    expect(await inbox.retry(['octo-org/octo-repo#2 at noon', 'unknown'])).toBe(1);
    await inbox.idle();
    expect(seen).toEqual(['octo-org/octo-repo#2 at noon', 'octo-org/octo-repo#2 at noon']);
    expect(await inbox.retry('all')).toBe(2);
    await inbox.idle();
    expect(await inbox.counts()).toMatchObject({ dead: 2 });
  });

  test('drops a job for good when it is told to: it is not taken when it is delivered again', async () => {
    const inbox = await open();
    await inbox.put([aJob('a', 1), aJob('b', 2)]);
    expect(await inbox.drop(['a', 'unknown'])).toBe(1);
    await inbox.put([aJob('a', 1)]);
    expect(await drain(inbox)).toEqual(['b']);
    expect(await inbox.drop(['b'])).toBe(0);
    expect(await inbox.list(10)).toEqual([]);
  });

  test('drops all jobs of an installation, dead or not begun, and none of another', async () => {
    const inbox = await open();
    await inbox.put([aJob('dead', 1, 7), aJob('another dead', 2, 8)]);
    await inbox.work(async () => {
      throw new Error('never');
    });
    await inbox.idle();
    const after = '2999-01-01T00:00:00.000Z';
    await inbox.put([
      { ...aJob('later', 3, 7), after },
      { ...aJob('another later', 4, 8), after },
    ]);
    expect(await inbox.dropOf(7)).toBe(2);
    expect((await inbox.list(10)).map(({ job }) => job.id)).toEqual(['another dead', 'another later']);
    expect(await inbox.dropOf(7)).toBe(0);
  });

  test('tries a failing job again, then keeps it as dead', async () => {
    const inbox = await open({ retries: { limit: 2, delaySeconds: 0 } });
    let tries = 0;
    await inbox.put([aJob('a', 1)]);
    await inbox.work(async () => {
      tries += 1;
      throw new Error('never');
    });
    await inbox.idle();
    expect(tries).toBe(3);
    expect(await inbox.counts()).toMatchObject({ waiting: 0, running: 0, dead: 1 });
  });

  test('hands out the jobs of one issue one after the other, in order', async () => {
    const inbox = await open();
    const seen: string[] = [];
    let atOnce = 0;
    await inbox.put([aJob('job 0', 1)]);
    await inbox.work(async ({ id }) => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      seen.push(id);
      // What comes while an issue is looked at is looked at afterwards.
      if (seen.length < 8) await inbox.put([aJob(`job ${seen.length}`, 1)]);
      await nextTurn();
      atOnce -= 1;
    });
    await inbox.idle();
    expect(seen).toEqual(Array.from({ length: 8 }, (_, index) => `job ${index}`));
  });

  test('lets one look stand for hints that wait a while for others, and not for a look that has its moment', async () => {
    const inbox = await open();
    const later = '2999-01-01T00:00:00Z';
    const cause = { event: 'issues.labeled', by: 'octo-user-1' };
    await inbox.put([aJob('a', 1), { ...aJob('hint', 1), after: later, cause }, { ...aJob('look', 1), after: later }]);
    expect(await drain(inbox)).toEqual(['a']);
    expect((await inbox.list(10)).map(({ job }) => job.id)).toEqual(['look']);
  });

  test('looks once at an issue to which fifty things happened', async () => {
    const inbox = await open();
    await inbox.put([aJob('other', 2)]);
    for (let index = 0; index < 50; index++) await inbox.put([aJob(`job ${index}`, 1)]);
    expect(await drain(inbox)).toEqual(['other', 'job 0']);
    expect(await inbox.counts()).toMatchObject({ waiting: 0, running: 0, dead: 0 });
  });

  test('hands out the jobs of different issues side by side', async () => {
    const inbox = await open({ concurrency: 3 });
    await inbox.put([aJob('a', 1), aJob('b', 2), aJob('c', 3)]);
    const allHere = aMoment();
    let here = 0;
    await inbox.work(async () => {
      here += 1;
      if (here === 3) allHere.come();
      await allHere.came;
    });
    await inbox.idle();
    expect(here).toBe(3);
  });

  test('keeps a job for later until then', async () => {
    const inbox = await open();
    await inbox.put([{ ...aJob('later', 1), after: '2999-01-01T00:00:00.000Z' }, aJob('now', 2)]);
    expect(await inbox.counts()).toMatchObject({ waiting: 1, running: 0, dead: 0 });
    expect(await drain(inbox)).toEqual(['now']);
  });

  test('finishes what runs before it stops', async () => {
    const inbox = await open();
    let finished = false;
    const began = aMoment();
    await inbox.put([aJob('a', 1)]);
    await inbox.work(async () => {
      began.come();
      await nextTurn();
      finished = true;
    });
    await began.came;
    await close(inbox);
    expect(finished).toBe(true);
  });

  test('stores a thousand jobs that come at once', async () => {
    const inbox = await open();
    await Promise.all(Array.from({ length: 1_000 }, (_, index) => inbox.put([aJob(`job ${index}`, index + 1)])));
    expect(await inbox.counts()).toMatchObject({ waiting: 1_000, running: 0, dead: 0 });
  });
});

describe('two processes', () => {
  (serverAnswers ? it : it.skip)('on one server never have two jobs of one issue at once', async () => {
    const { database, schema, remove } = onServer();
    const stores = [await openStore({ database, schema }), await openStore({ database, schema })];
    const inboxes = stores.map(({ inbox }) => inbox);
    const seen: string[] = [];
    let atOnce = 0;
    await inboxes[0]?.put([aJob('job 0', 1)]);
    for (const inbox of inboxes) {
      await inbox.work(async ({ id }) => {
        atOnce += 1;
        expect(atOnce).toBe(1);
        seen.push(id);
        // The other process is to have something to take while this one is at work.
        if (seen.length < 12) await inboxes[seen.length % 2]?.put([aJob(`job ${seen.length}`, 1)]);
        await nextTurn();
        atOnce -= 1;
      });
    }
    for (const inbox of inboxes) await inbox.idle();
    for (const store of stores) await store.close();
    await remove();
    expect(seen).toEqual(Array.from({ length: 12 }, (_, index) => `job ${index}`));
  });

  it('can’t have one folder', async () => {
    const { database, remove } = inFolder();
    const store = await openStore({ database });
    await expect(openStore({ database })).rejects.toThrow(/in use by process \d+/);
    await store.close();
    const next = await openStore({ database });
    await next.close();
    await remove();
  });
});

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
