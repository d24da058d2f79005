import { Octokit } from '@octokit/rest';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/emulator.ts';
import type { Seed } from '../../src/emulator/seed.ts';

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is looked at, not relied on
export type Json = any;

export const place = { owner: 'octo-org', repo: 'octo-repo' };

/** An emulated GitHub with one organisation, one repository and three people, unless a test says more. */
export function startOctoWorld(options: EmulatorOptions & { seed?: Seed } = {}): Promise<Emulator> {
  return startEmulator({ clock: atNoon, ...options, seed: { ...octoSeed, ...options.seed } });
}

export const octoSeed: Seed = {
  app: { slug: 'octo-app', name: 'Octo App' },
  users: [{ login: 'octo-user-1', name: 'Octo User One' }, { login: 'octo-user-2' }],
  organizations: [{ login: 'octo-org', members: ['octo-user-1'] }],
  repositories: [
    {
      owner: 'octo-org',
      name: 'octo-repo',
      files: { 'README.md': '# Octo\n', 'docs/guide.md': 'one\ntwo\n' },
      labels: ['bug', { name: 'area/docs', color: '0e8a16', description: 'Documentation' }],
      milestones: ['1.4', { title: '1.3', state: 'closed' }],
      collaborators: { 'octo-user-1': 'write', 'octo-admin': 'admin' },
    },
  ],
};

export const noon = '2026-02-03T12:00:00Z';

export function atNoon(): Date {
  return new Date(noon);
}

/** Plain Octokit, signed in as that person. */
export function octokitFor(emulator: Emulator, login = 'octo-user-1'): Octokit {
  return new Octokit({ auth: emulator.as(login).token, baseUrl: emulator.apiUrl, log: silent });
}

export const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** What a call was refused with: the status and the body of the error. */
export async function refusalOf(call: Promise<unknown>): Promise<{ status: number; body: Record<string, unknown> }> {
  try {
    await call;
  } catch (error) {
    const { status, response } = error as { status: number; response: { data: Record<string, unknown> } };
    return { status, body: response.data };
  }
  throw new Error('was not refused');
}
