import { z } from 'zod';
import type { Policy } from '../model/policy.ts';
import { settingsOf } from './settings.ts';

const titles = z.array(z.string().min(1).max(200)).max(200);

/** What the configuration says of milestones. */
export const milestoneOptions = z.strictObject({
  allowed: titles.default([]).describe('Titles a milestone may have; `*` stands for any text. Empty: every title.'),
  parked: titles
    .default(['Nebulous Future'])
    .describe('Titles of milestones for what nobody plans yet, which are always allowed; `*` stands for any text.'),
});

export type MilestoneOptions = z.output<typeof milestoneOptions>;

/** What the configuration says of the most urgent priority in a milestone. */
export const urgentMilestoneOptions = z.strictObject({
  parked: milestoneOptions.shape.parked
    .unwrap()
    .optional()
    .describe(
      'Titles of milestones for what nobody plans yet: those that `milestone` has, unless they are given here.',
    ),
});

/** @returns titles of milestones in which nothing of the most urgent priority may wait; `*` stands for any text. */
export const parkedForUrgent = (policy: Policy): string[] =>
  settingsOf('priority-milestone', urgentMilestoneOptions, policy).parked ??
  settingsOf('milestone', milestoneOptions, policy).parked;
