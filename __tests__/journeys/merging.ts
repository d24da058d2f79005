import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { act } from '../entry/act.ts';
import { charter, configuration, seedWith } from './house.ts';

export const path = 'WORKING-GROUPS.md';
/** The charter with another name for the group Config. */
export const called = (name: string) => charter.replaceAll('Config |', `${name} |`).replaceAll('Config,', `${name},`);
export const configurationNow = configuration.replace('triage:', 'triage:\n  since: 2026-01-01');

/** Source: GitHub docs, Events that trigger workflows, push: a workflow is not told which files a commit touched. */
const withoutPaths = (commit: object): object => ({
  ...commit,
  added: undefined,
  modified: undefined,
  removed: undefined,
});

export type Merging = Awaited<ReturnType<typeof aRepositoryToMergeIn>>;

/** A repository none of whose issues wants a change, and what is merged and run there. */
export async function aRepositoryToMergeIn(issues = 12) {
  const github: Emulator = await startEmulator({
    seed: seedWith({
      issues: Array.from({ length: issues }, (_, index) => ({
        title: `Issue ${index + 1}`,
        labels: ['P1', index % 3 === 0 ? 'area/config' : 'area/networking'],
        milestone: '1.4',
        createdAt: '2026-02-03T04:05:06Z',
      })),
      files: { [path]: charter, '.github/remit.yml': configurationNow },
      labels: ['area/config', 'area/networking', 'area/user-experience', 'P0', 'P1', 'P2', 'needs-owner'],
    }),
    // Nobody listens there: the runner is told by its event's file.
    webhookUrl: 'http://127.0.0.1:9/',
  });
  const env = { GITHUB_API_URL: github.apiUrl, GITHUB_REPOSITORY: 'octo-org/octo-repo' };
  const token = github.as('octo-lead-2').token;

  async function ask<Data = unknown>(method: string, where: string, body?: object): Promise<Data> {
    const response = await fetch(`${github.apiUrl}/repos/octo-org/octo-repo${where}`, {
      method,
      headers: { authorization: `token ${github.as('octo-lead-1').token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${where} was answered with ${response.status}`);
    return response.status === 204 ? (null as Data) : ((await response.json()) as Data);
  }

  /** What writes, among the requests since the moment at which there were so many. */
  const writesSince = (before: number): string[] =>
    github.requests
      .slice(before)
      .filter(({ method, kind }) => kind === 'mutation' || (kind !== 'query' && method !== 'GET'))
      .map(({ method, route, kind }) => route ?? `${method} ${kind}`);

  const repository = () => [...github.state.repositories.values()][0]!;
  const all = () => [...repository().issues.values()];
  return {
    github,
    env: { ...env, GITHUB_TOKEN: token },
    ask,
    writesSince,

    /** Merges a version of a file. @returns the push, as the runner is told of it. */
    async merge(text: string, file = path): Promise<object> {
      const { sha } = await ask<{ sha: string }>('GET', `/contents/${file}`);
      const content = Buffer.from(text).toString('base64');
      await ask('PUT', `/contents/${file}`, { sha, content, message: `Update ${file}` });
      await github.settled();
      const push = github.deliveries.filter(({ event }) => event === 'push').at(-1)!.payload;
      return { ...push, commits: (push.commits as object[]).map(withoutPaths) };
    },

    /** Runs the Action, on a push without a checkout unless it is told otherwise. */
    async run(push: object, inputs: Record<string, string> = {}, more: Partial<Parameters<typeof act>[0]> = {}) {
      const before = github.requests.length;
      const acted = await act({ event: 'push', payload: push, inputs: { token, ...inputs }, env, ...more });
      return { ...acted, writes: writesSince(before) };
    },

    /** The labels of groups. */
    labels: () =>
      [...repository().labels.values()]
        .map(({ name }) => name)
        .filter((name) => name.startsWith('area/'))
        .sort(),
    /** How many issues carry the label. */
    carrying: (label: string) => all().filter((issue) => issue.labels.some(({ name }) => name === label)).length,
    nodeId: (label: string) => repository().labels.get(label)?.nodeId,
    comments: () => all().reduce((sum, issue) => sum + issue.comments.length, 0),
  };
}
