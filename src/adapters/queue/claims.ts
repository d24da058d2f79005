import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Job } from '../../model/ports.ts';
import type { Database } from '../database/database.ts';
import { storable } from '../database/storable.ts';
import { groupOf } from './intake.ts';
import { queue } from './queue.ts';

/** A job that this process has taken; nobody else has it until it is settled, given back or lost. */
export interface Claim {
  /** The row's id. */
  id: string;
  /** Tells this try from a later one: what was lost meanwhile is not settled any more. */
  retryCount: number;
  job: Job;
}

export interface Claims {
  /** Takes the next job that is due; `null` when there is none. */
  take(): Promise<Claim | null>;
  /** Says that we are at work on them. @returns the ids of those that are still ours. */
  keep(claims: Claim[]): Promise<string[]>;
  /**
   * Puts a job of commands back where earlier ones of its issue wait: those that were written before it and are due, and
   * those that have to be tried again. @returns whether it did.
   */
  letGoFirst(claim: Claim): Promise<boolean>;
  /**
   * Whoever looks at an issue sees all that happened to it so far, so one look does for every hint that waits, also for
   * those whose quiet is not over: those that came before it was taken, so that it doesn't matter when this is done. The
   * job that is running stands for them: killed or failing, it comes back, and looks again. What has no cause is a look
   * that was put in for its moment, and stays; commands are no hints.
   */
  coverHints(claim: Claim): Promise<void>;
  complete(claim: Claim): Promise<void>;
  /** Spends a try. */
  fail(claim: Claim, error: Error): Promise<void>;
  /** Puts jobs back that were begun, and spends no try. */
  giveBack(claims: Claim[]): Promise<void>;
  /** Puts a job back, and lets it and all others of its installation wait. */
  postpone(claim: Claim, seconds: number, was: 'begun' | 'not begun'): Promise<void>;
}

export function claimsIn({ boss, database, schema }: { boss: PgBoss; database: Database; schema: string }): Claims {
  return {
    async take() {
      const options = { batchSize: 1, groupConcurrency: 1, includeMetadata: true, db: database.alone } as const;
      const [row] = (await boss.fetch<Job>(queue, options)) as JobWithMetadata<Job>[];
      if (!row) return null;
      const { id, retryCount, data } = row;
      return { id, retryCount, job: retryCount > 0 ? { ...data, again: true } : data };
    },

    async keep(claims) {
      const { settled } = (await boss.touch(queue, claims)) as { settled: string[] };
      return settled;
    },

    async letGoFirst(claim) {
      const { unit } = claim.job;
      if (unit.kind !== 'commands') return false;
      const { rows } = await database.executeSql(
        // One that was let go itself a moment ago is due a moment later, and comes first all the same.
        `SELECT max(start_after) AS due FROM ${schema}.job
         WHERE name = $1 AND group_id = $2 AND data->'unit'->>'kind' = 'commands'
           AND ((data->'unit'->'given'->>'at') COLLATE "C", (data->'unit'->'given'->>'nth')::bigint) < ($3, $4)
           AND (state = 'retry' OR (state = 'created' AND start_after <= now() + interval '1 second'))`,
        [queue, groupOf(unit), unit.given.at, unit.given.nth],
      );
      const [{ due }] = rows as [{ due: Date | null }];
      if (due === null) return false;
      await database.executeSql(
        `UPDATE ${schema}.job SET ${asNew}, start_after = greatest($4::timestamptz, now()) + interval '10 ms'
         WHERE ${isOneOf}`,
        [queue, ...pairsOf([claim]), due],
      );
      return true;
    },

    async coverHints({ id, job }) {
      if (!('ref' in job.unit)) return;
      await database.executeSql(
        `UPDATE ${schema}.job SET state = 'completed', started_on = now(), completed_on = now()
         WHERE name = $1 AND group_id = $2 AND id <> $3 AND state = 'created' AND data->'unit'->>'kind' = 'issue'
           AND (start_after <= now() OR data->'cause' IS NOT NULL)
           AND created_on <= (SELECT started_on FROM ${schema}.job WHERE name = $1 AND id = $3)`,
        [queue, groupOf(job.unit), id],
      );
    },

    async complete(claim) {
      await boss.complete(queue, claim);
    },

    async fail(claim, { message }) {
      await boss.fail(queue, claim, storable({ message }));
    },

    async giveBack(claims) {
      await database.executeSql(`UPDATE ${schema}.job SET ${asBegun} WHERE ${isOneOf}`, [queue, ...pairsOf(claims)]);
    },

    async postpone(claim, seconds, was) {
      const state = was === 'begun' ? asBegun : asNew;
      const until = `now() + $4 * interval '1 second'`;
      await database.executeSql(`UPDATE ${schema}.job SET ${state}, start_after = ${until} WHERE ${isOneOf}`, [
        queue,
        ...pairsOf([claim]),
        seconds,
      ]);
      await database.executeSql(
        `UPDATE ${schema}.job SET start_after = ${until.replace('$4', '$3')}
         WHERE name = $1 AND state IN ('created', 'retry') AND data->'installation' = to_jsonb($2::bigint)
           AND start_after < ${until.replace('$4', '$3')}`,
        [queue, claim.job.installation, seconds],
      );
    },
  };
}

/** A job that never began has spent no try: the next one to take it counts as the one before. */
const asNew = `state = 'created', started_on = NULL, heartbeat_on = NULL`;

/** Nor has one that was given back, but what it was to write may be written. */
const asBegun = `${asNew}, data = data || '{"again": true}'`;

const isOneOf = `name = $1 AND state = 'active' AND (id, retry_count) IN (SELECT * FROM unnest($2::uuid[], $3::int[]))`;

function pairsOf(claims: Claim[]): [string[], number[]] {
  return [claims.map(({ id }) => id), claims.map(({ retryCount }) => retryCount)];
}
