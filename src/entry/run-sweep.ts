import { resolve } from 'node:path';
import { systemClock } from '../adapters/clock.ts';
import { keptCarriedOut } from '../adapters/files/kept-carried-out.ts';
import { type KeptSweep, keptSweep } from '../adapters/files/kept-sweep.ts';
import type { Backfill } from '../engine/backfill.ts';
import { withLabelsChanged } from '../engine/labels-changed.ts';
import { type Applied, sweepIssues } from '../engine/sweep.ts';
import { countDecisions, type SweepReport } from '../engine/sweep-report.ts';
import { beginSweep, resumed, type Sweep, type SweepBudget, sweepSchema } from '../engine/sweep-state.ts';
import { type RepositoryRef, repositoryKey } from '../model/facts.ts';
import { explainFailure, gitHubIn } from './github-in.ts';
import { CommandError, type Io } from './io.ts';
import { policyOf, problemTeller } from './tell-problems.ts';

export interface SweepRun {
  apply: Applied;
  /** What is done to issues from before Remit; without it, what the configuration says. */
  backfill?: Backfill;
  budget: SweepBudget;
  /** Begins anew, though the last run did not end. */
  restart?: boolean;
  /** A change that it does the rest of: it begins anew unless the last run was of the same. */
  change?: Sweep['change'];
  /** Told where the sweep stands, at the beginning and after each page. */
  begun?(sweep: Sweep): void;
  show?(sweep: Sweep): void;
}

/**
 * Sweeps a repository with the token of the environment, and goes on where the last run ended: that is kept in the
 * folder `REMIT_DATA`, and so is up to which commit changes were carried out. A trial (`nothing` is applied) looks at
 * everything anew, and leaves no trace for the next run.
 * Errors: a `CommandError` where there is no token, no answer, or no configuration that can be read.
 */
export async function runSweep(
  repository: RepositoryRef,
  { apply, budget, backfill = 'as configured', restart, change, begun = () => {}, show = () => {} }: SweepRun,
  io: Pick<Io, 'cwd' | 'env' | 'err'>,
): Promise<SweepReport> {
  const connected = gitHubIn(io.env, 'read and write the issues');
  const folder = dataFolder(io);
  const kept = keptSweep(folder, repository);
  const counting = countDecisions();
  const tellProblems = problemTeller(io);
  const isTrial = apply === 'nothing';
  const github = isTrial && change ? withLabelsChanged(connected, change.labels) : connected;
  const anew = beginSweep(repository, systemClock.now(), change);
  const sweep = isTrial || restart ? anew : (resumedFrom(kept, anew, io) ?? anew);
  begun(sweep);
  const ended = await sweepIssues(sweep, {
    github,
    clock: systemClock,
    apply,
    backfill,
    budget,
    grounded({ governing }) {
      policyOf(governing);
      tellProblems(governing.problems);
    },
    decided: counting.decided,
    saved: async (state) => {
      if (!isTrial) keep(kept, state);
      show(state);
    },
  }).catch(explainFailure);
  if (ended.ended !== 'budget') kept.forget();
  const isDone = ended.ended === 'complete' && ended.unread === 0 && !isTrial;
  if (isDone && ended.change) await keptCarriedOut(folder).note(repository, ended.change.commit);
  return counting.report(ended);
}

/** Where is kept what outlives a run. */
export const dataFolder = ({ cwd, env }: Pick<Io, 'cwd' | 'env'>): string => resolve(cwd, env.REMIT_DATA || '.remit');

function keep(kept: KeptSweep, sweep: Sweep): void {
  try {
    kept.write(sweep);
  } catch (error) {
    const why = `it can’t be kept where the sweep stands: ${(error as Error).message}`;
    throw new CommandError(`${why}; set REMIT_DATA to a folder that can be written`);
  }
}

/**
 * @returns the last run's sweep where it did not end; `null` where it did, where it knows nothing of the change, and where
 * it was of another repository: `a-b/c` is kept where `a/b-c` is.
 */
function resumedFrom(kept: KeptSweep, { repository, change }: Sweep, { err }: Pick<Io, 'err'>): Sweep | null {
  const { success, data } = sweepSchema.safeParse(kept.read());
  if (!success || (change && data.change?.commit !== change.commit)) return null;
  if (repositoryKey(data.repository) !== repositoryKey(repository)) return null;
  err(`remit: going on with the sweep of ${data.began} after ${data.covered} issues\n`);
  return resumed(data);
}
