import { z } from 'zod';

const titles = z.array(z.string().min(1).max(200)).max(200);

/** What the configuration says of milestones. */
export const milestoneOptions = z.strictObject({
  allowed: titles.default([]).describe('Titles a milestone may have; `*` stands for any text. Empty: every title.'),
  parked: titles
    .default(['Nebulous Future'])
    .describe('Titles of milestones for what nobody plans yet, which are always allowed; `*` stands for any text.'),
});

export type MilestoneOptions = z.output<typeof milestoneOptions>;
