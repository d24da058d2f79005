import * as core from '@actions/core';
import { printMarkdown, summary } from '../../triage/report/print-markdown.ts';
import { makeReport } from '../cli/report.ts';
import { repositoryMeant } from '../repository-of.ts';
import { readNumber } from './inputs.ts';
import { runnerIo, setReport, writeSummary } from './runner.ts';

/** Tells how the open issues stand, by group; fails the step where not all were looked at. */
export async function report(): Promise<void> {
  const io = runnerIo();
  const maxRequests = Math.ceil(readNumber('max-requests', { standard: 1000, most: 1_000_000 }));
  const { made } = await makeReport(repositoryMeant(undefined, io), { maxRequests }, io);
  writeSummary(printMarkdown(made, null));
  core.setOutput('covered', made.covered);
  core.setOutput('open', made.open);
  setReport(JSON.stringify(made));
  if (made.complete) core.info(summary(made, null));
  else core.setFailed(`The report is not of all issues: ${summary(made, null)}`);
}
