import type { ThrottlingOptions } from '@octokit/plugin-throttling';

/** Seconds. Who waits at a terminal or pays for a runner would rather be told when to come back. */
const longestWait = 120;
const mostWaits = 3;

/**
 * How Octokit deals with GitHub's limits. At most 10 requests at once; a refusal that names a short time is waited out,
 * a longer one is `Limited`, and whoever keeps the work comes back later.
 *
 * By itself the plugin takes every GraphQL request for a write and pauses a second before it; GitHub asks for that
 * pause between writes only, and nearly all of ours are reads.
 * Source: GitHub docs, Rate limits for the GraphQL API, Secondary rate limits: 2,000 points a minute, a read is 1.
 */
export const throttle = {
  enabled: true,
  onRateLimit: isWorthWaiting,
  onSecondaryRateLimit: isWorthWaiting,
  write: withoutPause() as never,
} satisfies ThrottlingOptions;

/** What Octokit tries again by itself: not what was refused for a limit, since that is what limits are for. */
export const retry = { doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] };

/**
 * The bot's Octokit without any queue: it waits for nothing and tries nothing again, since whoever waits holds up the
 * others. How much it asks at once the inbox says, and the inbox lets the installation wait that has to, and the job be
 * tried again that failed. For Probot, which puts its own options on top of plain defaults:
 * `ProbotOctokit.defaults(withoutQueues)`.
 */
export function withoutQueues<Options extends object>(options: Options) {
  return { ...options, throttle: { enabled: false }, retry: { enabled: false } };
}

function isWorthWaiting(seconds: number, _request: object, _octokit: object, waits: number): boolean {
  return seconds <= longestWait && waits < mostWaits;
}

/** Stands in for the plugin's group of queues; of a group it uses these two functions. */
function withoutPause() {
  return { key: () => ({ schedule: (_job: object, act: () => Promise<unknown>) => act() }) };
}
