import * as core from '@actions/core';
import { coverageOf, sweepMarkdown } from '../../engine/print-sweep.ts';
import type { SweepReport } from '../../engine/sweep-report.ts';
import { repositoryMeant } from '../repository-of.ts';
import { runSweep, type SweepRun } from '../run-sweep.ts';
import { readChoice, readNumber } from './inputs.ts';
import { runnerIo, setReport, webUrl, writeSummary } from './runner.ts';

/**
 * Sweeps the repository. The step fails where not all open issues were covered: the next run goes on from there if the
 * folder `.remit` is kept, and begins anew if not.
 */
export async function sweep(): Promise<void> {
  const io = runnerIo();
  const inputs = readSweepInputs();
  const report = await runSweep(repositoryMeant(undefined, io), inputs, io);
  tellSweep(report, { dryRun: inputs.apply === 'nothing' });
}

/** @returns what a sweep writes, and what it may spend. Errors: a `CommandError` where an input is none of that. */
export function readSweepInputs(): Pick<SweepRun, 'apply' | 'budget'> {
  return {
    apply: readChoice('apply', ['all', 'labels', 'nothing']),
    budget: {
      requests: Math.ceil(readNumber('max-requests', { standard: 1000, most: 1_000_000 })),
      share: readNumber('max-share', { standard: 0.8, most: 1 }),
    },
  };
}

/** Tells of a sweep in the summary, the outputs and the log, and fails the step where it did not cover everything. */
export function tellSweep(report: SweepReport, { dryRun }: { dryRun: boolean }): void {
  const { covered, neglected, total, changed, wanting, unread, ended } = report;
  writeSummary(sweepMarkdown(report, { dryRun, webUrl: webUrl() }));
  // Of those that were looked at early each is looked at again before all are.
  core.setOutput('covered', (ended === 'complete' ? total : covered + neglected) - unread);
  core.setOutput('open', total);
  core.setOutput('wanting', wanting);
  core.setOutput('changed', changed);
  core.setOutput('unread', unread);
  setReport(JSON.stringify(report));
  core.info(coverageOf(report));
  if (ended !== 'complete') core.setFailed(`Not all is swept: ${coverageOf(report)}.`);
  else if (unread > 0) core.setFailed(`Not all is swept: ${unread} open issues could not be read.`);
}
