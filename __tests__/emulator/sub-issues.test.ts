import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, octoSeed, place, refusalOf, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const repositories = [
    ...(octoSeed.repositories ?? []),
    { owner: 'octo-org', name: 'octo-other' },
    { owner: 'octo-user-2', name: 'mine' },
  ];
  emulator = await startOctoWorld({ seed: { ...octoSeed, repositories } });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const open = async (title: string, where = place) => (await octokit.issues.create({ ...where, title })).data;
type Opened = Awaited<ReturnType<typeof open>>;
const openMany = async (...titles: string[]): Promise<Opened[]> => {
  const issues: Opened[] = [];
  for (const title of titles) issues.push(await open(title));
  return issues;
};
const put = (parent: { number: number }, child: { id: number }, more = {}) =>
  octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues', {
    ...place,
    issue_number: parent.number,
    sub_issue_id: child.id,
    ...more,
  });
const children = async (issue_number: number) =>
  (
    await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues', { ...place, issue_number })
  ).data.map(({ title }: { title: string }) => title);
const parentOf = async (issue_number: number) =>
  (await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/parent', { ...place, issue_number })).data;

describe('a sub-issue', () => {
  it('has a parent, also in another repository of the owner', async () => {
    const parent = await open('epic');
    const near = await open('near');
    const far = await open('far', { owner: 'octo-org', repo: 'octo-other' });
    await put(parent, near);
    const { data } = await put(parent, far);
    expect(data.sub_issues_summary).toEqual({ total: 2, completed: 0, percent_completed: 0 });
    expect(await children(parent.number)).toEqual(['near', 'far']);
    expect(await parentOf(near.number)).toMatchObject({ number: parent.number, title: 'epic' });
    expect(await refusalOf(parentOf(parent.number))).toMatchObject({ status: 404 });
  });

  it('is moved among its siblings and taken away', async () => {
    const [parent, a, b] = await openMany('epic', 'a', 'b');
    await put(parent!, a!);
    await put(parent!, b!);
    const route = '/repos/{owner}/{repo}/issues/{issue_number}';
    const at = { ...place, issue_number: parent!.number };
    await octokit.request(`PATCH ${route}/sub_issues/priority`, { ...at, sub_issue_id: b!.id, before_id: a!.id });
    expect(await children(parent!.number)).toEqual(['b', 'a']);
    await octokit.request(`DELETE ${route}/sub_issue`, { ...at, sub_issue_id: b!.id });
    expect(await children(parent!.number)).toEqual(['a']);
  });

  it('changes its parent only when it is told to', async () => {
    const [first, second, child] = await openMany('first', 'second', 'child');
    await put(first!, child!);
    const { status, body } = await refusalOf(put(second!, child!));
    expect([status, body.message]).toEqual([422, expect.stringContaining('may only have one parent')]);
    await put(second!, child!, { replace_parent: true });
    expect((await parentOf(child!.number)).number).toBe(second!.number);
  });

  it('can’t be above itself', async () => {
    const [top, middle, bottom] = await openMany('top', 'middle', 'bottom');
    await put(top!, middle!);
    await put(middle!, bottom!);
    for (const [parent, child] of [
      [bottom!, top!],
      [top!, top!],
    ] as const) {
      const { status, body } = await refusalOf(put(parent, child));
      expect([status, body.message]).toEqual([422, expect.stringContaining('circular')]);
    }
  });

  it('is at most eight levels deep', async () => {
    const chain = await openMany(...'0123456789');
    for (let level = 0; level < 8; level += 1) await put(chain[level]!, chain[level + 1]!);
    expect(await refusalOf(put(chain[8]!, chain[9]!))).toMatchObject({ status: 422 });
  });

  it('has at most 99 siblings', async () => {
    const parent = await open('epic');
    for (let count = 0; count < 100; count += 1) await put(parent, await open(`child ${count}`));
    const { status, body } = await refusalOf(put(parent, await open('one more')));
    expect([status, body.message]).toEqual([422, expect.stringContaining('more than 100 sub-issues')]);
  });

  it('belongs to the same owner as its parent', async () => {
    const parent = await open('epic');
    const foreign = await open('foreign', { owner: 'octo-user-2', repo: 'mine' });
    expect(await refusalOf(put(parent, foreign))).toMatchObject({ status: 422 });
  });

  it('is named by its id, not its number', async () => {
    const parent = await open('epic');
    const child = await open('child');
    expect(await refusalOf(put(parent, { id: child.number }))).toMatchObject({ status: 404 });
  });
});
