import { z } from 'zod';

const count = z.int().min(0);

/** What can be wrong with an epic; the first weighs most. */
export const epicProblems = ['closed', 'later', 'retired', 'unowned'] as const;

const issue = z.strictObject({
  issue: z.string().describe('owner/repo#n'),
  title: z.string(),
  owners: z.array(z.string()).describe('Slugs of the groups that own it'),
  milestone: z.string().nullable(),
});

const epic = z.strictObject({
  ...issue.shape,
  state: z.enum(['open', 'closed']),
  done: count
    .nullable()
    .describe('Closed ones of its own sub-issues; null where it was not read, being closed or elsewhere'),
  of: count.nullable().describe('All of its own sub-issues'),
  issues: z
    .array(z.strictObject({ ...issue.shape, depth: z.int().min(1).describe('1: a sub-issue of its own') }))
    .describe('Open issues below it, each behind its parent'),
  problems: z.array(
    z.strictObject({
      kind: z
        .enum(epicProblems)
        .describe(
          'closed, with open issues below; planned earlier than what is below; of a retired group; of no group',
        ),
      message: z.string(),
      issues: z.array(z.string()).describe('Those below it that show it'),
    }),
  ),
  proposals: z
    .array(z.strictObject({ issue: z.string(), milestone: z.string() }))
    .describe('Issues below it without a milestone, and the epic’s; nobody is made to take it'),
});

/** What `remit epics --json` prints; published as `schema/epics.json`. */
export const epicsSchema = z
  .strictObject({
    repository: z.string().describe('owner/repo'),
    complete: z.boolean().describe('Whether all open issues were looked at'),
    open: count.describe('Open issues that were looked at'),
    epics: z.array(epic).describe('Open epics, and those that open issues are below'),
    orphans: z.array(issue).describe('Open issues that are below no epic'),
    unknown: z
      .array(z.strictObject({ issue: z.string(), because: z.string() }))
      .describe('Issues of which it is not known whether they are below an epic'),
  })
  .describe('A repository’s epics, what is below them, and what is below none');

export type EpicsReport = z.output<typeof epicsSchema>;
export type EpicReport = EpicsReport['epics'][0];
