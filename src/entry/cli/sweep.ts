import { resolve } from 'node:path';
import { systemClock } from '../../adapters/clock.ts';
import { type KeptSweep, keptSweep } from '../../adapters/files/kept-sweep.ts';
import { type Applied, sweepIssues } from '../../engine/sweep.ts';
import { countDecisions, type SweepReport } from '../../engine/sweep-report.ts';
import { beginSweep, resumed, type Sweep, sweepSchema } from '../../engine/sweep-state.ts';
import type { RepositoryRef } from '../../model/facts.ts';
import { explainFailure, gitHubIn } from '../github-in.ts';
import type { ExitCode, Io } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { printProgress, printSweep } from './print-sweep.ts';

export interface SweepCommand {
  apply: 'all' | 'labels';
  dryRun?: boolean;
  json?: boolean;
  restart?: boolean;
  maxRequests: number;
  maxShare: number;
}

/**
 * `remit sweep`: brings all open issues into order, and goes on where the last run ended. 0 when all were covered, 1 when
 * the budget was too small, 3 when GitHub did not answer or did not give an issue.
 */
export async function sweep(named: string | undefined, options: SweepCommand, io: Io): Promise<ExitCode> {
  const repository = repositoryMeant(named, io);
  const github = gitHubIn(io.env, 'read and write the issues');
  const kept = keptSweep(resolve(io.cwd, io.env.REMIT_DATA || '.remit'), repository);
  const counting = countDecisions();
  const begun = begin(repository, kept, { ...options, io });
  const progress = printProgress(begun, io);
  const ended = await sweepIssues(begun, {
    github,
    clock: systemClock,
    apply: applied(options),
    budget: { requests: options.maxRequests, share: options.maxShare },
    decided: counting.decided,
    saved: async (state) => {
      if (!options.dryRun) kept.write(state);
      progress.show(state);
    },
  })
    .finally(() => progress.clear())
    .catch(explainFailure);
  if (ended.ended !== 'budget') kept.forget();
  const report = counting.report(ended);
  io.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : printSweep(report, { ...options, io }));
  return exitCodeOf(report);
}

/** A trial looks at everything anew, and leaves no trace for the next run. */
function begin(
  repository: RepositoryRef,
  kept: KeptSweep,
  { dryRun, restart, io }: { dryRun?: boolean; restart?: boolean; io: Io },
): Sweep {
  const anew = beginSweep(repository, systemClock.now());
  if (dryRun || restart) return anew;
  const { success, data } = sweepSchema.safeParse(kept.read());
  if (!success) return anew;
  io.err(`remit: going on with the sweep of ${data.began} after ${data.covered} issues (--restart begins anew)\n`);
  return resumed(data);
}

const applied = ({ dryRun, apply }: SweepCommand): Applied => (dryRun ? 'nothing' : apply);

function exitCodeOf({ ended, unread }: SweepReport): ExitCode {
  if (ended === 'gone') return 2;
  if (unread > 0) return 3;
  return ended === 'complete' ? 0 : 1;
}
