import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Effect } from '../../src/model/plan.ts';
import { type Ground, hostile, issue, openGround, place } from './emulated-github.ts';

let ground: Ground;

beforeEach(async () => {
  ground = await openGround(
    { repositories: [{ owner: 'octo-org', name: 'octo-plans', issues: [{ title: 'plan' }] }] },
    {
      issues: [
        { title: 'a' },
        { title: 'b', comments: [{ author: 'octo-user-1', body: '/area docs' }] },
        { title: 'c', assignees: ['octo-lead-1'] },
      ],
      pullRequests: [{ title: 'd', author: 'octo-user-1', files: { 'new.md': 'new\n' } }],
    },
  );
});

afterEach(() => ground.emulator.close());

type WithoutReason<Each> = Each extends unknown ? Omit<Each, 'because'> : never;

/** Writes to the issue as it is now. */
async function write(number: number, ...effects: WithoutReason<Effect>[]) {
  const { issue: facts } = await ground.read(number);
  const because = 'somebody asked for it';
  return ground.counting(() =>
    ground.github.write(
      facts,
      effects.map((effect) => ({ ...effect, because }) as Effect),
    ),
  );
}

const issues = () => ground.as('octo-user-1').issues;
const shown = async (number: number) => (await issues().get({ ...place, issue_number: number })).data;
const comments = async (number: number) => (await issues().listComments({ ...place, issue_number: number })).data;

const closed = (as: 'completed' | 'not planned' | 'duplicate', of: number | null = null) =>
  ({ do: 'state', to: 'closed', as, of: of === null ? null : issue(of) }) as const;

describe('writing what commands ask for', () => {
  it.each([
    ['completed', 'completed'],
    ['not planned', 'not_planned'],
    ['duplicate', 'duplicate'],
  ] as const)('closes an issue as %s, and opens it again', async (as, reason) => {
    expect(await write(1, closed(as))).toEqual({ result: 1, requests: ['mutation'] });
    expect(await shown(1)).toMatchObject({ state: 'closed', state_reason: reason });
    expect(await write(1, closed(as))).toEqual({ result: 0, requests: [] });
    await write(1, { do: 'state', to: 'open' });
    expect(await shown(1)).toMatchObject({ state: 'open' });
    expect((await write(1, { do: 'state', to: 'open' })).requests).toEqual([]);
  });

  it('closes an issue as a duplicate of another one', async () => {
    expect((await write(1, closed('duplicate', 2))).requests).toEqual(['query', 'mutation']);
    expect(await shown(1)).toMatchObject({ state: 'closed', state_reason: 'duplicate' });
  });

  it.each(hostile.map((text) => text.replace(/[\r\n]+/g, ' ')))('gives the title %j as it is', async (title) => {
    expect((await write(1, { do: 'title', title })).requests).toEqual(['mutation']);
    expect((await shown(1)).title).toBe(title);
    expect((await write(1, { do: 'title', title })).requests).toEqual([]);
  });

  it('sets a parent, another one in its place, and none', async () => {
    const parentOf = async (number: number) => (await ground.read(number)).issue.ancestry.parents[0]?.ref ?? null;
    expect((await write(1, { do: 'parent', issue: issue(2) })).requests).toEqual(['query', 'mutation']);
    expect(await parentOf(1)).toEqual(issue(2));
    expect((await write(1, { do: 'parent', issue: issue(2) })).requests).toEqual([]);
    const elsewhere = { owner: 'octo-org', repository: 'octo-plans', number: 1 };
    await write(1, { do: 'parent', issue: elsewhere });
    expect(await parentOf(1)).toEqual(elsewhere);
    await write(1, { do: 'parent', issue: null });
    expect(await parentOf(1)).toBeNull();
    expect((await write(1, { do: 'parent', issue: null })).requests).toEqual([]);
  });

  it('assigns people and takes them off, of those that are not there already', async () => {
    const assign = (add: string[], remove: string[] = []) => ({ do: 'assign', add, remove }) as const;
    const assignees = async () => (await shown(3)).assignees?.map(({ login }) => login).sort();
    expect((await write(3, assign(['octo-user-1'], ['Octo-Lead-1']))).requests).toEqual(['query', 'mutation']);
    expect(await assignees()).toEqual(['octo-user-1']);
    expect((await write(3, assign(['OCTO-USER-1'], ['octo-lead-1']))).requests).toEqual([]);
    await write(3, assign(['octo-lead-1', 'octo-user-1']));
    expect(await assignees()).toEqual(['octo-lead-1', 'octo-user-1']);
  });

  it('moves an issue to another repository, after all else', async () => {
    const to = { owner: 'octo-org', name: 'octo-plans' };
    const { requests } = await write(2, { do: 'transfer', to }, { do: 'title', title: 'Moved' });
    expect(requests).toEqual(['query', 'mutation']);
    const { data } = await issues().get({ ...place, repo: 'octo-plans', issue_number: 2 });
    expect(data.title).toBe('Moved');
    expect(await ground.github.readIssue(issue(2), [])).toBeNull();
  });

  it('reacts to a comment, and with something else instead', async () => {
    const [comment] = await comments(2);
    const to = comment!.node_id;
    const reactions = async () => {
      const { data } = await ground
        .as('octo-user-1')
        .reactions.listForIssueComment({ ...place, comment_id: comment!.id });
      return data.map(({ content, user }) => `${user?.login} ${content}`);
    };
    expect((await write(2, { do: 'react', to, with: 'confused', instead: null })).requests).toEqual(['mutation']);
    await write(2, { do: 'react', to, with: 'confused', instead: null });
    expect(await reactions()).toEqual(['remit[bot] confused']);
    await write(2, { do: 'react', to, with: 'thumbs up', instead: 'confused' });
    expect(await reactions()).toEqual(['remit[bot] +1']);
    await write(2, { do: 'react', to, with: 'eyes', instead: 'confused' });
    await write(2, { do: 'react', to, with: null, instead: 'eyes' });
    expect(await reactions()).toEqual(['remit[bot] +1']);
  });

  it('reacts to an issue whose own text held the commands', async () => {
    const { node_id: to } = await shown(1);
    await write(1, { do: 'react', to, with: 'thumbs up', instead: null });
    expect((await shown(1)).reactions).toMatchObject({ '+1': 1 });
  });

  it('answers a comment, changes its answer, and takes it away', async () => {
    const replies = async () => (await comments(2)).slice(1).map(({ body, node_id: id }) => ({ body, id }));
    expect((await write(2, { do: 'reply', in: null, body: 'one' })).requests).toEqual(['mutation']);
    const [{ id } = { id: '' }] = await replies();
    await write(2, { do: 'reply', in: id, body: 'two' });
    expect(await replies()).toEqual([{ body: 'two', id }]);
    await write(2, { do: 'reply', in: id, body: null });
    expect(await replies()).toEqual([]);
    expect((await write(2, { do: 'reply', in: id, body: null })).result).toBe(1);
  });

  it('takes one request for all of it, and one to look up names', async () => {
    const effects = [
      { do: 'label', add: ['P1'], remove: [] },
      { do: 'milestone', title: '1.4' },
      { do: 'title', title: 'Gateway' },
      { do: 'parent', issue: issue(2) },
      { do: 'assign', add: ['octo-user-1'], remove: [] },
      { do: 'reply', in: null, body: 'done' },
      closed('duplicate', 3),
    ] as const;
    expect((await write(1, ...(effects as unknown as WithoutReason<Effect>[]))).requests).toEqual([
      'query',
      'mutation',
    ]);
    const { title, state, labels, milestone, assignees } = await shown(1);
    expect({ title, state, milestone: milestone?.title, assignees: assignees?.length, labels: labels.length }).toEqual({
      title: 'Gateway',
      state: 'closed',
      milestone: '1.4',
      assignees: 1,
      labels: 1,
    });
  });

  it('closes and reopens a pull request, too', async () => {
    expect((await write(4, closed('completed'))).requests).toEqual(['mutation']);
    expect(await shown(4)).toMatchObject({ state: 'closed' });
    await write(4, { do: 'state', to: 'open' });
    expect(await shown(4)).toMatchObject({ state: 'open' });
  });

  it('names everything that is not there, and writes the rest', async () => {
    const writing = write(
      1,
      { do: 'assign', add: ['octo-nobody'], remove: [] },
      { do: 'parent', issue: issue(99) },
      { do: 'transfer', to: { owner: 'octo-org', name: 'octo-nowhere' } },
      { do: 'title', title: 'Gateway' },
    );
    await expect(writing).rejects.toThrow(
      'octo-org/octo-repo has no account “octo-nobody” and no issue octo-org/octo-repo#99 and no repository octo-org/octo-nowhere',
    );
    expect((await shown(1)).title).toBe('Gateway');
  });
});
