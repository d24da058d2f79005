import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const url = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

/** A database of its own: embedded in a new folder, or a schema of the server. */
export function placeOf(kind) {
  if (kind === 'embedded') {
    const folder = mkdtempSync(join(tmpdir(), 'remit-soak-'));
    return {
      database: { kind, folder },
      schema: 'remit',
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const schema = `remit_soak_${process.pid}`;
  return {
    database: { kind, url },
    schema,
    remove: () => run(`DROP SCHEMA IF EXISTS ${schema} CASCADE`),
  };
}

async function run(statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
