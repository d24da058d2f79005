import type { Database } from '../database/database.ts';
import { queue } from './queue.ts';

/** So often a job may be cut off by the end of its process before it is given up. */
const mostCutOffs = 30;

/**
 * Lets the jobs be tried again whose process ended while it was at work on them: those without a sign of life for so
 * long, in seconds. That spends no try, since most often the job is not to blame; but as it may be, it waits twice as
 * long from time to time, up to a minute. pg-boss's own way counts it as a failure of the job.
 *
 * What is taken again counts as another try all the same, so that a process which only slept settles nothing that is
 * another's by now; therefore the limit is raised with it.
 */
export async function takeUpAgain(database: Database, schema: string, silentSeconds: number): Promise<void> {
  const cutOffs = "coalesce((data->>'cutOffs')::int, 0)";
  const isGivenUp = `${cutOffs} >= ${mostCutOffs}`;
  await database.executeSql(
    `UPDATE ${schema}.job SET
       state = CASE WHEN ${isGivenUp} THEN 'failed' ELSE 'retry' END::${schema}.job_state,
       completed_on = CASE WHEN ${isGivenUp} THEN now() END,
       start_after = now() + least(power(2, ${cutOffs}) - 1, 60) * interval '1 second',
       retry_limit = retry_limit + 1,
       data = data || jsonb_build_object('cutOffs', ${cutOffs} + 1),
       output = '{"message": "the process ended while it was at work"}'
     WHERE name = $1 AND state = 'active' AND heartbeat_on + $2 * interval '1 second' <= now()`,
    [queue, silentSeconds],
  );
}
