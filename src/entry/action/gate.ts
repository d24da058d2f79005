import * as core from '@actions/core';
import { z } from 'zod';
import { readOpenPull } from '../../adapters/github/milestone-checks.ts';
import { createGoverningCache, readGoverning } from '../../engine/governing.ts';
import { gateMarkdown, gateSentence } from '../../engine/print-gate.ts';
import type { RepositoryRef } from '../../model/facts.ts';
import { awaitedBy } from '../../triage/gated.ts';
import { askGate } from '../ask-gate.ts';
import { clientIn, explainFailure, gitHubIn } from '../github-in.ts';
import { CommandError, type Io } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { policyOf } from '../tell-problems.ts';
import { readEvent, runnerIo, setReport, writeSummary } from './runner.ts';

/**
 * Fails the step where a milestone is not achieved, and where it can't be known: that of the input, else those that the
 * pull request of the event waits for.
 */
export async function gate(): Promise<void> {
  const io = runnerIo();
  const repository = repositoryMeant(undefined, io);
  const titles = await titlesAsked(repository, io);
  if (titles.length === 0) return core.info('The pull request waits for no milestone.');
  const reports = [];
  for (const title of titles) reports.push(await askGate(title, repository, io));
  writeSummary(`### Milestone\n\n${reports.map(gateMarkdown).join('\n')}`);
  const failing = reports.filter(({ passed }) => passed !== true);
  const worst = failing.find(({ passed }) => passed === false) ?? failing[0];
  core.setOutput('passed', worst === undefined ? true : (worst.passed ?? 'unknown'));
  core.setOutput(
    'open',
    reports.reduce((sum, { open }) => sum + open, 0),
  );
  setReport(JSON.stringify(reports.length === 1 ? reports[0] : reports));
  for (const report of reports.filter(({ passed }) => passed)) core.info(gateSentence(report));
  if (failing.length > 0) core.setFailed(`${failing.map(gateSentence).join('; ')}.`);
}

async function titlesAsked(repository: RepositoryRef, io: Io): Promise<string[]> {
  const title = core.getInput('milestone');
  if (title !== '') return [title];
  const event = readEvent(z.object({ pull_request: z.object({ number: z.int() }) }));
  if (event === null)
    throw new CommandError('command: gate needs the title of a milestone: give the input `milestone`');
  return titlesOfPull(repository, event.pull_request.number, io).catch(explainFailure);
}

/** The configuration of the default branch decides: a pull request can't take itself out. */
async function titlesOfPull(repository: RepositoryRef, number: number, { env }: Io): Promise<string[]> {
  const right = 'read the pull request';
  const from = { github: gitHubIn(env, right), cache: createGoverningCache() };
  const policy = policyOf(await readGoverning(repository, from));
  const { labels, branches } = policy.milestones.gate;
  if (labels.length + branches.length === 0) {
    throw new CommandError('command: gate needs the input `milestone`, or `milestones.gate` in the configuration');
  }
  const pull = await readOpenPull(clientIn(env, right), repository, number);
  const awaited = pull && awaitedBy(pull, policy.milestones);
  if (awaited?.lacksOwn) throw new CommandError('the pull request waits for its milestone, and is in none: set one');
  return awaited?.titles ?? [];
}
