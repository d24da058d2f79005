import { openDatabase } from '../../src/adapters/database/database.ts';
import { migrate } from '../../src/adapters/database/migrate.ts';
import { ledgerIn } from '../../src/adapters/ledger/ledger.ts';
import { openInbox } from '../../src/adapters/queue/inbox.ts';
import type { Store, StoreOptions } from '../../src/adapters/store.ts';
import { carriedOutIn } from '../../src/adapters/sweeps/carried-out.ts';
import { sweepBookIn } from '../../src/adapters/sweeps/sweep-book.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Place } from '../contracts/places.ts';
import { letPass } from './time.ts';

const quiet = { info() {}, warn() {}, error() {} };

/** A store whose database the test can reach: it says when jobs are due. The time must be halted. */
export interface ReachableStore extends Store {
  /** As if the time had come at which all jobs are due. @returns how many seconds that was. */
  untilAllAreDue(github: Emulator): Promise<number>;
  /** Until nothing is to be done before its time comes; what is to be tried again waits for that. */
  calm(github: Emulator): Promise<void>;
}

export async function openReachable(
  { database: choice, schema }: Place,
  options: Partial<StoreOptions> = {},
): Promise<ReachableStore> {
  const database = await openDatabase(choice, { log: quiet, damaged: 'refuse' });
  await migrate(database, schema);
  const inbox = await openInbox(database, { ...options, schema, log: quiet });
  return {
    inbox,
    ledger: ledgerIn(database, schema),
    sweeps: sweepBookIn(database, schema),
    carriedOut: carriedOutIn(database, schema),
    close: database.close,

    async untilAllAreDue(github) {
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
      letPass(Math.ceil(seconds + 1) * 1000, github);
      await inbox.put([]);
      return seconds;
    },

    async calm(github) {
      for (;;) {
        await github.settled();
        const kept = await inbox.list(100);
        if (kept.every(({ state }) => state === 'later' || state === 'dead')) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
