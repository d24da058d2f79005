import type { Clock, Inbox, Ledger } from '../model/ports.ts';
import { systemClock } from './clock.ts';
import { type DatabaseChoice, type Log, openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { forgetBefore, ledgerIn } from './ledger/ledger.ts';
import { type InboxOptions, openInbox } from './queue/inbox.ts';

export interface StoreOptions extends InboxOptions {
  database: DatabaseChoice;
  /** The schema that the tables are in, so that the database can be shared. */
  schema?: string;
  /** How long decisions are kept. */
  keepDays?: number;
  clock?: Clock;
}

/** All that Remit keeps, in one database. */
export interface Store {
  inbox: Inbox;
  ledger: Ledger;
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
  const { schema = standardSchema, keepDays = 90, clock = systemClock, log = quiet } = options;
  const database = await openDatabase(options.database, { log, damaged: 'start afresh' });
  const forget = () =>
    forgetBefore(new Date(clock.now().getTime() - keepDays * 24 * hour).toISOString(), database, schema);
  try {
    await migrate(database, schema);
    await forget();
    const inbox = await openInbox(database, { ...options, schema, log });
    const upkeep = setInterval(() => {
      forget().catch((error) => log.warn({ err: error }, 'old decisions could not be forgotten'));
    }, hour).unref();
    return {
      inbox,
      ledger: ledgerIn(database, schema),
      async close() {
        clearInterval(upkeep);
        await inbox.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
