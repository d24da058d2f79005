import pg from 'pg';

const url = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

/** @returns the address of a new database on the server, and what drops it; `null` where no server answers. */
export async function createDatabase() {
  const name = `remit_bench_${process.pid}`;
  const created = await run(`CREATE DATABASE ${name}`).then(
    () => true,
    () => false,
  );
  if (!created) return null;
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function run(statement) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}
