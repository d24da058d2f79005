import type { Clock, Inbox, Ledger } from '../model/ports.ts';
import type { CarriedOut, SweepBook } from '../model/upkeep-ports.ts';
import { systemClock } from './clock.ts';
import { type Database, type DatabaseChoice, openDatabase } from './database/database.ts';
import type { Log } from './database/log.ts';
import { migrate } from './database/migrate.ts';
import { forgetBefore, ledgerIn } from './ledger/ledger.ts';
import { type InboxOptions, openInbox } from './queue/inbox.ts';
import { carriedOutIn } from './sweeps/carried-out.ts';
import { forgetSweepsBefore, sweepBookIn } from './sweeps/sweep-book.ts';

export interface StoreOptions extends InboxOptions {
  database: DatabaseChoice;
  /** The schema that the tables are in, so that the database can be shared. */
  schema?: string;
  /** How long decisions are kept; without it nothing is forgotten, as whoever only looks has no say in it. */
  keepDays?: number;
  damaged?: 'start afresh' | 'refuse';
  clock?: Clock;
}

/** All that Remit keeps, in one database. */
export interface Store {
  inbox: Inbox;
  ledger: Ledger;
  sweeps: SweepBook;
  carriedOut: CarriedOut;
  /** Stops the inbox, then closes the database. */
  close(): Promise<void>;
}

const quiet: Log = { info() {}, warn() {}, error() {} };
/**
 * Opens the ledger alone, to read in it; nothing of the database is changed. Errors: rejects when the database can't be
 * opened.
 */
export async function openLedger({
  database: choice,
  schema = standardSchema,
}: Pick<StoreOptions, 'database' | 'schema'>): Promise<{ ledger: Ledger; close(): Promise<void> }> {
  const database = await openDatabase(choice, { log: quiet, damaged: 'refuse' });
  return { ledger: ledgerIn(database, schema), close: database.close };
}

const standardSchema = 'remit';
const hour = 60 * 60 * 1000;

/** Opens the durable inbox and the ledger. Errors: rejects when the database can't be opened. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { schema = standardSchema, damaged = 'start afresh', log = quiet } = options;
  const database = await openDatabase(options.database, { log, damaged });
  try {
    await migrate(database, schema);
    const inbox = await openInbox(database, { ...options, schema, log });
    const endForgetting = await forgetInTime(database, { ...options, schema, log });
    return {
      inbox,
      ledger: ledgerIn(database, schema),
      sweeps: sweepBookIn(database, schema),
      carriedOut: carriedOutIn(database, schema),
      async close() {
        endForgetting();
        await inbox.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Forgets old decisions and sweeps now, and every hour. @returns what ends it. Errors: none; it is tried again. */
async function forgetInTime(
  database: Database,
  { keepDays, schema, clock = systemClock, log }: StoreOptions & { schema: string; log: Log },
): Promise<() => void> {
  if (keepDays === undefined) return () => {};
  const forget = async () => {
    const moment = new Date(clock.now().getTime() - keepDays * 24 * hour).toISOString();
    try {
      await forgetBefore(moment, database, schema);
      await forgetSweepsBefore(moment, database, schema);
    } catch (error) {
      log.warn({ err: error }, 'old decisions could not be forgotten');
    }
  };
  await forget();
  const upkeep = setInterval(() => void forget(), hour).unref();
  return () => clearInterval(upkeep);
}
