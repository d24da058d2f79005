import pg from 'pg';

/** The server that the tests of the queue run on beside the embedded database. */
export const serverUrl = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

/** Whether it is there; where it is not, the tests that need it say that they are skipped. */
export const serverAnswers = await ask('SELECT 1').then(
  () => true,
  () => false,
);

let schemas = 0;

/** A schema that nobody else uses, and what takes it away again. */
export function aSchema() {
  schemas += 1;
  const schema = `remit_test_${process.pid}_${schemas}`;
  return { schema, drop: () => ask(`DROP SCHEMA IF EXISTS ${schema} CASCADE`) };
}

async function ask(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end().catch(() => {});
  }
}
