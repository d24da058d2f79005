import type { SweepReport } from '../../engine/sweep-report.ts';
import type { ExitCode, Io } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { runSweep } from '../run-sweep.ts';
import { printProgress, printSweep } from './print-sweep.ts';

export interface SweepCommand {
  /** Also to issues from before Remit. */
  apply?: 'all' | 'labels';
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
  const progress = printProgress(io);
  const report = await runSweep(
    repository,
    {
      ...progress,
      apply: options.dryRun ? 'nothing' : (options.apply ?? 'all'),
      backfill: options.apply ?? 'as configured',
      budget: { requests: options.maxRequests, share: options.maxShare },
      restart: options.restart ?? false,
    },
    io,
  ).finally(() => progress.clear());
  io.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : printSweep(report, { ...options, io }));
  return exitCodeOf(report);
}

/** @returns 0 when all were covered, 1 when the budget was too small, 2 and 3 where GitHub did not give something. */
export function exitCodeOf({ ended, unread }: SweepReport): ExitCode {
  if (ended === 'gone') return 2;
  if (unread > 0) return 3;
  return ended === 'complete' ? 0 : 1;
}
