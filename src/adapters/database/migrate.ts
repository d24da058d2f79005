import type { Database } from './database.ts';

/** What each version adds; `{schema}` stands for the schema. A version that was published is never changed. */
const versions = [
  `CREATE TABLE {schema}.ledger (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     issue text NOT NULL,
     at timestamptz NOT NULL,
     decision jsonb NOT NULL
   );
   CREATE INDEX ledger_issue ON {schema}.ledger (issue, id);
   CREATE INDEX ledger_at ON {schema}.ledger (at);`,
  `CREATE TABLE {schema}.sweep (
     id text PRIMARY KEY,
     installation bigint NOT NULL,
     repository text NOT NULL,
     began timestamptz NOT NULL,
     ended timestamptz,
     step int NOT NULL,
     sweep jsonb NOT NULL
   );
   CREATE INDEX sweep_repository ON {schema}.sweep (repository, began);
   CREATE INDEX sweep_going_on ON {schema}.sweep (installation) WHERE ended IS NULL;`,
  `CREATE TABLE {schema}.carried_out (repository text PRIMARY KEY, "commit" text NOT NULL);`,
  `CREATE TABLE {schema}.arrival (repository text PRIMARY KEY, at timestamptz NOT NULL);
   INSERT INTO {schema}.arrival
     SELECT repository, max(began) FROM {schema}.sweep WHERE sweep->>'why' = 'installation' GROUP BY repository;`,
];

/**
 * Brings Remit's own tables up to date; those of the queue are pg-boss's. Processes that start at once do it one after
 * the other, and one that is older than the database leaves it as it is. Errors: rejects when the database does, and
 * then nothing of a version is done.
 */
export async function migrate(database: Database, schema: string): Promise<void> {
  await database.alone.executeSql(`
    DO $schema$ BEGIN
      IF to_regnamespace('${schema}') IS NULL THEN CREATE SCHEMA ${schema}; END IF;
    END $schema$;
    CREATE TABLE IF NOT EXISTS ${schema}.remit_version (version int PRIMARY KEY);
    ${versions.map((statements, index) => step(index + 1, statements.replaceAll('{schema}', schema), schema)).join('\n')}
  `);
}

/** The database itself looks whether the version is there, so that looking and doing are one. */
function step(version: number, statements: string, schema: string): string {
  return `DO $step$ BEGIN
    IF NOT EXISTS (SELECT FROM ${schema}.remit_version WHERE version = ${version}) THEN
      ${statements}
      INSERT INTO ${schema}.remit_version VALUES (${version});
    END IF;
  END $step$;`;
}
