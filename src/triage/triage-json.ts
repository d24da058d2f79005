import { z } from 'zod';
import { printRef } from '../model/facts.ts';
import { type Plan, statuses, type Verdict } from '../model/plan.ts';
import { because, effectSchema } from './effect-schema.ts';

export const verdictSchema = z.strictObject({
  requirement: z.string().describe('Id of the requirement'),
  status: z.enum(statuses),
  message: z.string(),
  remedy: z.string().nullable().describe('What a person can do about it'),
  cites: z.array(z.strictObject({ text: z.string(), url: z.string() })).describe('Where it says so'),
});

/** Shape of what `remit triage --json` prints. */
export const triageSchema = z
  .strictObject({
    issue: z.string().describe('owner/repo#n'),
    verdicts: z.array(verdictSchema),
    owners: z.array(z.string()).describe('Slugs of the groups that own the issue'),
    plan: z.array(effectSchema).describe('What is to be changed; empty when nothing is'),
    withheld: z
      .array(z.strictObject({ effect: effectSchema, because }))
      .describe('What Remit would change by itself and leaves to people'),
    again: z.string().nullable().describe('When to look again though nothing happens, in ISO 8601'),
    hold: z.string().nullable().describe('Why nothing may be written to this issue at all'),
    applied: z.boolean().describe('Whether the plan’s changes were made'),
  })
  .describe('What Remit decided on one issue');

export type TriageJson = z.output<typeof triageSchema>;

export const verdictJson = ({ remedy, ...verdict }: Verdict): z.output<typeof verdictSchema> => ({
  ...verdict,
  remedy: remedy ?? null,
});

/** @returns an outcome as `remit triage --json` prints it. */
export function triageJson({ plan, applied }: { plan: Plan; applied: boolean }): TriageJson {
  const { ref, verdicts, owners, effects, withheld, again, hold } = plan;
  return {
    issue: printRef(ref),
    verdicts: verdicts.map(verdictJson),
    owners,
    plan: effects,
    withheld,
    again,
    hold,
    applied,
  };
}
