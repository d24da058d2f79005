import type { RepositoryRef } from '../../model/facts.ts';
import type { KeptSweep, SweepBook } from '../../model/upkeep-ports.ts';
import type { Database } from '../database/database.ts';

/** The bot's sweeps in a database that is prepared for them. */
export function sweepBookIn(database: Database, schema: string): SweepBook {
  const select = async (where: string, values: unknown[]): Promise<KeptSweep[]> => {
    const { rows } = await database.executeSql(`SELECT sweep FROM ${schema}.sweep WHERE ${where}`, values);
    return (rows as { sweep: KeptSweep }[]).map(({ sweep }) => sweep);
  };
  return {
    read: async (id) => (await select('id = $1', [id]))[0] ?? null,

    async keep(sweep) {
      const { id, installation, repository, began, ended, step } = sweep;
      await database.executeSql(
        `INSERT INTO ${schema}.sweep (id, installation, repository, began, ended, step, sweep)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO UPDATE SET ended = excluded.ended, step = excluded.step, sweep = excluded.sweep
         WHERE sweep.step = excluded.step - 1`,
        [id, installation, keyOf(repository), began, ended, step, JSON.stringify(sweep)],
      );
    },

    list: ({ repository, installation, goingOn, limit }) =>
      select(
        `($1::text IS NULL OR repository = $1) AND ($2::bigint IS NULL OR installation = $2)
         AND (NOT $3::boolean OR ended IS NULL)
         ORDER BY began DESC, id LIMIT $4`,
        [repository ? keyOf(repository) : null, installation ?? null, goingOn ?? false, limit],
      ),
  };
}

/** GitHub takes owners and repositories that differ in letter case only for the same. */
const keyOf = ({ owner, name }: RepositoryRef): string => `${owner}/${name}`.toLowerCase();

/** Forgets sweeps that began before the moment (ISO 8601). */
export async function forgetSweepsBefore(moment: string, database: Database, schema: string): Promise<void> {
  await database.executeSql(`DELETE FROM ${schema}.sweep WHERE began < $1`, [moment]);
}
