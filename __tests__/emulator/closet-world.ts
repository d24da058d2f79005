import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { SeedRepository } from '../../src/emulator/seed.ts';
import { octokitForApp } from './app-token.ts';
import { octokitFor, octoSeed, startOctoWorld } from './octo-world.ts';

/** The private one of two repositories that hold the same, issue 1 and pull request 2; `octo-repo` is the public one. */
export const closet = { owner: 'octo-org', repo: 'octo-closet' };

const repository: SeedRepository = {
  ...octoSeed.repositories![0]!,
  collaborators: { 'octo-reader': 'read', 'octo-triager': 'triage', 'octo-admin': 'admin' },
  labels: ['bug'],
  issues: [
    {
      title: 'an issue',
      author: 'octo-user-2',
      labels: ['bug'],
      milestone: '1.4',
      comments: [{ author: 'octo-admin', body: 'a' }],
    },
  ],
  pullRequests: [{ number: 2, title: 'a change', author: 'octo-admin', files: { 'new.md': 'new\n' } }],
};

/** People by their roles, and an app that may be asked for any permission. */
export async function startClosetWorld(): Promise<Emulator> {
  const write = 'write' as const;
  const emulator = await startOctoWorld({
    seed: {
      ...octoSeed,
      app: {
        slug: 'octo-app',
        permissions: {
          administration: write,
          checks: write,
          contents: write,
          issues: write,
          pull_requests: write,
          statuses: write,
        },
      },
      organizations: [{ login: 'octo-org', members: ['octo-user-1'], baseRole: 'none' }],
      repositories: [repository, { ...repository, name: 'octo-closet', private: true }],
    },
  });
  await octokitFor(emulator, 'octo-admin').issues.createComment({ ...closet, issue_number: 2, body: 'a' });
  return emulator;
}

/** Whoever may ask, once there is somebody to ask. */
export type Asker = (emulator: Emulator) => Promise<Octokit>;

export const person =
  (login: string): Asker =>
  async (emulator) =>
    octokitFor(emulator, login);
export const app =
  (permissions: Record<string, string>): Asker =>
  (emulator) =>
    octokitForApp(emulator, permissions);
