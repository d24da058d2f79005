import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { act } from '../entry/act.ts';
import { charter, configuration } from './house.ts';

const people = ['octo-user-1', 'octo-lead-1', 'octo-lead-2', 'octo-ci'];
const place = '/repos/octo-org/octo-repo';

let github: Emulator;
beforeEach(async () => {
  github = await startEmulator({
    seed: {
      users: people.map((login) => ({ login })),
      organizations: [{ login: 'octo-org', members: people }],
      repositories: [
        {
          owner: 'octo-org',
          name: 'octo-repo',
          files: { 'WORKING-GROUPS.md': charter, '.github/remit.yml': configuration },
          labels: ['area/config', 'area/networking', 'P0', 'P1'],
          milestones: ['1.4', '1.5'],
          collaborators: { 'octo-ci': 'write' },
          issues: [{ title: 'The gateway drops connections', labels: ['area/networking'] }],
        },
      ],
    },
    // Nobody listens there: the runner is told by its event's file.
    webhookUrl: 'http://127.0.0.1:9/',
  });
});
afterEach(() => github.close());

async function ask<Data = { id: number }>(login: string, method: string, path: string, body?: object): Promise<Data> {
  const response = await fetch(`${github.apiUrl}${place}${path}`, {
    method,
    headers: { authorization: `token ${github.as(login).token}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}`);
  return response.status === 204 ? (null as Data) : ((await response.json()) as Data);
}

/** Runs the Action on the last event, as a workflow with the token of octo-ci does. */
async function step(env: Record<string, string> = {}) {
  await github.settled();
  const { event, payload } = github.deliveries.at(-1)!;
  return act({
    event,
    payload,
    inputs: { token: github.as('octo-ci').token },
    env: { GITHUB_API_URL: github.apiUrl, GITHUB_REPOSITORY: 'octo-org/octo-repo', ...env },
  });
}

const comment = async (login: string, body: string) => (await ask(login, 'POST', '/issues/1/comments', { body })).id;
const reactions = async (id: number) =>
  (await ask<{ content: string }[]>('octo-ci', 'GET', `/issues/comments/${id}/reactions`)).map(
    ({ content }) => content,
  );
const issue = () =>
  ask<{ labels: { name: string }[]; milestone: { title: string } | null }>('octo-ci', 'GET', '/issues/1');
const bodies = async () =>
  (await ask<{ body: string }[]>('octo-ci', 'GET', '/issues/1/comments')).map(({ body }) => body);

describe('the Action on a comment', () => {
  it('obeys leads without a role as the App does, and refuses others', async () => {
    const id = await comment('octo-lead-1', '/milestone 1.4\n/priority P1');
    expect((await step()).failed).toBe(false);
    expect(await issue()).toMatchObject({
      milestone: { title: '1.4' },
      labels: [{ name: 'area/networking' }, { name: 'P1' }],
    });
    expect(await reactions(id)).toEqual(['+1']);
    const other = await comment('octo-lead-2', '/milestone 1.5');
    await step();
    expect([(await issue()).milestone?.title, await reactions(other)]).toEqual(['1.4', ['confused']]);
    expect(await bodies()).toEqual(
      expect.arrayContaining([expect.stringContaining('it takes leads of an owning group')]),
    );
  });

  it('does nothing again when its run is repeated', async () => {
    const id = await comment('octo-lead-1', '/milestone 1.4');
    await step();
    await ask('octo-ci', 'PATCH', '/issues/1', { milestone: 2 });
    await github.settled();
    const delivery = github.deliveries.find(({ event }) => event === 'issue_comment')!;
    await act({
      event: 'issue_comment',
      payload: delivery.payload,
      inputs: { token: github.as('octo-ci').token },
      env: { GITHUB_API_URL: github.apiUrl, GITHUB_REPOSITORY: 'octo-org/octo-repo', GITHUB_RUN_ATTEMPT: '2' },
    });
    expect([(await issue()).milestone?.title, await reactions(id)]).toEqual(['1.5', ['+1']]);
  });

  it('obeys the text of an issue that is opened, edits of a comment, and clears up after a deletion', async () => {
    await ask('octo-lead-1', 'POST', '/issues', { title: 'The route format is unclear', body: '/area config' });
    await step();
    const opened = await ask<{ labels: { name: string }[] }>('octo-ci', 'GET', '/issues/2');
    expect(opened.labels).toMatchObject([{ name: 'area/config' }]);
    const id = await comment('octo-lead-1', '/milestone 1.44');
    await step();
    expect(await bodies()).toEqual(expect.arrayContaining([expect.stringContaining('try `/milestone 1.4`')]));
    await ask('octo-lead-1', 'PATCH', `/issues/comments/${id}`, { body: '/milestone 1.4\n/area confg' });
    await step();
    expect((await issue()).milestone?.title).toBe('1.4');
    await ask('octo-lead-1', 'DELETE', `/issues/comments/${id}`);
    await step();
    expect((await bodies()).filter((body) => body.startsWith('<!-- remit:reply'))).toEqual([]);
    expect((await issue()).milestone?.title).toBe('1.4');
  });

  it('says why from the timeline alone', async () => {
    await comment('octo-lead-1', '/milestone 1.4');
    await step();
    await comment('octo-user-1', '/why');
    await step();
    const reply = (await bodies()).find((body) => body.startsWith('<!-- remit:reply'));
    expect(reply).toMatch(
      /the label `area\/networking` names the group `Networking` \(\[WORKING-GROUPS\.md line \d+ at \w{7}\]/,
    );
    expect(reply).toMatch(/the milestone `1\.4`: Remit set it on \d{4}-\d\d-\d\d/);
  });

  it('has nothing to do on talk', async () => {
    await comment('octo-user-1', 'I see it, too.');
    const before = github.requests.length;
    const { failed, out } = await step();
    expect([failed, github.requests.length]).toEqual([false, before]);
    expect(out).toContain('Nothing to do: the comment has no command in it.');
  });
});
