import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { charter, comment, configuration, type House, issueOf, open, openHouse, reactions, replies } from './house.ts';

const milestone = async (house: House, number: number) => (await issueOf(house, number)).milestone?.title ?? null;

describe('several comments at once', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await open(house.as('octo-user-1'), 'The gateway drops connections', { labels: ['area/networking'] });
    await house.settle();
  });
  afterAll(() => house.close());

  it('are obeyed one after the other, and what was written last holds', async () => {
    const titles = ['1.4', '1.5', '1.4', '1.5', '1.4', '1.5'];
    const posted = await Promise.all(
      titles.map(async (title) => ({ title, id: await comment(house.as('octo-lead-1'), 1, `/milestone ${title}`) })),
    );
    await house.settle();
    const last = posted.reduce((one, other) => (other.id > one.id ? other : one));
    expect(await milestone(house, 1)).toBe(last.title);
    for (const { id } of posted) expect(await reactions(house, id)).toEqual(['+1']);
  });

  it('wait out a rate limit, and are obeyed once', async () => {
    house.github.limits.set({ graphqlPointsPerMinute: 7 });
    await comment(house.as('octo-lead-1'), 1, '/priority P1');
    await house.settle();
    house.github.clock.advance(57_000);
    const ids = [
      await comment(house.as('octo-lead-1'), 1, '/priority P2'),
      await comment(house.as('octo-lead-1'), 1, '/priority P0'),
    ];
    await house.settle();
    expect((await house.store.inbox.list(10)).length).toBeGreaterThan(0);
    house.github.limits.set(null);
    while ((await house.store.inbox.list(1)).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await house.settle();
    expect(await house.labels(1)).toEqual(['P0', 'area/networking']);
    for (const id of ids) expect(await reactions(house, id)).toEqual(['+1']);
    expect(await house.store.inbox.counts()).toMatchObject({ dead: 0 });
    const story = await house.store.ledger.story({ owner: 'octo-org', repository: 'octo-repo', number: 1 });
    const added = story.flatMap(({ written }) => written.flatMap((each) => (each.do === 'label' ? each.add : [])));
    expect(added).toEqual(['P1', 'P2', 'P0']);
  });

  it('are read up to a number, and told so', async () => {
    const many = Array.from({ length: 100 }, () => '/area config').join('\n');
    const id = await comment(house.as('octo-lead-1'), 1, many);
    await house.settle();
    expect(await house.labels(1)).toContain('area/config');
    expect(await reactions(house, id)).toEqual(['confused']);
    expect((await replies(house, 1)).at(-1)).toMatch(/line 21: only the first 20 commands of a comment are read/);
  });
});

describe('commands about a pull request', () => {
  const pulls = `${configuration}  pull-requests: true\ncommands:\n  pull-requests: true\n`;
  let house: House;
  beforeAll(async () => {
    const files = { 'WORKING-GROUPS.md': charter, '.github/remit.yml': pulls };
    const pullRequests = [{ title: 'Mend the gateway', author: 'octo-user-1', files: { 'a.md': 'a' } }];
    house = await openHouse({}, { files, pullRequests });
  });
  afterAll(() => house.close());

  it('are obeyed where the project wants it', async () => {
    const id = await comment(house.as('octo-lead-1'), 1, '/area networking\n/retitle Mend the gateway @octo-lead-2');
    const other = await comment(house.as('octo-lead-1'), 1, '/milestone 1.4\n/assign');
    await house.settle();
    expect([await reactions(house, id), await reactions(house, other)]).toEqual([['+1'], ['+1']]);
    expect(await issueOf(house, 1)).toMatchObject({
      title: 'Mend the gateway @octo-lead-2',
      labels: [{ name: 'area/networking' }],
      milestone: { title: '1.4' },
      assignees: [{ login: 'octo-lead-1' }],
    });
  });

  it('count in its text when it is opened, and what it needs is asked for', async () => {
    const lead = house.as('octo-lead-1');
    const branch = { number: 1, head: 'octo-wires', base: 'main' };
    const { object } = await lead<{ object: { sha: string } }>('GET /repos/{owner}/{repo}/git/ref/heads/main');
    await lead('POST /repos/{owner}/{repo}/git/refs', { ref: `refs/heads/${branch.head}`, sha: object.sha });
    const content = Buffer.from('b').toString('base64');
    await lead('PUT /repos/{owner}/{repo}/contents/b.md', { branch: branch.head, message: 'Write it', content });
    const { number } = await lead<{ number: number }>('POST /repos/{owner}/{repo}/pulls', {
      title: 'Mend the wires',
      head: branch.head,
      base: branch.base,
      body: 'It was loose.\n/area networking\n/priority P1',
    });
    await house.settle();
    expect(await house.labels(number)).toEqual(['P1', 'area/networking']);
    expect(await house.comments(number)).toEqual([expect.stringMatching(/- \[ \] \*\*Milestone/)]);
    await lead('PATCH /repos/{owner}/{repo}/issues/{number}', { number, milestone: 1 });
    await house.settle();
    expect(await house.comments(number)).toEqual([]);
  });
});
