import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../src/adapters/database/database.ts';
import { migrate } from '../../src/adapters/database/migrate.ts';
import { ledgerIn } from '../../src/adapters/ledger/ledger.ts';
import { openInbox } from '../../src/adapters/queue/inbox.ts';
import type { StoreOptions } from '../../src/adapters/store.ts';
import { carriedOutIn } from '../../src/adapters/sweeps/carried-out.ts';
import { sweepBookIn } from '../../src/adapters/sweeps/sweep-book.ts';
import { places } from '../contracts/places.ts';
import { addLabels, type House, open, openHouse } from './house.ts';
import { goOnWithTime, haltTime, letPass } from './time.ts';
import { commentsWritten } from './written.ts';

const quiet = { info() {}, warn() {}, error() {} };
const issues = [1, 2, 3, 4];

beforeAll(haltTime);
afterAll(goOnWithTime);

describe.each(places)('with %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  let house: House;
  let database: Database;
  let schema: string;
  let remove = async () => {};
  afterEach(async () => {
    if (!available) return;
    await house.close();
    await remove();
  });

  /** A bot with the retries of production, whose database the test can reach. */
  const start = async () => {
    const place = aPlace();
    ({ remove, schema } = place);
    const opened = async (options: StoreOptions) => {
      database = await openDatabase(place.database, { log: quiet, damaged: 'refuse' });
      await migrate(database, schema);
      const inbox = await openInbox(database, { ...options, schema, log: quiet });
      const [ledger, sweeps] = [ledgerIn(database, schema), sweepBookIn(database, schema)];
      return { inbox, ledger, sweeps, carriedOut: carriedOutIn(database, schema), close: database.close };
    };
    house = await openHouse({}, {}, opened);
  };

  /** As if the time had come at which all jobs are due. @returns how many seconds that was. */
  const untilAllAreDue = async (): Promise<number> => {
    const { rows } = await database.executeSql(
      `WITH next AS (
         SELECT greatest(max(start_after) - now(), interval '0') AS left
         FROM ${schema}.job WHERE state IN ('created', 'retry')
       )
       UPDATE ${schema}.job SET start_after = start_after - next.left FROM next
       WHERE state IN ('created', 'retry')
       RETURNING extract(epoch FROM next.left)::float8 AS seconds`,
    );
    const seconds = (rows[0] as { seconds: number } | undefined)?.seconds ?? 0;
    // The database's own time goes on meanwhile.
    letPass(Math.ceil(seconds + 1) * 1000, house.github);
    await house.store.inbox.put([]);
    return seconds;
  };
  /** Until nothing is to be done before its time comes; what is to be tried again waits for that. */
  const calm = async () => {
    for (;;) {
      await house.github.settled();
      const kept = await house.store.inbox.list(100);
      if (kept.every(({ state }) => state === 'later' || state === 'dead')) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const untilAllIsDone = async () => {
    while ((await house.store.inbox.list(1)).length > 0) {
      await untilAllAreDue();
      await calm();
    }
  };

  test('GitHub may be down for an hour: no job is dead, and all that came is done when it is back', async () => {
    await start();
    const outage = house.github.faults.add({ path: '/app/*', fault: { kind: 'status', status: 503 } });
    house.github.faults.add({ operation: 'query', fault: { kind: 'timeout', effect: 'before', ms: 1 } });
    for (const number of issues) await open(house.as('octo-user-1'), `The gateway drops connections (${number})`);
    await calm();
    let down = 0;
    while (down < 3600) {
      down += await untilAllAreDue();
      await calm();
    }
    expect(outage.happened).toBeGreaterThan(issues.length);
    expect(await house.store.inbox.counts()).toMatchObject({ dead: 0 });
    house.github.faults.clear();
    await untilAllIsDone();
    expect(issues.map((number) => commentsWritten(house.github, number))).toEqual([1, 1, 1, 1]);
  });

  test('a secondary limit in the middle of a batch is waited out, and each issue is written to once', async () => {
    await start();
    house.github.limits.set({ writesPerMinute: 2 });
    for (const login of ['octo-user-1', 'octo-user-1', 'octo-lead-1', 'octo-lead-1']) {
      await open(house.as(login), 'The gateway drops connections');
    }
    await calm();
    const refused = house.github.requests.filter(({ status }) => status === 403 || status === 429).length;
    await untilAllIsDone();
    house.github.limits.set(null);
    await addLabels(house.as('octo-lead-1'), 1, 'P1');
    await calm();
    expect(refused).toBeGreaterThan(0);
    expect(issues.map((number) => commentsWritten(house.github, number))).toEqual([1, 1, 1, 1]);
    expect(await house.store.inbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
  });
});
