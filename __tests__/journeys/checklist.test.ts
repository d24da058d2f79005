import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addLabels, charter, commit, configuration, type House, open, openHouse, patch } from './house.ts';

interface Comment {
  id: number;
  body: string;
}

describe('an issue on its way through the house', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('gets one checklist that says what is missing', async () => {
    await open(house.as('octo-user-1'), 'The gateway drops connections');
    await house.settle();
    const comments = await house.comments(1);
    expect(comments).toHaveLength(1);
    for (const what of [/- \[ \].*owner/i, /- \[ \].*milestone/i, /- \[ \].*priority/i])
      expect(comments[0]).toMatch(what);
  });

  it('is routed by its label, with the line and commit of the charter that made the group its owner', async () => {
    await addLabels(house.as('octo-user-1'), 1, 'area/networking');
    await house.settle();
    const [checklist] = await house.comments(1);
    expect(checklist).toMatch(/- \[x\].*Networking/);
    expect(checklist).toMatch(/\/octo-org\/octo-repo\/blob\/[0-9a-f]{40}\/WORKING-GROUPS\.md\?plain=1#L6\b/);
  });

  it('has its checklist edited in place when a milestone is set', async () => {
    const [before] = await house.as('octo-user-1')<Comment[]>('GET /repos/{owner}/{repo}/issues/1/comments');
    await patch(house.as('octo-lead-1'), 1, { milestone: 1 });
    await house.settle();
    const after = await house.as('octo-user-1')<Comment[]>('GET /repos/{owner}/{repo}/issues/1/comments');
    expect(after.map((comment) => comment.id)).toEqual([before?.id]);
    expect(after[0]?.body).toMatch(/- \[x\].*1\.4/);
  });

  it('loses its checklist when nothing is missing', async () => {
    await addLabels(house.as('octo-lead-1'), 1, 'P1');
    await house.settle();
    expect(await house.comments(1)).toEqual([]);
  });

  it('keeps the priority that a person gave last', async () => {
    await addLabels(house.as('octo-lead-1'), 1, 'P0');
    await house.settle();
    expect(await house.labels(1)).toEqual(['P0', 'area/networking']);
    expect(await house.comments(1)).toEqual([]);
  });

  it('costs one read and no write when nothing changed', async () => {
    house.requests();
    await patch(house.as('octo-user-1'), 1, { body: 'More of it.' });
    await house.settle();
    expect(house.requests()).toEqual({ reads: 1, writes: 0 });
  });

  it('costs one read and one batched write a change, and one read for the event of its own write at most', async () => {
    house.requests();
    await open(house.as('octo-user-1'), 'Another one');
    await house.settle();
    const { reads, writes } = house.requests();
    expect(writes).toBe(1);
    expect(reads).toBeLessThanOrEqual(2);
  });
});

describe('what else changes', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await open(house.as('octo-user-1'), 'The route format is unclear', { labels: ['area/config', 'P2'] });
    await house.settle();
  });
  afterAll(() => house.close());

  it('a group in the place of another in the charter takes its issues along by an alias', async () => {
    expect((await house.comments(1))[0]).toMatch(/- \[x\].*Config\b/);
    await commit(
      house.as('octo-lead-2'),
      'WORKING-GROUPS.md',
      charter.replaceAll('Config', 'Settings').replace('c/config', 'c/settings'),
    );
    await house.settle();
    expect((await house.comments(1))[0]).toMatch(/- \[ \].*area\/config/);
    const aliased = configuration.replace('{group}\n', '{group}\n  aliases: { config: Settings }\n');
    await commit(house.as('octo-lead-2'), '.github/remit.yml', aliased);
    await house.settle();
    expect((await house.comments(1))[0]).toMatch(/- \[x\].*Settings/);
  });

  it('a milestone that is closed is none that can be achieved', async () => {
    await patch(house.as('octo-lead-2'), 1, { milestone: 2 });
    await house.settle();
    expect(await house.comments(1)).toEqual([]);
    await house.as('octo-lead-2')('PATCH /repos/{owner}/{repo}/milestones/2', { state: 'closed' });
    await house.settle();
    expect((await house.comments(1))[0]).toMatch(/- \[ \].*1\.5.*closed/);
    await house.as('octo-lead-2')('PATCH /repos/{owner}/{repo}/milestones/2', { state: 'open' });
    await house.settle();
    expect(await house.comments(1)).toEqual([]);
  });

  it('a label that is renamed no longer names its group', async () => {
    await house.as('octo-lead-2')('PATCH /repos/{owner}/{repo}/labels/{name}', {
      name: 'area/config',
      new_name: 'configuration',
    });
    await house.settle();
    expect((await house.comments(1))[0]).toMatch(/- \[ \].*owner/i);
    await house.as('octo-lead-2')('PATCH /repos/{owner}/{repo}/labels/{name}', {
      name: 'configuration',
      new_name: 'area/config',
    });
    await house.settle();
    expect(await house.comments(1)).toEqual([]);
  });

  it('a checklist that somebody deletes comes back only when something is missing', async () => {
    await open(house.as('octo-user-1'), 'Nobody owns this');
    await house.settle();
    const [own] = await house.as('octo-user-1')<Comment[]>('GET /repos/{owner}/{repo}/issues/2/comments');
    await house.as('octo-user-1')('POST /repos/{owner}/{repo}/issues/{number}/comments', {
      number: 2,
      body: own?.body,
    });
    await house.settle();
    expect(await house.comments(2)).toHaveLength(2);
    await house.as('octo-user-1')('POST /repos/{owner}/{repo}/issues/{number}/labels', {
      number: 2,
      labels: ['area/config', 'P1'],
    });
    await patch(house.as('octo-user-1'), 2, { milestone: 1 });
    await house.settle();
    expect(await house.comments(2)).toEqual([own?.body]);
  });

  it('a sub-issue that gets a parent is looked at again', async () => {
    const child = await house.as('octo-user-1')<{ id: number }>('GET /repos/{owner}/{repo}/issues/2');
    house.requests();
    await house.as('octo-user-1')('POST /repos/{owner}/{repo}/issues/1/sub_issues', { sub_issue_id: child.id });
    await house.settle();
    expect(house.requests().reads).toBeGreaterThan(0);
  });

  it('a title that shouts at everyone is quoted, not obeyed', async () => {
    const hostile = '@everyone <img src=x onerror=alert(1)> | a | \u202e b\n/close';
    await house.as('octo-user-1')('POST /repos/{owner}/{repo}/milestones', { title: hostile, state: 'closed' });
    const milestones = await house.as('octo-user-1')<{ number: number }[]>('GET /repos/{owner}/{repo}/milestones', {
      state: 'closed',
    });
    await open(house.as('octo-user-1'), hostile, { milestone: milestones.at(-1)?.number });
    await house.settle();
    const [checklist = ''] = await house.comments(3);
    expect(checklist).toMatch(/- \[ \].*milestone/i);
    expect(checklist.replace(/`+[^`]*`+/g, '')).not.toMatch(/@everyone|<img|\u202e|^\/close/m);
  });
});
