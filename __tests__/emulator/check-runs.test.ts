import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitForApp } from './app-token.ts';
import { octokitFor, octoSeed, place, refusalOf, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';
import { namesOf, type Receiver, startReceiver } from './receiver.ts';

const actions = 'github-actions[bot]';

let receiver: Receiver;
let emulator: Emulator;
let bot: Octokit;
let sha: string;
beforeEach(async () => {
  receiver = await startReceiver();
  const users = [...(octoSeed.users ?? []), { login: actions }];
  const [repository] = seedWith(change).repositories ?? [];
  const collaborators = { ...repository?.collaborators, [actions]: 'write' as const };
  const seed = { ...seedWith(change), users, repositories: [{ ...repository!, collaborators }] };
  emulator = await startOctoWorld({ seed, webhookUrl: receiver.url });
  bot = await octokitForApp(emulator);
  sha = (await bot.pulls.get({ ...place, pull_number: 2 })).data.head.sha;
});
afterEach(async () => {
  await Promise.all([emulator.close(), receiver.close()]);
});

type Given = Partial<NonNullable<Parameters<Octokit['checks']['create']>[0]>>;
const check = async (given: Given = {}, octokit = bot) =>
  (await octokit.checks.create({ ...place, name: 'charter', head_sha: sha, ...given })).data;
const annotation = { path: 'list.md', start_line: 2, end_line: 2, annotation_level: 'warning', message: 'Hm' } as const;
const output = { title: 'A title', summary: 'A summary' };
const told = async () => {
  await emulator.settled();
  return receiver.received.map(({ payload }) => payload);
};

describe('a check run', () => {
  it('is queued until its app says more, and belongs to the pull request of the commit', async () => {
    const run = await check({ external_id: 'octo-1', output: { ...output, text: 'More' } });
    expect(run).toMatchObject({
      name: 'charter',
      head_sha: sha,
      external_id: 'octo-1',
      status: 'queued',
      conclusion: null,
      started_at: '2026-02-03T12:00:00Z',
      completed_at: null,
      html_url: `${emulator.url}/octo-org/octo-repo/runs/${run.id}`,
      output: { ...output, text: 'More', annotations_count: 0 },
      app: { slug: 'octo-app' },
      pull_requests: [{ number: 2, head: { sha } }],
    });
    expect((await bot.checks.get({ ...place, check_run_id: run.id })).data).toEqual(run);
  });

  it('is completed by its conclusion', async () => {
    const { id } = await check({ status: 'in_progress' });
    const { data } = await bot.checks.update({ ...place, check_run_id: id, conclusion: 'failure', output });
    expect(data).toMatchObject({ status: 'completed', conclusion: 'failure', completed_at: '2026-02-03T12:00:00Z' });
  });

  it('has no conclusion any more when it begins again', async () => {
    const { id } = await check({ conclusion: 'success' });
    const { data } = await bot.checks.update({ ...place, check_run_id: id, status: 'in_progress' });
    expect(data).toMatchObject({ status: 'in_progress', conclusion: null, completed_at: null });
  });

  it('takes a new output in the place of the old, and its annotations besides those that are there', async () => {
    const { id } = await check({ output: { ...output, text: 'Old', annotations: Array(50).fill(annotation) } });
    const column = { ...annotation, start_column: 1, end_column: 4, title: 'There' };
    const { data } = await bot.checks.update({
      ...place,
      check_run_id: id,
      output: { summary: 'New', annotations: [column] },
    });
    expect(data.output).toMatchObject({ title: null, summary: 'New', text: null, annotations_count: 51 });
    const all = await bot.paginate(bot.checks.listAnnotations, { ...place, check_run_id: id });
    expect(all).toHaveLength(51);
    expect(all.at(-1)).toMatchObject({
      path: 'list.md',
      start_line: 2,
      start_column: 1,
      end_column: 4,
      title: 'There',
    });
  });

  it('is changed by the app that made it, and by no other', async () => {
    const { id } = await check();
    const workflow = octokitFor(emulator, actions);
    const refused = workflow.checks.update({ ...place, check_run_id: id, name: 'mine' });
    expect(await refusalOf(refused)).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('can only be modified by the GitHub App that created it') },
    });
    expect(await check({}, workflow)).toMatchObject({ app: { slug: 'github-actions' } });
  });

  it('is no person’s to make, nor an app’s without the permission', async () => {
    const person = await refusalOf(check({}, octokitFor(emulator)));
    expect(person).toMatchObject({ status: 403, body: { message: 'You must authenticate via a GitHub App.' } });
    const reader = await octokitForApp(emulator, { checks: 'read', contents: 'read' });
    const refused = await refusalOf(check({}, reader));
    expect(refused).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } });
  });

  it.each<[string, Given, string]>([
    [
      'more than 50 annotations',
      { output: { ...output, annotations: Array(51).fill(annotation) } },
      'No more than 50 items are allowed; 51 were supplied.',
    ],
    [
      'a summary that is too long',
      { output: { ...output, summary: 'a'.repeat(65_536) } },
      'Only 65535 characters are allowed; 65536 were supplied.',
    ],
    [
      'a summary of too many bytes',
      { output: { ...output, summary: 'é'.repeat(32_768) } },
      'summary exceeds a maximum bytesize of 65535',
    ],
    ['an output without a summary', { output: { title: 'x' } as never }, `"summary" wasn't supplied.`],
    [
      'no conclusion at its end',
      { status: 'completed' },
      'No subschema in "anyOf" matched.\n"conclusion" wasn\'t supplied.',
    ],
    [
      'a conclusion that there is not',
      { conclusion: 'fine' as never },
      'fine is not a member of ["action_required", "cancelled"',
    ],
    ['a number for a name', { name: 1 as never }, "For 'properties/name', 1 is not a string."],
    ['a time that is none', { started_at: 'noon' }, 'noon is not a valid date-time.'],
  ])('is refused with %s', async (_, given, message) => {
    const { status, body } = await refusalOf(check(given));
    expect(status).toBe(422);
    expect(body.message).toContain(`Invalid request.\n\n${message}`);
  });

  it.each([
    ['columns on several lines', { end_line: 3, start_column: 1, end_column: 2 }],
    ['one column alone', { start_column: 1 }],
    ['an end before its start', { end_line: 1 }],
  ])('is refused with an annotation that has %s', async (_, wrong) => {
    const refused = check({ output: { ...output, annotations: [{ ...annotation, ...wrong }] } });
    const errors = [{ resource: 'CheckRun', field: 'annotations', code: 'invalid' }];
    expect(await refusalOf(refused)).toMatchObject({ status: 422, body: { message: 'Validation Failed', errors } });
  });

  it('keeps of a long text what GitHub keeps', async () => {
    const { output: kept } = await check({ output: { ...output, text: '€'.repeat(21_846) } });
    expect(kept.text).toBe('€'.repeat(21_845));
  });

  it('is of a commit that is there', async () => {
    const lost = 'f'.repeat(40);
    const refused = await refusalOf(check({ head_sha: lost }));
    expect(refused).toMatchObject({ status: 422, body: { message: `No commit found for SHA: ${lost}` } });
  });
});

describe('the check runs of a commit', () => {
  it('are the latest of each name unless all are asked for', async () => {
    const first = await check({ conclusion: 'failure' });
    const second = await check({ conclusion: 'success' });
    const other = await check({ name: 'links' });
    const ids = async (filters: object) =>
      (await bot.checks.listForRef({ ...place, ref: sha, ...filters })).data.check_runs.map(({ id }) => id);
    expect(await ids({})).toEqual([other.id, second.id]);
    expect(await ids({ filter: 'all' })).toEqual([other.id, second.id, first.id]);
    expect(await ids({ check_name: 'charter' })).toEqual([second.id]);
    expect(await ids({ status: 'queued' })).toEqual([other.id]);
    expect(await ids({ app_id: emulator.app.id + 1 })).toEqual([]);
    expect(await ids({ ref: 'octo-user-2-patch-2' })).toEqual([other.id, second.id]);
    expect(await ids({ ref: 'main' })).toEqual([]);
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
