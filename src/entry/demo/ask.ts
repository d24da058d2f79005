import { indexOf } from '../../adapters/github/issue-index.ts';
import { createOctokit } from '../../adapters/github/octokit.ts';
import { readFiles } from '../../adapters/github/read-files.ts';
import { readEffect } from '../../engine/governance-effect.ts';
import { effectLines } from '../../engine/print-effect.ts';
import type { DocumentReader } from '../../model/ports.ts';
import { inTerminal, quote } from '../../text/escape.ts';
import { gate } from '../cli/gate.ts';
import type { Io } from '../io.ts';
import { repository } from './octo-mesh.ts';
import type { World } from './world.ts';

/** What somebody was told who asked, and what is not as it should be. */
export interface Told {
  text: string;
  wrong: string[];
}

/** A release manager asks whether a milestone is achieved. */
export const whether =
  (milestone: string, passed: boolean) =>
  async ({ github }: World, io: Io): Promise<Told> => {
    const env = { GITHUB_TOKEN: github.as('octo-lead-4').token, GITHUB_API_URL: github.apiUrl };
    const said: string[] = [];
    const repo = `${repository.owner}/${repository.repo}`;
    const code = await gate(milestone, { repo }, { ...io, env, out: (text) => said.push(text) });
    return {
      text: `$ remit gate ${milestone}\n${said.join('')}exit code ${code}\n`,
      wrong: (code === 0) === passed ? [] : [`the gate should ${passed ? '' : 'not '}be passed`],
    };
  };

/** What the check says on a pull request that would merge the branch: what becomes of open issues. */
export const whatWouldBecome =
  (branch: string, expected: RegExp) =>
  async ({ github }: World): Promise<Told> => {
    const client = createOctokit({ token: github.as('octo-lead-3').token, baseUrl: github.apiUrl });
    const at = (commit?: string): DocumentReader => ({
      readFiles: (place, paths) => readFiles(client, place, paths, commit === undefined ? {} : { commit }),
      readVersions: async () => [],
    });
    const place = { owner: repository.owner, name: repository.repo };
    const effect = await readEffect({ repository: place, before: at(), after: at(branch), index: indexOf(client) });
    const lines = effect?.known ? effectLines(effect.value, { name: inTerminal, code: quote }) : [];
    const text = `The check says on the pull request what it does to open issues:\n${lines.map((line) => `- ${line}\n`).join('')}`;
    return { text, wrong: expected.test(text) ? [] : [`the effect should match ${expected}`] };
  };
