import type { Counts, Job, KeptJob } from '../../model/ports.ts';
import type { Database } from '../database/database.ts';
import { uuidOf } from './intake.ts';
import { queue } from './queue.ts';

/** What the inbox keeps, asked and changed beside the work. */
export interface KeptJobs {
  known(ids: string[]): Promise<string[]>;
  counts(): Promise<Counts>;
  list(limit: number): Promise<KeptJob[]>;
  retry(ids: string[] | 'all'): Promise<number>;
  drop(ids: string[]): Promise<number>;
  dropOf(installation: number): Promise<number>;
}

interface Row {
  data: Job;
  state: KeptJob['state'];
  tries: number;
  came: Date | string;
  due: Date | string;
  failure: string | null;
}

/** A job that is to be tried again is due like any other, but waits until then in any case. */
const stateOfRow = `CASE state
  WHEN 'failed' THEN 'dead'
  WHEN 'active' THEN 'running'
  ELSE CASE WHEN start_after <= now() THEN 'waiting' ELSE 'later' END
END`;

/** By pg-boss's own table, which has no more to offer for this than a job at a time. */
export function keptJobsIn(database: Database, schema: string): KeptJobs {
  // The row stays for as long as those of jobs that are done, so that a second delivery is known as one. A step of a
  // sweep is no delivery's: under its id the sweep goes on when the next one is due.
  const dropping = `UPDATE ${schema}.job SET state = 'cancelled', completed_on = now(),
      id = CASE data->'unit'->>'kind' WHEN 'sweep' THEN gen_random_uuid() ELSE id END
    WHERE name = $1 AND state IN ('failed', 'created', 'retry')`;
  const affected = async (text: string, values: unknown[]): Promise<number> =>
    (await database.executeSql(text, values)).rows.length;
  return {
    async known(ids) {
      const { rows } = await database.executeSql(
        `SELECT id FROM ${schema}.job WHERE name = $1 AND id = ANY($2::uuid[])`,
        [queue, ids.map(uuidOf)],
      );
      const found = new Set((rows as { id: string }[]).map(({ id }) => id));
      return ids.filter((id) => found.has(uuidOf(id)));
    },

    counts: () => countJobs(database, schema),

    async list(limit) {
      const { rows } = await database.executeSql(
        `SELECT data, ${stateOfRow} AS state,
           retry_count + CASE WHEN started_on IS NULL THEN 0 ELSE 1 END AS tries,
           created_on AS came, start_after AS due, coalesce(output->>'message', output->'value'->>'message') AS failure
         FROM ${schema}.job
         WHERE name = $1 AND state IN ('created', 'retry', 'active', 'failed')
         ORDER BY array_position(ARRAY['dead', 'running', 'waiting', 'later'], ${stateOfRow}), start_after, created_on
         LIMIT $2`,
        [queue, limit],
      );
      return (rows as Row[]).map(({ data, came, due, ...rest }) => ({
        job: data,
        came: new Date(came).toISOString(),
        due: new Date(due).toISOString(),
        ...rest,
      }));
    },

    retry: (ids) =>
      affected(
        `UPDATE ${schema}.job
         SET state = 'created', retry_count = 0, started_on = NULL, completed_on = NULL, start_after = now(),
           keep_until = now() + (keep_until - start_after), data = data || '{"again": true}'
         WHERE name = $1 AND state = 'failed' AND ($2::uuid[] IS NULL OR id = ANY($2::uuid[]))
         RETURNING id`,
        [queue, ids === 'all' ? null : ids.map(uuidOf)],
      ),

    drop: (ids) => affected(`${dropping} AND id = ANY($2::uuid[]) RETURNING id`, [queue, ids.map(uuidOf)]),

    dropOf: (installation) =>
      affected(`${dropping} AND data->'installation' = to_jsonb($2::bigint) RETURNING id`, [queue, installation]),
  };
}

async function countJobs(database: Database, schema: string): Promise<Counts> {
  const { rows } = await database.executeSql(
    `SELECT
       count(*) FILTER (WHERE state = 'retry' OR (state = 'created' AND start_after <= now()))::int AS waiting,
       count(*) FILTER (WHERE state = 'active')::int AS running,
       count(*) FILTER (WHERE state = 'failed')::int AS dead,
       min(start_after) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now()) AS due
     FROM ${schema}.job WHERE name = $1`,
    [queue],
  );
  const { due, ...counts } = rows[0] as Omit<Counts, 'dueSince'> & { due: Date | null };
  return { ...counts, dueSince: due === null ? null : new Date(due).toISOString() };
}
