import { Octokit } from '@octokit/core';
import { pino } from 'pino';
import { openStore, type Store, type StoreOptions } from '../../src/adapters/store.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { startEmulator } from '../../src/emulator/emulator.ts';
import type { Seed } from '../../src/emulator/seed.ts';
import { type Bot, type BotOptions, startBot, webhookPath } from '../../src/entry/app/bot.ts';
import { settle } from '../../src/entry/demo/settle.ts';
import { anEmbeddedFolder } from '../embedded-folder.ts';

export const charter = `# Working groups

| Group | Forum | Description
|-------|-------|------------
| Config | [Forum](https://forum.example.org/c/config) | Configuration
| Networking | [Forum](https://forum.example.org/c/networking) | Traffic
| User Experience | [Forum](https://forum.example.org/c/ux) | Commands

## Leads

&nbsp; | Name | Company | Groups
-------|------|---------|-------
&nbsp; | [Octo Lead One](https://github.com/octo-lead-1) | Octo Inc | Networking - Data Plane
&nbsp; | [Octo Lead Two](https://github.com/octo-lead-2) | Octo Labs | Config, User Experience
`;

export const configuration = `charter:
  documents: [WORKING-GROUPS.md]
  label: area/{group}
triage:
  patience: 0s
  requirements:
    priority:
      values: [P0, P1, P2]
`;

/** Makes a request and gives what the answer holds. */
type Person = <Data = unknown>(route: string, parameters?: Record<string, unknown>) => Promise<Data>;

/** The emulated GitHub, the real bot on it over HTTP, and people. */
export interface House {
  github: Emulator;
  bot: Bot;
  store: Store;
  /** A request as that person in octo-org/octo-repo. */
  as(login: string): Person;
  settle(): Promise<void>;
  /** Bodies of the issue's comments. */
  comments(number: number): Promise<string[]>;
  labels(number: number): Promise<string[]>;
  /** GraphQL requests that the bot made since the last call: how many read and how many wrote. */
  requests(): { reads: number; writes: number };
  close(): Promise<void>;
}

const place = { owner: 'octo-org', repo: 'octo-repo' };

const people = ['octo-user-1', 'octo-lead-1', 'octo-lead-2'];

type SeedRepository = NonNullable<Seed['repositories']>[number];

export const seedWith = (parts: Partial<SeedRepository>): Seed => ({
  app: { slug: 'remit', name: 'Remit' },
  users: people.map((login) => ({ login })),
  organizations: [{ login: place.owner, members: people }],
  repositories: [
    {
      owner: place.owner,
      name: place.repo,
      files: { 'WORKING-GROUPS.md': charter, '.github/remit.yml': configuration },
      labels: ['area/config', 'area/networking', 'area/user-experience', 'P0', 'P1', 'P2'],
      milestones: ['1.4', '1.5'],
      collaborators: Object.fromEntries(people.map((login) => [login, 'write'])),
      ...parts,
    },
  ],
});

/** What tells a bot that time passes, and what it does then. */
export type Time = Pick<BotOptions, 'every' | 'sweepEvery'>;

/** The real bot on an emulated GitHub, which is not told yet where it is. */
export const startBotOn = (github: Emulator, store: Store, time: Time = {}): Promise<Bot> =>
  startBot({
    credentials: { appId: github.app.id, privateKey: github.app.privateKey, webhookSecret: github.app.webhookSecret },
    apiUrl: github.apiUrl,
    inbox: store.inbox,
    ledger: store.ledger,
    sweeps: store.sweeps,
    carriedOut: store.carriedOut,
    clock: github.clock,
    ...time,
    log: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
  });

/**
 * @param opened what opens the store; another one for who wants a hand in it.
 * @param time without it, no time passes.
 */
export async function openHouse(
  kept: Partial<StoreOptions> = {},
  repository: Partial<SeedRepository> = {},
  opened: (options: StoreOptions) => Promise<Store> = openStore,
  time: Time = {},
): Promise<House> {
  const github = await startEmulator({ seed: seedWith(repository) });
  const store = await opened({ database: { kind: 'embedded', folder: anEmbeddedFolder() }, ...kept });
  const bot = await startBotOn(github, store, time);
  github.setWebhookUrl(bot.url + webhookPath);
  const as = (login: string): Person => {
    const octokit = new Octokit({ auth: github.as(login).token, baseUrl: github.apiUrl });
    return async <Data>(route: string, parameters = {}) =>
      (await octokit.request(route, { ...place, ...parameters })).data as Data;
  };
  let counted = 0;
  return {
    github,
    bot,
    store,
    as,
    settle: () => settle(github, store.inbox),
    async comments(number) {
      const comments = await as('octo-user-1')<{ body: string }[]>(
        'GET /repos/{owner}/{repo}/issues/{number}/comments',
        { number },
      );
      return comments.map((comment) => comment.body);
    },
    async labels(number) {
      const issue = await as('octo-user-1')<{ labels: { name: string }[] }>(
        'GET /repos/{owner}/{repo}/issues/{number}',
        { number },
      );
      return issue.labels.map((label) => label.name).sort();
    },
    requests() {
      const fresh = github.requests.slice(counted).filter((request) => /graphql/.test(request.path));
      counted = github.requests.length;
      const writes = fresh.filter((request) => request.kind === 'mutation').length;
      return { reads: fresh.length - writes, writes };
    },
    async close() {
      await bot.stop();
      await store.close();
      await github.close();
    },
  };
}

export const open = (person: Person, title: string, more: Record<string, unknown> = {}) =>
  person('POST /repos/{owner}/{repo}/issues', { title, ...more });

export const addLabels = (person: Person, number: number, ...labels: string[]) =>
  person('POST /repos/{owner}/{repo}/issues/{number}/labels', { number, labels });

export const patch = (person: Person, number: number, change: Record<string, unknown>) =>
  person('PATCH /repos/{owner}/{repo}/issues/{number}', { number, ...change });

/** Commits a file on the default branch. */
export async function commit(person: Person, path: string, text: string): Promise<void> {
  const { sha } = await person<{ sha: string }>('GET /repos/{owner}/{repo}/contents/{path}', { path });
  const content = Buffer.from(text).toString('base64');
  await person('PUT /repos/{owner}/{repo}/contents/{path}', { path, sha, content, message: `Update ${path}` });
}

/** Comments on an issue. @returns the comment's id. */
export async function comment(person: Person, number: number, body: string): Promise<number> {
  const route = 'POST /repos/{owner}/{repo}/issues/{number}/comments';
  return (await person<{ id: number }>(route, { number, body })).id;
}

export const editComment = (person: Person, id: number, body: string) =>
  person('PATCH /repos/{owner}/{repo}/issues/comments/{id}', { id, body });

export const deleteComment = (person: Person, id: number) =>
  person('DELETE /repos/{owner}/{repo}/issues/comments/{id}', { id });

/** What Remit reacted with to a comment: `+1`, `confused`, `eyes`. */
export async function reactions(house: House, id: number): Promise<string[]> {
  const found = await house.as('octo-user-1')<{ content: string; user: { login: string } }[]>(
    'GET /repos/{owner}/{repo}/issues/comments/{id}/reactions',
    { id },
  );
  return found.filter(({ user }) => user.login === 'remit[bot]').map(({ content }) => content);
}

/** What Remit answered to comments on the issue. */
export const replies = async (house: House, number: number): Promise<string[]> =>
  (await house.comments(number)).filter((body) => body.startsWith('<!-- remit:reply'));

interface Shown {
  title: string;
  state: string;
  labels: { name: string }[];
  milestone: { title: string } | null;
  assignees: { login: string }[];
}

export const issueOf = (house: House, number: number) =>
  house.as('octo-user-1')<Shown>('GET /repos/{owner}/{repo}/issues/{number}', { number });
