import type { UpdateQueueOptions } from 'pg-boss';

/** The one queue that everything is in. */
export const queue = 'inbox';

/** How a job that can't be done is tried again. */
export interface Retries {
  limit: number;
  /** Before the second try; doubled from try to try up to an hour, and by chance up to twice as long. */
  delaySeconds: number;
}

/** Some four hours in all: an outage of GitHub's is over by then, mostly. */
export const standardRetries: Retries = { limit: 12, delaySeconds: 5 };

const day = 24 * 60 * 60;

/** @returns pg-boss's settings of the queue. Its backoff has chance in it, so that not all come back at once. */
export function queueOptions({ limit, delaySeconds }: Retries): UpdateQueueOptions {
  return {
    retryLimit: limit,
    retryDelay: delaySeconds,
    ...(delaySeconds > 0 ? { retryBackoff: true, retryDelayMax: 60 * 60 } : {}),
    // The end of a process would spend a try of its jobs; see cut-off.ts.
    heartbeatSeconds: null,
    // The job of a process that lives and gets nowhere comes back after this.
    expireInSeconds: 15 * 60,
    // GitHub delivers again for three days: a delivery is known for longer.
    deleteAfterSeconds: 7 * day,
    retentionSeconds: 30 * day,
  };
}
