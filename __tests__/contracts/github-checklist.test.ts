import { afterEach, describe, expect, it } from '@jest/globals';
import { checklistBody, type Ground, issue, openGround, writeUnheard } from './emulated-github.ts';

let ground: Ground;
afterEach(() => ground.emulator.close());

const writeChecklist = (number: number, body = checklistBody()) =>
  ground.read(number).then((reading) => ground.github.write(reading.issue, [{ do: 'checklist', body, because: '' }]));

describe('the checklist', () => {
  it('is our comment with the marker', async () => {
    ground = await openGround({}, { issues: [{ title: 'a', comments: [{ body: 'hello' }] }] });
    await writeChecklist(1);
    const { checklist, surplusChecklists } = (await ground.read(1)).issue;
    expect(checklist).toEqual({ id: expect.any(String), body: checklistBody() });
    expect(surplusChecklists).toEqual([]);
  });

  it('is none of somebody else’s with our marker, nor one of ours without it', async () => {
    const comments = [{ author: 'octo-user-1', body: checklistBody() }];
    ground = await openGround({}, { issues: [{ title: 'a', comments }] });
    await writeChecklist(1, 'a comment of ours that is no checklist');
    expect((await ground.read(1)).issue).toMatchObject({ checklist: null, surplusChecklists: [] });
  });

  it('is the oldest of two; the other is surplus', async () => {
    ground = await openGround({}, { issues: [{ title: 'a' }] });
    const before = (await ground.read(1)).issue;
    await writeUnheard(ground, before, checklistBody('one'));
    await writeUnheard(ground, before, checklistBody('two'));
    const { checklist, surplusChecklists } = (await ground.read(1)).issue;
    expect(checklist?.body).toBe(checklistBody('one'));
    expect(surplusChecklists.map(({ body }) => body)).toEqual([checklistBody('two')]);
  });

  it('is found behind a hundred comments, with a request more', async () => {
    const comments = Array.from({ length: 150 }, () => ({ body: 'hello' }));
    ground = await openGround({}, { issues: [{ title: 'a', comments }] });
    await writeChecklist(1);
    const { result, requests } = await ground.counting(() => ground.read(1));
    expect(result.issue.checklist?.body).toBe(checklistBody());
    expect(requests).toEqual(['query', 'query']);
  });

  it('is the App’s for a person who says so, and else their own', async () => {
    ground = await openGround({}, { issues: [{ title: 'a' }] });
    await writeChecklist(1);
    const told = await ground.connectAs('octo-lead-1', 'remit[bot]').readIssue(issue(1), []);
    const untold = await ground.connectAs('octo-lead-1').readIssue(issue(1), []);
    expect(told?.issue.checklist?.body).toBe(checklistBody());
    expect(untold?.issue.checklist).toBeNull();
  });
});
