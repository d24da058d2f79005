import { z } from 'zod';
import { type Status, statuses } from '../../model/plan.ts';

const count = z.int().min(0);
const standing = z
  .record(
    z.string(),
    z.strictObject(Object.fromEntries(statuses.map((status) => [status, count])) as Record<Status, typeof count>),
  )
  .describe('How many of the issues stand how, by requirement');

const queue = z.strictObject({
  group: z.string().nullable().describe('Slug of the group; null: issues that no group owns'),
  name: z.string().describe('As the document prints it'),
  open: count,
  priorities: z
    .array(
      z.strictObject({ priority: z.string().nullable().describe('null: none, or none that stands'), issues: count }),
    )
    .describe('Most urgent first'),
  milestones: z
    .array(z.strictObject({ milestone: z.string().nullable().describe('null: none'), issues: count }))
    .describe('By title'),
  requirements: standing,
  oldest: z
    .strictObject({
      issue: z.string(),
      title: z.string(),
      url: z.string(),
      untouchedSince: z.string().describe('ISO 8601'),
    })
    .nullable()
    .describe('The open issue that nobody has touched for longest'),
});

/** What `remit report --json` prints; published as `schema/report.json`. */
export const reportSchema = z
  .strictObject({
    repository: z.string().describe('owner/repo'),
    at: z.string().describe('ISO 8601'),
    complete: z.boolean().describe('Whether all open issues were looked at'),
    open: count.describe('Open issues of the repository'),
    covered: count.describe('Those that were looked at'),
    requirements: standing,
    queues: z.array(queue).describe('One for each group, in the order of the document; last those that no group owns'),
  })
  .describe('How a project’s open issues stand, by group');

export type Report = z.output<typeof reportSchema>;
export type Queue = Report['queues'][0];
export type Standing = Queue['requirements'];

/** @returns the share of issues that meet a requirement among those it asks something of, 0 to 1; `null` for none of those. */
export function coverageOf(standing: Standing, requirement: string): number | null {
  const { met, missing, conflict } = standing[requirement] ?? { met: 0, missing: 0, conflict: 0 };
  const asked = met + missing + conflict;
  return asked === 0 ? null : met / asked;
}
