import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { actions, annotation, type CheckWorld, output, startCheckWorld } from './check-world.ts';
import { octokitFor, place } from './octo-world.ts';
import { namesOf, type Receiver, startReceiver } from './receiver.ts';

let receiver: Receiver;
let { emulator, bot, sha, check } = {} as CheckWorld;
beforeEach(async () => {
  receiver = await startReceiver();
  ({ emulator, bot, sha, check } = await startCheckWorld({ webhookUrl: receiver.url }));
});
afterEach(async () => {
  await Promise.all([emulator.close(), receiver.close()]);
});

const told = async () => {
  await emulator.settled();
  return receiver.received.map(({ payload }) => payload);
};

describe('the page of a check run', () => {
  it('shows what the app says, with its text as Markdown and its lines', async () => {
    const hostile = { ...annotation, message: '<b>Hm</b>', title: 'There' };
    const run = await check({
      conclusion: 'failure',
      output: { title: 'Two findings', summary: 'See **below**', annotations: [hostile] },
    });
    const response = await fetch(run.html_url ?? '');
    const page = await response.text();
    expect(response.status).toBe(200);
    for (const part of [
      'Two findings',
      'failure',
      '<strong>below</strong>',
      '&lt;b&gt;Hm',
      `/blob/${sha}/list.md#L2`,
    ]) {
      expect(page).toContain(part);
    }
  });
});

describe('the webhooks of a check run', () => {
  it('tell when it is made and when it is completed', async () => {
    const { id } = await check();
    await bot.checks.update({ ...place, check_run_id: id, conclusion: 'success' });
    await bot.checks.update({ ...place, check_run_id: id, conclusion: 'neutral' });
    const [created, completed] = await told();
    expect(namesOf(receiver)).toEqual(['check_run.created', 'check_run.completed']);
    expect(created).toMatchObject({ check_run: { id, check_suite: { status: 'queued', head_sha: sha } } });
    expect(completed).toMatchObject({ check_run: { check_suite: { status: 'completed', conclusion: 'success' } } });
  });

  it('tell the app that it is to check again, which changes nothing yet', async () => {
    const { id } = await check({ conclusion: 'failure' });
    await octokitFor(emulator).checks.rerequestRun({ ...place, check_run_id: id });
    const payload = (await told()).at(-1);
    expect(namesOf(receiver).at(-1)).toBe('check_run.rerequested');
    expect(payload).toMatchObject({
      check_run: { id, conclusion: 'failure', check_suite: { status: 'queued', conclusion: null } },
      sender: { login: 'octo-user-1' },
    });
  });

  it('tell the app which of its buttons a person pressed', async () => {
    const { id } = await check({ actions: [{ label: 'Fix', description: 'Fix it', identifier: 'fix' }] });
    emulator.requestAction(id, 'fix', 'octo-user-2');
    const payload = (await told()).at(-1);
    expect(namesOf(receiver).at(-1)).toBe('check_run.requested_action');
    expect(payload).toMatchObject({ requested_action: { identifier: 'fix' }, sender: { login: 'octo-user-2' } });
    expect(() => emulator.requestAction(id, 'other', 'octo-user-2')).toThrow(RangeError);
  });

  it('don’t ask an app for what another checked', async () => {
    const workflow = octokitFor(emulator, actions);
    const { id } = await check({ conclusion: 'failure' }, workflow);
    await octokitFor(emulator).checks.rerequestRun({ ...place, check_run_id: id });
    await told();
    expect(namesOf(receiver)).toEqual(['check_run.created', 'check_run.completed']);
  });
});

describe('the checks of a commit over GraphQL', () => {
  const query = `query ($owner: String!, $repo: String!) {
    repository(owner: $owner, name: $repo) { pullRequest(number: 2) {
      statusCheckRollup { state contexts(first: 10) { nodes {
        ... on CheckRun { name status conclusion annotations(first: 10) { nodes { path annotationLevel } } }
        ... on StatusContext { context state } } } }
      commits(last: 1) { nodes { commit { checkSuites(first: 10) { nodes { conclusion checkRuns(first: 10) { totalCount } } } } } } } } }`;
  const asked = async () =>
    (await bot.graphql<{ repository: { pullRequest: Record<string, unknown> } }>(query, place)).repository.pullRequest;

  it('are nothing where nobody checked', async () => {
    expect(await asked()).toMatchObject({ statusCheckRollup: null });
  });

  it('come to one word', async () => {
    await check({ conclusion: 'neutral', output: { ...output, annotations: [annotation] } });
    await bot.repos.createCommitStatus({ ...place, sha, state: 'pending', context: 'build' });
    expect(await asked()).toEqual({
      statusCheckRollup: {
        state: 'PENDING',
        contexts: {
          nodes: [
            {
              name: 'charter',
              status: 'COMPLETED',
              conclusion: 'NEUTRAL',
              annotations: { nodes: [{ path: 'list.md', annotationLevel: 'WARNING' }] },
            },
            { context: 'build', state: 'PENDING' },
          ],
        },
      },
      commits: {
        nodes: [{ commit: { checkSuites: { nodes: [{ conclusion: 'NEUTRAL', checkRuns: { totalCount: 1 } }] } } }],
      },
    });
  });
});
