import * as core from '@actions/core';
import { readTree } from '../../adapters/files/tree.ts';
import { onlyNew } from '../../governance/only-new.ts';
import type { CheckOutcome } from '../../governance/reporter.ts';
import { reporters } from '../../governance/reporters/index.ts';
import type { Policy } from '../../model/policy.ts';
import { askAboutDocuments } from '../ask-about-documents.ts';
import { checkDocuments, isFailure, type Threshold } from '../check-documents.ts';
import { type Gathered, gatherFiles } from '../gather-files.ts';
import { CommandError } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';
import { comparedWithBase } from './base.ts';
import { effectOfEvent } from './effect.ts';
import { tellPullRequestOfEvent } from './pull-request.ts';
import { setReport, workspace, writeSummary } from './runner.ts';

const thresholds: Threshold[] = ['error', 'warning', 'new', 'never'];

/** Checks the documents, and tells the pull request of the event what was found. */
export async function check(): Promise<void> {
  const root = workspace();
  const outcome = await checkTree(root);
  const effect = await effectOfEvent(root);
  if (effect !== null) writeSummary(`\n${effect}\n`);
  await tellPullRequestOfEvent(onlyNew(outcome), effect);
}

async function checkTree(root: string): Promise<CheckOutcome> {
  const policy = loadPolicy({ root, path: core.getInput('config') || '.github/remit.yml' });
  const threshold = readThreshold(core.getInput('fail-on')) ?? policy.check.failOn;
  const read = (paths: string[]) => readTree({ root, paths });
  const gathered = gatherFiles({ root, read, paths: core.getMultilineInput('paths'), policy });
  const onGitHub = await askWithToken(gathered, { root, policy });
  const now = checkDocuments(gathered, { root, policy, onGitHub });
  if ('problems' in now) throw new CommandError(now.problems.join('\n'));
  const outcome = await comparedWithBase(now, { root, policy, gathered, onGitHub });

  process.stdout.write(reporters.github?.print(onlyNew(outcome), { colours: false }) ?? '');
  process.stdout.write(reporters.text?.print(outcome, { colours: false }) ?? '');
  writeSummary(reporters.markdown?.print(outcome, { colours: false, ...linesAtCommit() }) ?? '');
  setOutputs(outcome);
  if (threshold === 'new' && isCompared(outcome) === false) {
    throw new CommandError('fail-on: new needs a pull request whose base can be read; see the log above');
  }
  if (isFailure(outcome, threshold)) {
    core.setFailed(`The governance documents have findings (fail-on: ${threshold}).`);
  }
  return outcome;
}

async function askWithToken(gathered: Gathered, { root, policy }: { root: string; policy: Policy }) {
  const token = core.getInput('token');
  if (token === '') return null;
  return askAboutDocuments(gathered, { root, policy, token, env: process.env, tell: core.info });
}

const isCompared = ({ files }: CheckOutcome): boolean =>
  files.every(({ findings }) => findings.every((finding) => finding.new !== null));

function readThreshold(text: string): Threshold | null {
  if (text === '') return null;
  const threshold = thresholds.find((each) => each === text);
  if (!threshold) throw new CommandError(`fail-on must be one of ${thresholds.join(', ')}, not “${text}”`);
  return threshold;
}

/** The address of the commit that is checked, as the runner gives it. */
function linesAtCommit(): { linesAt?: string } {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = process.env;
  return server && repository && commit ? { linesAt: `${server}/${repository}/blob/${commit}` } : {};
}

function setOutputs(outcome: CheckOutcome): void {
  const { error, warning, info } = outcome.counts;
  core.setOutput('new', outcome.counts.new);
  core.setOutput('errors', error);
  core.setOutput('warnings', warning);
  core.setOutput('findings', error + warning + info);
  setReport(reporters.json?.print(outcome, { colours: false }).trim() ?? '');
}
