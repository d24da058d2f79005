import { existsSync, renameSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { fromPglite } from 'pg-boss';
import { type EmbeddedDatabase, openEmbedded } from './embedded.ts';
import { lockFolder } from './folder-lock.ts';
import type { Log } from './log.ts';

/** Where the inbox is kept. `folder: null` keeps it in memory. */
export type DatabaseChoice = { kind: 'embedded'; folder: string | null } | { kind: 'server'; url: string };

type Sql = { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

/** A PostgreSQL, embedded or served. */
export interface Database extends Sql {
  kind: DatabaseChoice['kind'];
  /** Runs one statement while no other process runs one under the same lock. */
  alone: Sql;
  close(): Promise<void>;
}

interface Opening {
  log: Log;
  /** What becomes of an embedded database that can't be opened: whoever only looks must not put it away. */
  damaged: 'start afresh' | 'refuse';
  /** How much room is left on the folder's disk; another answer in tests. */
  freeBytes?: (folder: string) => number;
}

/** Errors: rejects when the server doesn't answer, or when another process has the folder. */
export async function openDatabase(choice: DatabaseChoice, opening: Opening): Promise<Database> {
  return choice.kind === 'server' ? openServer(choice.url, opening.log) : openFolder(choice.folder, opening);
}

/** A server that is restarted is gone for a while; one that hangs is given up, or nothing would be stored any more. */
const connections = {
  max: 8,
  application_name: 'remit',
  keepAlive: true,
  connectionTimeoutMillis: 5_000,
  query_timeout: 60_000,
};

async function openServer(url: string, log: Log): Promise<Database> {
  const pool = new pg.Pool({ ...connections, connectionString: url });
  pool.on('error', (error) => log.error({ err: error }, 'a connection to the database was lost'));
  // Whoever has a connection hears of its end by the statement; but it may end before there is one, and then the process
  // would, without anybody to hear it.
  pool.on('connect', (client) => client.on('error', () => {}));
  const executeSql = async (text: string, values?: unknown[]) => {
    const result = await pool.query(text, values);
    // Several statements in one give a list; pg-boss wants the rows of them all.
    return Array.isArray(result) ? { rows: result.flatMap((each) => each.rows) } : result;
  };
  try {
    await executeSql('SELECT 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { kind: 'server', executeSql, alone: { executeSql: aloneIn(pool) }, close: () => pool.end() };
}

/** One number for all that is locked here; any other would do, as long as every process takes the same. */
const lockNumber = 7_366_482;

function aloneIn(pool: pg.Pool) {
  return async (text: string, values?: unknown[]) => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${lockNumber})`);
      const result = await client.query(text, values);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((refusal) => {
        broken = refusal;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };
}

/** Where in its folder the embedded database is. */
const embeddedFolder = 'postgres';

/** Whether there is a database to be opened; a server is there or says why not when it is asked. */
export function isThere(choice: DatabaseChoice): boolean {
  return choice.kind === 'server' || (choice.folder !== null && existsSync(join(choice.folder, embeddedFolder)));
}

async function openFolder(folder: string | null, opening: Opening): Promise<Database> {
  const { log, damaged } = opening;
  const unlock = folder === null ? () => {} : await lockFolder(folder);
  try {
    const postgres = folder === null ? null : join(folder, embeddedFolder);
    const embedded = await (damaged === 'refuse'
      ? openEmbedded(postgres, { log })
      : openOrStartAfresh(postgres, opening));
    const { executeSql } = fromPglite(embedded as Parameters<typeof fromPglite>[0]);
    const vacuum = setInterval(() => void tidy(embedded, log), 60 * 60 * 1000).unref();
    return {
      kind: 'embedded',
      executeSql,
      alone: { executeSql },
      async close() {
        clearInterval(vacuum);
        await embedded.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** After a power cut the folder may be damaged: what GitHub still keeps can be delivered again, so work goes on. */
async function openOrStartAfresh(folder: string | null, { log, freeBytes = freeBytesOf }: Opening) {
  try {
    return await openEmbedded(folder, { log });
  } catch (error) {
    if (folder === null || !existsSync(folder)) throw error;
    const free = freeBytes(folder);
    // A full disk looks like damage from here, and passes.
    if (free < leastFree)
      throw new Error(`it can’t be opened, and its disk is full (${megabytes(free)} free): make room`);
    const aside = freeName(`${folder}.damaged`);
    renameSync(folder, aside);
    log.error({ err: error, aside }, 'the embedded database is damaged; it was moved aside and a new one was started');
    return openEmbedded(folder, { log });
  }
}

/** Bytes: two files of the journal, 16 MB each, and some more. Source: PostgreSQL, WAL Configuration. */
const leastFree = 50_000_000;

const megabytes = (bytes: number) => `${Math.floor(bytes / 1_000_000)} MB`;

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function freeName(path: string): string {
  for (let number = 1; ; number++) if (!existsSync(`${path}-${number}`)) return `${path}-${number}`;
}

/** The embedded database cleans up nothing by itself. */
async function tidy(embedded: EmbeddedDatabase, log: Log): Promise<void> {
  await embedded.exec('VACUUM ANALYZE').catch((error) => log.warn({ err: error }, 'the database could not be tidied'));
}
