import { repositoryKey } from '../../model/facts.ts';
import type { CarriedOut } from '../../model/upkeep-ports.ts';
import type { Database } from '../database/database.ts';

/** Up to which commits changes were carried out, in a database that is prepared for it. */
export function carriedOutIn(database: Database, schema: string): CarriedOut {
  return {
    async read(repository) {
      const text = `SELECT "commit" FROM ${schema}.carried_out WHERE repository = $1`;
      const { rows } = await database.executeSql(text, [repositoryKey(repository)]);
      return (rows as { commit: string }[])[0]?.commit ?? null;
    },
    async note(repository, commit) {
      await database.executeSql(
        `INSERT INTO ${schema}.carried_out (repository, "commit") VALUES ($1, $2)
         ON CONFLICT (repository) DO UPDATE SET "commit" = excluded."commit"`,
        [repositoryKey(repository), commit],
      );
    },
  };
}
