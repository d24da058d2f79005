import { z } from 'zod';

const amount = z.int().min(0);

/** What is held to, each as on GitHub unless said; source: GitHub docs, Rate limits for the REST API and for GraphQL. */
export const limitOptions = z.strictObject({
  /** REST requests an hour of a token. */
  core: amount.default(5000),
  /** Points an hour of a token. */
  graphql: amount.default(5000),
  /** Searches a minute. */
  search: amount.default(30),
  /** Requests an hour of an address without a token. */
  anonymous: amount.default(60),
  /** Requests that create content, REST and GraphQL together. */
  writesPerMinute: amount.default(80),
  writesPerHour: amount.default(500),
  /** A read is one point, a write five. */
  restPointsPerMinute: amount.default(900),
  graphqlPointsPerMinute: amount.default(2000),
  concurrent: amount.default(100),
  /** How REST says no: GitHub answers with either. */
  status: z.union([z.literal(403), z.literal(429)]).default(403),
});

export type LimitOptions = z.input<typeof limitOptions>;
export type HeldLimits = z.output<typeof limitOptions>;
