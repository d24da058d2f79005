import type { Octokit } from '@octokit/rest';
import type { Emulator, EmulatorOptions } from '../../src/emulator/emulator.ts';
import { octokitForApp } from './app-token.ts';
import { octoSeed, place, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';

/** For whose token a workflow's stands. */
export const actions = 'github-actions[bot]';

export const annotation = {
  path: 'list.md',
  start_line: 2,
  end_line: 2,
  annotation_level: 'warning',
  message: 'Hm',
} as const;

export const output = { title: 'A title', summary: 'A summary' };

export interface CheckWorld {
  emulator: Emulator;
  /** As the app. */
  bot: Octokit;
  /** The last commit of a pull request. */
  sha: string;
  check(given?: NewCheck, octokit?: Octokit): Promise<CheckRun>;
}

export type NewCheck = Partial<NonNullable<Parameters<Octokit['checks']['create']>[0]>>;
type CheckRun = Awaited<ReturnType<Octokit['checks']['create']>>['data'];

/** The usual world with a pull request, the app, and a workflow that may write. */
export async function startCheckWorld(options: EmulatorOptions = {}): Promise<CheckWorld> {
  const [repository] = seedWith(change).repositories ?? [];
  const collaborators = { ...repository?.collaborators, [actions]: 'write' as const };
  const users = [...(octoSeed.users ?? []), { login: actions }];
  const seed = { ...octoSeed, users, repositories: [{ ...repository!, collaborators }] };
  const emulator = await startOctoWorld({ ...options, seed });
  const bot = await octokitForApp(emulator);
  const { sha } = (await bot.pulls.get({ ...place, pull_number: 2 })).data.head;
  const check = async (given: NewCheck = {}, octokit = bot) =>
    (await octokit.checks.create({ ...place, name: 'charter', head_sha: sha, ...given })).data;
  return { emulator, bot, sha, check };
}
