import { z } from 'zod';
import { type IssueFacts, printRef } from '../model/facts.ts';
import type { Effect, Plan, Status } from '../model/plan.ts';
import { statuses } from '../model/plan.ts';
import type { Ground } from './sweep.ts';
import { type Sweep, sweepSchema } from './sweep-state.ts';

const count = z.int().min(0);

/** What `remit sweep --json` prints; published as `schema/sweep.json`. */
export const sweepReportSchema = z
  .strictObject({
    ...sweepSchema.shape,
    unowned: count.describe('Open issues, among those of this run, that no group owns'),
    held: count.describe('Issues of this run to which nothing may be written: ignored, locked, archived'),
    requirements: z
      .record(
        z.string(),
        z.strictObject(Object.fromEntries(statuses.map((status) => [status, count])) as Record<Status, typeof count>),
      )
      .describe('How many issues of this run stand how, by requirement'),
    effects: z.record(z.string(), count).describe('Changes that issues of this run need, by kind'),
    closedEarly: z
      .array(z.strictObject({ milestone: z.string().describe('Its title'), issues: z.array(z.string()) }))
      .describe('Milestones that were closed, in the last week, while issues of the most urgent priority are open'),
    issues: z
      .array(z.strictObject({ issue: z.string(), changes: z.array(z.string()) }))
      .describe('Issues of this run that need a change, and which'),
  })
  .describe('What a sweep covered, and what it found');

export type SweepReport = z.output<typeof sweepReportSchema>;

type Tally = Pick<SweepReport, 'unowned' | 'held' | 'requirements' | 'effects' | 'closedEarly' | 'issues'>;

/** Counts decisions as they are made. */
export interface Counting {
  decided(issue: IssueFacts, plan: Plan, ground: Ground): void;
  report(sweep: Sweep): SweepReport;
}

const nothingYet = (): Tally => ({
  unowned: 0,
  held: 0,
  requirements: {},
  effects: {},
  closedEarly: [],
  issues: [],
});

/** @param options.before what was counted already; @param options.mostListed how many issues are listed one by one. */
export function countDecisions({
  before = nothingYet(),
  mostListed = Number.POSITIVE_INFINITY,
}: {
  before?: Tally;
  mostListed?: number;
} = {}): Counting {
  const tally = tallyIn(structuredClone(before));
  return {
    decided(issue, { verdicts, effects, withheld, owners, hold }, { governing }) {
      if (governing.charter.known && owners.length === 0) tally.unowned += 1;
      if (hold !== null) tally.held += 1;
      for (const { requirement, status } of verdicts) {
        tally.requirements[requirement] ??= noneOfAny();
        tally.requirements[requirement][status] += 1;
      }
      for (const effect of [...effects, ...withheld.map((each) => each.effect)]) {
        if (effect.do === 'reopen-milestone') noteClosed(tally, effect.title, printRef(issue.ref));
      }
      for (const effect of effects) tally.effects[effect.do] = (tally.effects[effect.do] ?? 0) + 1;
      if (effects.length > 0 && tally.issues.length < mostListed)
        tally.issues.push({ issue: printRef(issue.ref), changes: effects.map(changeOf) });
    },
    report: (sweep) => ({ ...sweep, ...tally }),
  };
}

function noteClosed({ closedEarly }: Tally, milestone: string, issue: string): void {
  const noted = closedEarly.find((each) => each.milestone === milestone);
  if (noted) noted.issues.push(issue);
  else closedEarly.push({ milestone, issues: [issue] });
}

/** What was reported before holds where the sweep stands, too. */
const tallyIn = ({ unowned, held, requirements, effects, closedEarly, issues }: Tally): Tally => ({
  unowned,
  held,
  requirements,
  effects,
  closedEarly,
  issues,
});

const noneOfAny = (): Record<Status, number> => ({ met: 0, missing: 0, conflict: 0, waived: 0, unknown: 0 });

const changeOf = (effect: Effect): string => `${effect.do}: ${effect.because}`;
