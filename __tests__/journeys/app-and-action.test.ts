import { afterEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/core';
import fc from 'fast-check';
import { ProbotOctokit } from 'probot';
import { connect } from '../../src/adapters/github/github.ts';
import { createOctokit } from '../../src/adapters/github/octokit.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { reconcileIssue } from '../../src/engine/reconcile.ts';
import { type Receiver, startReceiver } from '../emulator/receiver.ts';
import { act } from '../entry/act.ts';
import { openHouse, seedWith } from './house.ts';

/** What a person does to one of three issues. */
type Deed = { issue: number; by: string } & (
  | { does: 'add' | 'remove'; label: string }
  | { does: 'plan'; milestone: number | null }
  | { does: 'say'; body: string }
  | { does: 'set'; state: 'open' | 'closed' }
);

const issues = 3;
const place = { owner: 'octo-org', repo: 'octo-repo' };
const labels = ['area/config', 'area/networking', 'area/nowhere', 'P0', 'P1', 'P2'];
const words = [
  '/area config',
  '/remove-area networking',
  '/priority P1',
  '/milestone 1.4',
  '/prioriti P1',
  '/close',
  '/retitle Another title',
  '/undo',
  'Just talk.',
];

const who = {
  issue: fc.integer({ min: 1, max: issues }),
  by: fc.constantFrom('octo-user-1', 'octo-lead-1', 'octo-lead-2'),
};
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ ...who, does: fc.constantFrom('add', 'remove'), label: fc.constantFrom(...labels) }),
  fc.record({ ...who, does: fc.constant('plan' as const), milestone: fc.constantFrom(1, 2, null) }),
  fc.record({ ...who, does: fc.constant('say' as const), body: fc.constantFrom(...words) }),
  fc.record({ ...who, does: fc.constant('set' as const), state: fc.constantFrom('open', 'closed') }),
);

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe.each([4, 6, 7, 9])('the App and the Action over the same history, seed %i', (seed) => {
  // Where a checklist comes back within seconds the App waits ten of them: histories with that are left out for their time.
  it('leave the same behind, and would do the same next', async () => {
    const history = fc.sample(deed, { seed, numRuns: 25 });
    const { app, action } = await lived(history);
    expect(await leftBehind(action.github)).toEqual(await leftBehind(app.github));
    expect(await plansOf(app.github)).toEqual(await plansOf(action.github));
    expect(action.ran).toBeGreaterThan(history.length / 2);
  });
});

it('the App and the Action take back a closing and a title, with a memory and without one', async () => {
  const say = (body: string): Deed => ({ issue: 1, by: 'octo-lead-1', does: 'say', body });
  const { app, action } = await lived([say('/retitle Another title\n/close'), say('/undo')]);
  const [issue] = await leftBehind(app.github);
  expect(issue).toMatchObject({ title: 'Issue 1', state: 'open' });
  expect((await leftBehind(action.github))[0]).toEqual(issue);
});

async function lived(history: Deed[]) {
  const app = await openHouse({}, { labels });
  closing.push(() => app.close());
  const action = await aWorkflow();
  await live(app.github, () => app.settle(), history);
  await live(action.github, () => action.settle(), history);
  return { app, action };
}

/** A repository whose workflow runs the Action on every event that GitHub runs workflows on. */
async function aWorkflow() {
  const github = await startEmulator({ seed: seedWith({ labels }) });
  const receiver: Receiver = await startReceiver();
  closing.push(
    () => receiver.close(),
    () => github.close(),
  );
  github.setWebhookUrl(receiver.url);
  const token = await workflowToken(github);
  const workflow = {
    github,
    ran: 0,
    /** What a workflow's token does starts no workflow. Source: GitHub docs, Triggering a workflow. */
    async settle() {
      await github.settled();
      for (const { payload, headers } of receiver.received.splice(0)) {
        const event = String(headers['x-github-event']);
        if (payload.sender?.type === 'Bot' || !['issues', 'issue_comment'].includes(event)) continue;
        const env = { GITHUB_REPOSITORY: 'octo-org/octo-repo', GITHUB_API_URL: github.apiUrl };
        const { failed, out } = await act({ event, payload, inputs: { token }, env });
        if (failed) throw new Error(out);
        workflow.ran += 1;
        await github.settled();
      }
    },
  };
  return workflow;
}

async function workflowToken(github: Emulator): Promise<string> {
  const auth = { appId: github.app.id, privateKey: github.app.privateKey, installationId: installationOn(github) };
  const octokit = new ProbotOctokit({
    auth,
    baseUrl: github.apiUrl,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const { token } = (await octokit.auth({ type: 'installation' })) as { token: string };
  return token;
}

const installationOn = ({ state }: Emulator): number =>
  [...state.installations.values()].find(({ account }) => account.login === place.owner)!.id;

async function live(github: Emulator, settle: () => Promise<void>, history: Deed[]): Promise<void> {
  const as = (login: string) => new Octokit({ auth: github.as(login).token, baseUrl: github.apiUrl });
  for (let number = 1; number <= issues; number++) {
    await as('octo-user-1').request('POST /repos/{owner}/{repo}/issues', { ...place, title: `Issue ${number}` });
    await settle();
  }
  for (const each of history) {
    await carryOut(each, as(each.by));
    await settle();
  }
}

async function carryOut(each: Deed, octokit: Octokit): Promise<void> {
  const on = { ...place, issue_number: each.issue };
  const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
  switch (each.does) {
    case 'add':
      await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { ...on, labels: [each.label] });
      return;
    case 'remove':
      await octokit
        .request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', { ...on, name: each.label })
        .catch(notFoundIsFine);
      return;
    case 'plan':
      await octokit.request(route, { ...on, milestone: each.milestone });
      return;
    case 'say':
      await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...on, body: each.body });
      return;
    case 'set':
      await octokit.request(route, { ...on, state: each.state });
  }
}

function notFoundIsFine(error: { status?: number }): void {
  if (error.status !== 404) throw error;
}

/** All that shows on the issues, but for what differs by address and time. */
async function leftBehind(github: Emulator) {
  const octokit = new Octokit({ auth: github.as('octo-user-1').token, baseUrl: github.apiUrl });
  const read = async (number: number) => {
    const on = { ...place, issue_number: number };
    const { data: issue } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', on);
    const { data: comments } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', on);
    return {
      title: issue.title,
      state: issue.state,
      milestone: issue.milestone?.title ?? null,
      labels: issue.labels.map((label) => (typeof label === 'string' ? label : label.name)).sort(),
      comments: comments.map(({ user, body = '' }) => `${user?.login}: ${anywhere(body)}`),
    };
  };
  return Promise.all(Array.from({ length: issues }, (_, index) => read(index + 1)));
}

const anywhere = (text: string): string =>
  text.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'https://github.com').replaceAll(/\b[\da-f]{7,40}\b/g, 'commit');

/** What would be done next, as the App and as a workflow's token see it: the facts are the same, and so are the plans. */
async function plansOf(github: Emulator) {
  const token = await workflowToken(github);
  const octokit = createOctokit({ token, baseUrl: github.apiUrl });
  const connection = connect({ octokit, installedAt: async () => '2020-01-01T00:00:00Z' });
  const clock = { now: () => new Date('2100-01-01T00:00:00Z') };
  const outcomes = [];
  for (let number = 1; number <= issues; number++) {
    const ref = { owner: place.owner, repository: place.repo, number };
    outcomes.push(await reconcileIssue(ref, { github: connection, clock, dryRun: true }));
  }
  return outcomes.map((outcome) => JSON.parse(anywhere(JSON.stringify(outcome?.plan))));
}
