import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import { readTree } from '../../adapters/files/tree.ts';
import type { CheckOutcome } from '../../governance/reporter.ts';
import { reporters } from '../../governance/reporters/index.ts';
import { checkDocuments, isFailure, type Threshold } from '../check-documents.ts';
import { gatherFiles } from '../gather-files.ts';
import { CommandError } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';
import { tellPullRequestOfEvent } from './pull-request.ts';

const thresholds: Threshold[] = ['error', 'warning', 'never'];

/** The Action: the event decides what is done unless `command` does. Never rejects; a failure fails the step. */
export async function run(): Promise<void> {
  try {
    const command = commandOf(core.getInput('command') || 'auto', process.env.GITHUB_EVENT_NAME ?? '');
    if (command === 'check') await tellPullRequestOfEvent(check());
  } catch (error) {
    if (error instanceof CommandError) core.setFailed(error.message);
    else core.setFailed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** @returns what to do; `null` where the event is none that Remit acts on, which is said and is no failure. */
function commandOf(command: string, event: string): 'check' | null {
  if (command === 'check') return 'check';
  if (command !== 'auto') throw new CommandError(`there is no command “${command}”; use auto or check`);
  if (['pull_request', 'push', 'merge_group', 'workflow_dispatch'].includes(event)) return 'check';
  core.info(`Nothing to do on “${event}”: Remit checks documents on pull_request and push.`);
  return null;
}

function check(): CheckOutcome {
  const root = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const policy = loadPolicy({ root, path: core.getInput('config') || '.github/remit.yml' });
  const threshold = readThreshold(core.getInput('fail-on')) ?? policy.check.failOn;
  const read = (paths: string[]) => readTree({ root, paths });
  const gathered = gatherFiles({ root, read, paths: core.getMultilineInput('paths'), policy });
  const outcome = checkDocuments(gathered, { root, policy });
  if ('problems' in outcome) throw new CommandError(outcome.problems.join('\n'));

  process.stdout.write(reporters.github?.print(outcome, { colours: false }) ?? '');
  process.stdout.write(reporters.text?.print(outcome, { colours: false }) ?? '');
  writeSummary(outcome);
  setOutputs(outcome);
  if (isFailure(outcome, threshold)) {
    core.setFailed(`The governance documents have findings (fail-on: ${threshold}).`);
  }
  return outcome;
}

function readThreshold(text: string): Threshold | null {
  if (text === '') return null;
  const threshold = thresholds.find((each) => each === text);
  if (!threshold) throw new CommandError(`fail-on must be one of ${thresholds.join(', ')}, not “${text}”`);
  return threshold;
}

function writeSummary(outcome: CheckOutcome): void {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (path) appendFileSync(path, reporters.markdown?.print(outcome, { colours: false }) ?? '');
}

function setOutputs(outcome: CheckOutcome): void {
  const { error, warning, info } = outcome.counts;
  core.setOutput('errors', error);
  core.setOutput('warnings', warning);
  core.setOutput('findings', error + warning + info);
  core.setOutput('report', reporters.json?.print(outcome, { colours: false }).trim() ?? '');
}
