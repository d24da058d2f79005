import { z } from 'zod';
import type { Known } from '../model/known.ts';
import type { GovernanceEffect } from './governance-effect.ts';
import { sweepReportSchema } from './sweep-report.ts';
import { labelRenameSchema } from './sweep-state.ts';

const names = z.array(z.string());

/** What `remit impact --json` prints; published as `schema/impact.json`. */
export const impactSchema = z
  .strictObject({
    known: z.boolean().describe('Whether the effect could be computed'),
    because: z.string().nullable().describe('Why not'),
    changes: z
      .array(
        z.strictObject({
          what: z.string().describe('renamed, added, removed, retired, revived, area-…, lead-in or lead-out'),
          group: z.string().describe('The group’s name now, or its last one'),
          from: z.string().nullable().describe('The group’s former name, or the group that an area left'),
          area: z.string().nullable(),
          lead: z.string().nullable(),
        }),
      )
      .describe('What became of groups, areas and leads'),
    issues: z.int().min(0).describe('Open issues that were looked at'),
    moves: z.array(z.strictObject({ from: names, to: names, issues: z.array(z.int()) })),
    queues: z.array(z.strictObject({ handle: z.string(), gains: z.int().min(0), loses: z.int().min(0) })),
    labels: z.strictObject({
      renamed: z.array(labelRenameSchema),
      taken: z.array(labelRenameSchema).describe('Renames that another label stands in the way of'),
      missing: z.array(z.strictObject({ group: z.string(), label: z.string() })),
      stray: z.array(z.strictObject({ label: z.string(), issues: z.int().min(1) })),
    }),
    sweep: sweepReportSchema
      .nullable()
      .optional()
      .describe(
        'With --apply, what was done: labels as `change` has them, then the issues; null where nothing was to be',
      ),
  })
  .describe('What a change of the governance documents does to open issues');

export type ImpactJson = z.output<typeof impactSchema>;

const nothing: Omit<ImpactJson, 'known' | 'because'> = {
  changes: [],
  issues: 0,
  moves: [],
  queues: [],
  labels: { renamed: [], taken: [], missing: [], stray: [] },
};

/** @returns an effect in its published shape; `null` is the effect of no change. */
export function impactJson(effect: Known<GovernanceEffect> | null): ImpactJson {
  if (effect === null) return { known: true, because: null, ...nothing };
  if (!effect.known) return { known: false, because: effect.because, ...nothing };
  const { changes, impact, taken } = effect.value;
  return {
    known: true,
    because: null,
    changes: changes.map(changeJson),
    issues: impact.issues,
    moves: impact.moves,
    queues: impact.queues,
    labels: { ...impact.labels, taken },
  };
}

function changeJson(change: GovernanceEffect['changes'][number]): ImpactJson['changes'][number] {
  const group = 'group' in change ? change.group : change.to;
  return {
    what: change.what,
    group: group.name,
    from: 'from' in change ? change.from.name : null,
    area: 'area' in change ? change.area : null,
    lead: 'lead' in change ? (change.lead.handle ?? change.lead.name) : null,
  };
}
