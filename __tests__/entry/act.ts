import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { run } from '../../src/entry/action/action.ts';
import { aTree } from './terminal.ts';

export interface Acted {
  /** Whether the step failed. */
  failed: boolean;
  /** The log. */
  out: string;
  /** The summary of the job. */
  summary: string;
  outputs: Record<string, string>;
}

interface Step {
  event: string;
  /** The event's payload. */
  payload?: object;
  inputs?: Record<string, string>;
  env?: Record<string, string>;
  files?: Record<string, string>;
  /** The folder of the workflow's files, where it is that of an earlier step. */
  root?: string;
}

/** Runs the Action's sources as GitHub's runner runs its bundle, in octo-ci/octo-repo unless the environment says otherwise. */
export async function act({ event, payload = {}, inputs = {}, env = {}, files = {}, root = aTree(files) }: Step) {
  const runner = aTree({ 'event.json': JSON.stringify(payload), 'summary.md': '', output: '' });
  const before = { ...process.env };
  let out = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  Object.assign(process.env, {
    GITHUB_WORKSPACE: root,
    GITHUB_REPOSITORY: 'octo-ci/octo-repo',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: `${runner}/event.json`,
    GITHUB_STEP_SUMMARY: `${runner}/summary.md`,
    GITHUB_OUTPUT: `${runner}/output`,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...env,
  });
  try {
    await run();
    const outputs = outputsIn(readFileSync(`${runner}/output`, 'utf8'));
    const acted: Acted = {
      failed: process.exitCode === 1,
      out,
      summary: readFileSync(`${runner}/summary.md`, 'utf8'),
      outputs,
    };
    return { ...acted, root };
  } finally {
    write.mockRestore();
    process.env = before;
    process.exitCode = undefined;
  }
}

/** Source: GitHub docs, Workflow commands, multiline strings: `name<<delimiter`, the value, the delimiter. */
function outputsIn(text: string): Record<string, string> {
  const written = [...text.matchAll(/^(.+?)<<(.+)\r?\n([\s\S]*?)\r?\n\2$/gm)];
  return Object.fromEntries(written.map(([, name, , value]) => [name!, value!]));
}
