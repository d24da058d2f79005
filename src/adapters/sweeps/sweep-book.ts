import { type RepositoryRef, repositoryKey } from '../../model/facts.ts';
import type { KeptSweep, SweepBook } from '../../model/upkeep-ports.ts';
import type { Database } from '../database/database.ts';
import { storable } from '../database/storable.ts';

/** The bot's sweeps in a database that is prepared for them. */
export function sweepBookIn(database: Database, schema: string): SweepBook {
  const select = async (where: string, values: unknown[]): Promise<KeptSweep[]> => {
    const { rows } = await database.executeSql(`SELECT sweep FROM ${schema}.sweep WHERE ${where}`, values);
    return (rows as { sweep: KeptSweep }[]).map(({ sweep }) => sweep);
  };
  /** It outlives the sweep, since issues do not become new when that is forgotten; and is noted before a step counts. */
  const noteArrival = (repository: RepositoryRef, at: string) =>
    database.executeSql(
      `INSERT INTO ${schema}.arrival (repository, at) VALUES ($1, $2)
       ON CONFLICT (repository) DO UPDATE SET at = greatest(arrival.at, excluded.at)`,
      [repositoryKey(repository), at],
    );
  return {
    read: async (id) => (await select('id = $1', [id]))[0] ?? null,

    async keep(sweep) {
      const { id, installation, repository, began, ended, step } = sweep;
      if (sweep.why === 'installation') await noteArrival(repository, began);
      await database.executeSql(
        `INSERT INTO ${schema}.sweep (id, installation, repository, began, ended, step, sweep)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO UPDATE SET ended = excluded.ended, step = excluded.step, sweep = excluded.sweep
         WHERE sweep.step = excluded.step - 1`,
        [id, installation, repositoryKey(repository), began, ended, step, JSON.stringify(storable(sweep))],
      );
    },

    async arrivedAt(repository) {
      // GitHub tells of an issue's opening the second only.
      const text = `SELECT date_trunc('second', at) AS at FROM ${schema}.arrival WHERE repository = $1`;
      const { rows } = await database.executeSql(text, [repositoryKey(repository)]);
      return (rows as { at: Date }[])[0]?.at.toISOString() ?? null;
    },

    list: ({ repository, installation, goingOn, limit }) =>
      select(
        `($1::text IS NULL OR repository = $1) AND ($2::bigint IS NULL OR installation = $2)
         AND (NOT $3::boolean OR ended IS NULL)
         ORDER BY began DESC, id LIMIT $4`,
        [repository ? repositoryKey(repository) : null, installation ?? null, goingOn ?? false, limit],
      ),
  };
}

/** Forgets sweeps that began before the moment (ISO 8601). */
export async function forgetSweepsBefore(moment: string, database: Database, schema: string): Promise<void> {
  await database.executeSql(`DELETE FROM ${schema}.sweep WHERE began < $1`, [moment]);
}
