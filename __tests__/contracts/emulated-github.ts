import { expect } from '@jest/globals';
import { Octokit as Rest } from '@octokit/rest';
import { pino } from 'pino';
import { Probot, ProbotOctokit } from 'probot';
import { directoryOf } from '../../src/adapters/github/directory.ts';
import { connect } from '../../src/adapters/github/github.ts';
import { createOctokit } from '../../src/adapters/github/octokit.ts';
import { withoutQueues } from '../../src/adapters/github/throttle.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Seed } from '../../src/emulator/seed.ts';
import type { IssueFacts, IssueRef } from '../../src/model/facts.ts';
import type { Directory, GitHub, IssueReading } from '../../src/model/ports.ts';

export const repository = { owner: 'octo-org', name: 'octo-repo' };
export const place = { owner: repository.owner, repo: repository.name };
export const issue = (number: number): IssueRef => ({ owner: 'octo-org', repository: 'octo-repo', number });

/** Values that would do harm if they were put into a document, a path or a pattern instead of beside it. */
export const hostile = [
  '"}} mutation { x }',
  'two\nlines\r\nand "quotes" \\" $name',
  '`owner` {owner} %7Bowner%7D $path0',
  '@everyone <b>&amp;</b> | \u202eright to left',
];

/** The emulated GitHub, our adapter as the App sees it, and people with the plain REST client. */
export interface Ground {
  emulator: Emulator;
  github: GitHub;
  as(login: string): Rest['rest'];
  /** Our adapter for a person with a token. */
  connectAs(login: string, ownLogin?: string): GitHub;
  /** The directory as the App sees it. */
  directory: Directory;
  /** The same for a person with a token. */
  directoryAs(login: string): Directory;
  /** @returns what the act comes to, and which GraphQL requests it made: `query`, `mutation`, or a REST route. */
  counting<T>(act: () => Promise<T>): Promise<{ result: T; requests: string[] }>;
  read(number: number, paths?: string[]): Promise<IssueReading>;
}

export async function openGround(seed: Partial<Seed> = {}, parts: Partial<NonNullable<Seed['repositories']>[0]> = {}) {
  const emulator = await startEmulator({
    seed: {
      app: { slug: 'remit', name: 'Remit' },
      users: [{ login: 'octo-user-1' }, { login: 'octo-lead-1' }, { login: 'octo-ci[bot]' }],
      organizations: [{ login: 'octo-org', members: ['octo-user-1', 'octo-lead-1'] }],
      ...seed,
      repositories: [
        {
          ...repository,
          labels: ['area/docs', 'area/networking', 'P0', 'P1', ...hostile.map((name) => name.slice(0, 50))],
          milestones: ['1.4', '1.5', { title: '1.3', state: 'closed' }],
          files: { 'WORKING-GROUPS.md': '# Working groups\n' },
          collaborators: { 'octo-user-1': 'write', 'octo-lead-1': 'write' },
          ...parts,
        },
        ...(seed.repositories ?? []),
      ],
    },
  });
  const { id: appId, privateKey, webhookSecret: secret } = emulator.app;
  const baseUrl = emulator.apiUrl;
  const log = pino({ level: 'silent' });
  const Octokit = ProbotOctokit.defaults(withoutQueues);
  const probot = new Probot({ appId, privateKey, secret, baseUrl, log, Octokit });
  const installation = [...emulator.state.installations.values()].find(({ account }) => account.login === 'octo-org')!;
  const octokit = await probot.auth(installation.id);
  const github = connect({ octokit, installedAt: async () => '2020-01-01T00:00:00Z' });
  const clientOf = (login: string) => createOctokit({ token: emulator.as(login).token, baseUrl });
  const ground: Ground = {
    emulator,
    github,
    as: (login) => new Rest({ auth: emulator.as(login).token, baseUrl }).rest,
    connectAs: (login, ownLogin) =>
      connect({
        octokit: clientOf(login),
        ...(ownLogin === undefined ? {} : { ownLogin }),
      }),
    directory: directoryOf(octokit),
    directoryAs: (login) => directoryOf(clientOf(login)),
    async counting(act) {
      const before = emulator.requests.length;
      const result = await act();
      const made = emulator.requests.slice(before).filter(({ path }) => !path.endsWith('/access_tokens'));
      return { result, requests: made.map(({ kind, route, path }) => kind ?? route ?? path) };
    },
    async read(number, paths = []) {
      const reading = await github.readIssue(issue(number), paths);
      if (!reading) throw new Error(`there is no issue ${number}`);
      return reading;
    },
  };
  return ground;
}

/** A comment's text that is a checklist by its marker. */
export const checklistBody = (text = 'Missing: an owner') => `<!-- remit:checklist v1 0a1b open:owner -->\n${text}`;

/** Writes a checklist, and never hears of it: so there may come to be two. */
export async function writeUnheard({ emulator, github }: Ground, before: IssueFacts, body: string): Promise<void> {
  const fault = { kind: 'timeout', effect: 'after', ms: 1 } as const;
  const rule = emulator.faults.add({ operation: 'addComment', fault, times: 1 });
  await expect(github.write(before, [{ do: 'checklist', body, because: '' }])).rejects.toThrow();
  rule.remove();
}
