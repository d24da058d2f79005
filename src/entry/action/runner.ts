import { appendFileSync, readFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { ZodType } from 'zod';
import { CommandError, type Io } from '../io.ts';

/** @returns the folder of the workflow's files. */
export const workspace = (): string => process.env.GITHUB_WORKSPACE ?? process.cwd();

/**
 * @returns what a command of the terminal needs, as the runner gives it: the token of the input, and a log without
 * colours. Errors: a `CommandError` where the step has no token.
 */
export function runnerIo(): Io {
  const token = core.getInput('token');
  if (token === '') throw new CommandError('the step has no token: leave the input `token` as it is, or give one');
  return {
    cwd: workspace(),
    env: { ...process.env, GITHUB_TOKEN: token },
    input: async () => new Uint8Array(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stdout.write(text),
    terminal: false,
  };
}

/** @returns the payload of the event, `null` where it isn't shaped like that. Source: GitHub docs, Webhook payloads. */
export function readEvent<Payload>(shape: ZodType<Payload>): Payload | null {
  const path = process.env.GITHUB_EVENT_PATH;
  return path ? (shape.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null) : null;
}

/** Bytes; source: GitHub docs, Workflow commands: a step's summary holds 1 MiB, and one that is longer is not shown. */
const longestSummary = 2 ** 20;

/** @returns the base of GitHub's pages. */
export const webUrl = (): string => process.env.GITHUB_SERVER_URL || 'https://github.com';

/** Adds to the summary of the job. */
export function writeSummary(text: string): void {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (!path) return;
  const isShown = Buffer.byteLength(text) <= longestSummary;
  appendFileSync(path, isShown ? text : 'The summary is longer than GitHub shows: see the log of the step.\n');
}

/** Bytes; source: GitHub docs, Workflow syntax, `jobs.<job_id>.outputs`: 1 MB, counted in UTF-16. */
const longestOutput = 500_000;

/** Sets the output `report`; what is too long for it is left out, and said. */
export function setReport(json: string): void {
  if (json.length <= longestOutput) core.setOutput('report', json);
  else core.warning('The report is too long for an output; `remit … --json` prints it.');
}
