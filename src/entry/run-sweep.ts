import { resolve } from 'node:path';
import { systemClock } from '../adapters/clock.ts';
import { type KeptSweep, keptSweep } from '../adapters/files/kept-sweep.ts';
import type { Backfill } from '../engine/backfill.ts';
import { type Applied, sweepIssues } from '../engine/sweep.ts';
import { countDecisions, type SweepReport } from '../engine/sweep-report.ts';
import { beginSweep, resumed, type Sweep, type SweepBudget, sweepSchema } from '../engine/sweep-state.ts';
import type { RepositoryRef } from '../model/facts.ts';
import { explainFailure, gitHubIn } from './github-in.ts';
import type { Io } from './io.ts';
import { problemTeller } from './tell-problems.ts';

export interface SweepRun {
  apply: Applied;
  /** What is done to issues from before Remit; without it, what the configuration says. */
  backfill?: Backfill;
  budget: SweepBudget;
  /** Begins anew, though the last run did not end. */
  restart?: boolean;
  /** Told where the sweep stands, at the beginning and after each page. */
  begun?(sweep: Sweep): void;
  show?(sweep: Sweep): void;
}

/**
 * Sweeps a repository with the token of the environment, and goes on where the last run ended: that is kept in the
 * folder `REMIT_DATA`. A trial (`nothing` is applied) looks at everything anew, and leaves no trace for the next run.
 * Errors: a `CommandError` where there is no token, or no answer.
 */
export async function runSweep(
  repository: RepositoryRef,
  { apply, budget, backfill = 'as configured', restart, begun = () => {}, show = () => {} }: SweepRun,
  io: Pick<Io, 'cwd' | 'env' | 'err'>,
): Promise<SweepReport> {
  const github = gitHubIn(io.env, 'read and write the issues');
  const kept = keptSweep(resolve(io.cwd, io.env.REMIT_DATA || '.remit'), repository);
  const counting = countDecisions();
  const tellProblems = problemTeller(io);
  const isTrial = apply === 'nothing';
  const sweep = isTrial || restart ? beginSweep(repository, systemClock.now()) : beginOrResume(repository, kept, io);
  begun(sweep);
  const ended = await sweepIssues(sweep, {
    github,
    clock: systemClock,
    apply,
    backfill,
    budget,
    decided(issue, plan, ground) {
      tellProblems(ground.governing.problems);
      counting.decided(issue, plan);
    },
    saved: async (state) => {
      if (!isTrial) kept.write(state);
      show(state);
    },
  }).catch(explainFailure);
  if (ended.ended !== 'budget') kept.forget();
  return counting.report(ended);
}

function beginOrResume(repository: RepositoryRef, kept: KeptSweep, { err }: Pick<Io, 'err'>): Sweep {
  const { success, data } = sweepSchema.safeParse(kept.read());
  if (!success) return beginSweep(repository, systemClock.now());
  err(`remit: going on with the sweep of ${data.began} after ${data.covered} issues\n`);
  return resumed(data);
}
