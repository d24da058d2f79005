import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { aTree } from './terminal.ts';

/** Runs the Action's bundle on a working tree with these files, as GitHub's runner does on a pull request. */
export async function runAction(
  files: Record<string, string>,
  env: Record<string, string> = {},
  event: object = { action: 'opened' },
) {
  const root = aTree({
    ...files,
    'runner/summary.md': '',
    'runner/output': '',
    'runner/event.json': JSON.stringify(event),
  });
  const run = promisify(execFile)(process.execPath, [resolve('lib/index.js')], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      GITHUB_WORKSPACE: root,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: `${root}/runner/event.json`,
      GITHUB_STEP_SUMMARY: `${root}/runner/summary.md`,
      GITHUB_OUTPUT: `${root}/runner/output`,
      INPUT_COMMAND: 'auto',
      ...env,
    },
  });
  const { code, stdout } = await run.then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  );
  const read = (name: string) => readFileSync(`${root}/runner/${name}`, 'utf8');
  return { code, out: stdout, summary: read('summary.md'), outputs: read('output') };
}
