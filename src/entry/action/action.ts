import * as core from '@actions/core';
import { CommandError } from '../io.ts';
import { BrokenConfiguration } from '../load-policy.ts';
import { carryOut, isCheckedOut } from './carry-out.ts';
import { check } from './check.ts';
import { gate } from './gate.ts';
import { report } from './report.ts';
import { sweep } from './sweep.ts';
import { triage } from './triage.ts';

const commands = { check, triage, sweep, 'carry-out': carryOut, gate, report };
type CommandName = keyof typeof commands;

/**
 * What is done on an event without `command`; on a push without a checkout there is nothing to check, and what it changed
 * is carried out. Source: GitHub docs, Events that trigger workflows.
 */
const byEvent: Record<string, CommandName> = {
  pull_request: 'check',
  push: 'check',
  merge_group: 'check',
  workflow_dispatch: 'check',
  schedule: 'sweep',
  issues: 'triage',
  issue_comment: 'triage',
  label: 'triage',
  milestone: 'triage',
};

/** The Action: the event decides what is done unless `command` does. Never rejects; a failure fails the step. */
export async function run(): Promise<void> {
  try {
    const command = commandOf(core.getInput('command') || 'auto', process.env.GITHUB_EVENT_NAME ?? '');
    if (command !== null) await commands[command]();
  } catch (error) {
    if (error instanceof BrokenConfiguration) annotate(error);
    if (error instanceof CommandError) core.setFailed(error.message);
    else core.setFailed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** GitHub shows so many errors of a step; the last of them is what the step fails with. */
const mostShown = 9;

function annotate({ path, problems }: BrokenConfiguration): void {
  for (const { message, line, column } of problems.slice(0, mostShown)) {
    core.error(message, { title: 'The configuration can’t be used', file: path, startLine: line, startColumn: column });
  }
}

/** @returns what to do; `null` where the event is none that Remit acts on, which is said and is no failure. */
function commandOf(command: string, event: string): CommandName | null {
  if (command === 'triage' && event === 'push' && core.getInput('issue') === '') return 'carry-out';
  if (isCommand(command)) return command;
  const names = Object.keys(commands).join(', ');
  if (command !== 'auto') throw new CommandError(`there is no command “${command}”; use auto, ${names}`);
  if (event === 'push' && !isCheckedOut()) return 'carry-out';
  if (Object.hasOwn(byEvent, event)) return byEvent[event] ?? null;
  core.info(`Nothing to do on “${event}”: say with \`command\` what to do (${names}).`);
  return null;
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);
