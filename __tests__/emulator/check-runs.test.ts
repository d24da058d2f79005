import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { octokitForApp } from './app-token.ts';
import { actions, annotation, type CheckWorld, type NewCheck, output, startCheckWorld } from './check-world.ts';
import { octokitFor, place, refusalOf } from './octo-world.ts';

let { emulator, bot, sha, check } = {} as CheckWorld;
beforeEach(async () => {
  ({ emulator, bot, sha, check } = await startCheckWorld());
});
afterEach(() => emulator.close());

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

  it.each<[string, NewCheck, string]>([
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
