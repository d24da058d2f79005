import * as core from '@actions/core';
import { gateMarkdown, gateSentence } from '../../engine/print-gate.ts';
import { askGate } from '../ask-gate.ts';
import { CommandError } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { runnerIo, setReport, writeSummary } from './runner.ts';

/** Fails the step where the milestone is not achieved, and where it can't be known. */
export async function gate(): Promise<void> {
  const title = core.getInput('milestone');
  if (title === '') throw new CommandError('command: gate needs the title of a milestone: give the input `milestone`');
  const io = runnerIo();
  const report = await askGate(title, repositoryMeant(undefined, io), io);
  const { passed, open } = report;
  writeSummary(`### Milestone\n\n${gateMarkdown(report)}`);
  core.setOutput('passed', passed ?? 'unknown');
  core.setOutput('open', open);
  setReport(JSON.stringify(report));
  if (passed) core.info(gateSentence(report));
  else core.setFailed(`${gateSentence(report)}.`);
}
