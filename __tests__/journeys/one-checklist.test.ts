import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reconcileIssue } from '../../src/engine/reconcile.ts';
import type { GitHub } from '../../src/model/ports.ts';
import { type Ground, issue, openGround, place } from '../contracts/emulated-github.ts';

/** Everybody's patience is over. */
const clock = { now: () => new Date('2100-01-01T00:00:00Z') };
const here = { ...place, issue_number: 1 };

let ground: Ground;

beforeEach(async () => {
  ground = await openGround({}, { issues: [{ title: 'a' }] });
});

afterEach(() => ground.emulator.close());

const comments = async () => (await ground.as('octo-user-1').issues.listComments(here)).data;

/** So many processes bring the issue into order; none of them writes before all have read. */
async function race(count: number): Promise<void> {
  let unread = count;
  let allHaveRead = () => {};
  const barrier = new Promise<void>((resolve) => {
    allHaveRead = resolve;
  });
  const github: GitHub = {
    ...ground.github,
    async readIssue(...asked) {
      const reading = await ground.github.readIssue(...asked);
      unread -= 1;
      if (unread === 0) allHaveRead();
      await barrier;
      return reading;
    },
  };
  await Promise.allSettled(Array.from({ length: count }, () => reconcileIssue(issue(1), { github, clock })));
}

describe('processes that look at an issue at the same moment', () => {
  it('write a checklist each, and who finds another one there takes the own away', async () => {
    await race(3);
    const written = await comments();
    expect(written).toHaveLength(1);
    await race(3);
    expect(await comments()).toEqual(written);
  });

  it('leave the oldest at the next look where GitHub’s answer was lost', async () => {
    ground.emulator.faults.add({
      operation: 'addComment',
      fault: { kind: 'timeout', effect: 'after', ms: 1 },
      times: 3,
    });
    await race(3);
    const written = await comments();
    expect(written).toHaveLength(3);
    await race(3);
    expect((await comments()).map(({ id }) => id)).toEqual([written[0]?.id]);
  });

  it('leave none when nothing is missing any more', async () => {
    await race(2);
    const { issues } = ground.as('octo-lead-1');
    await issues.update({ ...here, milestone: 1, labels: ['P1'] });
    await race(2);
    expect(await comments()).toEqual([]);
  });

  it('do not take their own tidying for a person’s wish', async () => {
    await race(2);
    const { issues } = ground.as('octo-lead-1');
    await issues.update({ ...here, milestone: 1, labels: ['P1'] });
    await race(2);
    await issues.update({ ...here, milestone: null, labels: [] });
    await race(1);
    expect(await comments()).toHaveLength(1);
  });
});

describe('a checklist that a person touched', () => {
  it('keeps what they wrote around it, whatever becomes of the list', async () => {
    await race(1);
    const { issues } = ground.as('octo-lead-1');
    const [checklist] = await comments();
    const noted = `${checklist?.body}\n\nWe wait for the design.`;
    await issues.updateComment({ ...place, comment_id: checklist!.id, body: noted });
    await issues.update({ ...here, labels: ['P1'] });
    await race(1);
    expect((await comments())[0]?.body).toMatch(/\[x\] \*\*Priority[\s\S]*\n\nWe wait for the design\.$/);
    await issues.update({ ...here, milestone: 1 });
    await race(1);
    const [left] = await comments();
    expect(left?.body).not.toContain('Priority');
    expect(left?.body).toMatch(/\n\nWe wait for the design\.$/);
  });

  it('gets no second one beside it when they wrote something else in its place', async () => {
    await race(1);
    const [checklist] = await comments();
    const { issues } = ground.as('octo-lead-1');
    await issues.updateComment({ ...place, comment_id: checklist!.id, body: 'Not needed here.' });
    await race(1);
    expect((await comments()).map(({ body }) => body)).toEqual(['Not needed here.']);
  });

  it('stays away when they deleted it, until something else is missing', async () => {
    const { issues } = ground.as('octo-lead-1');
    await issues.update({ ...here, milestone: 1 });
    await race(1);
    const [checklist] = await comments();
    await issues.deleteComment({ ...place, comment_id: checklist!.id });
    await race(1);
    expect(await comments()).toEqual([]);
    await issues.update({ ...here, milestone: null });
    await race(1);
    expect(await comments()).toHaveLength(1);
  });
});
