import { z } from 'zod';

const effect = z.enum(['before', 'after']);
const milliseconds = z.int().min(0);

const fault = z.discriminatedUnion('kind', [
  /** GitHub's own failure; `effect: 'after'` where the write has taken effect all the same. */
  z.strictObject({ kind: z.literal('status'), status: z.int().min(500).max(599), effect: effect.default('before') }),
  /** No answer: the connection ends after that many milliseconds, without the write or after it. */
  z.strictObject({ kind: z.literal('timeout'), effect, ms: milliseconds.default(10_000) }),
  /** The connection ends in the middle of the answer's body; what was asked for has taken effect. */
  z.strictObject({ kind: z.literal('cut') }),
  /** The answer comes that much later. */
  z.strictObject({ kind: z.literal('slow'), ms: milliseconds }),
  /** GraphQL's answer has null at this place below `data`, such as `repository.issue`, and an error that says so. */
  z.strictObject({
    kind: z.literal('partial'),
    field: z.string().min(1),
    /** GitHub could not read it, which a client may try again, or withholds it from this token, which is for good. */
    because: z.enum(['failed', 'forbidden']).default('failed'),
  }),
  /** After each write so many of the reads are answered as before it. */
  z.strictObject({ kind: z.literal('stale'), reads: z.int().min(1).default(1) }),
  /** The token that comes with the request has just expired. */
  z.strictObject({ kind: z.literal('expired-token') }),
]);

/** Which requests fail, and how. Source of the kinds: what GitHub's docs and its clients' issues tell of. */
export const faultRule = z
  .strictObject({
    method: z.string().optional(),
    /** As GitHub's docs write it, without the root of the API: `/repos/{owner}/{repo}/issues`; `*` is any text. */
    path: z.string().startsWith('/').optional(),
    /** Of GraphQL: `query`, `mutation`, the operation's name, or a field at its top such as `addComment`. */
    operation: z.string().optional(),
    nth: z.int().min(1).optional(),
    times: z.int().min(1).optional(),
    probability: z.number().min(0).max(1).optional(),
    seed: z.union([z.string(), z.number()]).optional(),
    fault,
  })
  .refine(
    ({ path, operation }) => path === undefined || operation === undefined,
    'has a path or an operation, not both',
  );

export type FaultRule = z.input<typeof faultRule>;
export type Fault = z.output<typeof fault>;
