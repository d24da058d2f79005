import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addLabels,
  comment,
  deleteComment,
  editComment,
  type House,
  issueOf,
  open,
  openHouse,
  reactions,
  replies,
} from './house.ts';

const milestone = async (house: House, number: number) => (await issueOf(house, number)).milestone?.title ?? null;

describe('a comment with commands', () => {
  let house: House;
  let id: number;
  beforeAll(async () => {
    house = await openHouse();
    await open(house.as('octo-user-1'), 'The gateway drops connections');
    await house.settle();
  });
  afterAll(() => house.close());

  it('is obeyed, answered with a reaction alone, and followed by the checklist', async () => {
    id = await comment(house.as('octo-lead-1'), 1, 'I think so.\n\n/area networking\n/priority P1');
    await house.settle();
    expect(await house.labels(1)).toEqual(['P1', 'area/networking']);
    expect(await reactions(house, id)).toEqual(['+1']);
    expect(await replies(house, 1)).toEqual([]);
    const [checklist = ''] = (await house.comments(1)).filter((body) => body.includes('remit:checklist'));
    expect(checklist).toMatch(/- \[x\] \*\*Owner/);
    expect(checklist).toMatch(/- \[ \] \*\*Milestone/);
  });

  it('costs one request that reads and one that writes', async () => {
    house.requests();
    await comment(house.as('octo-lead-1'), 1, '/area config');
    await house.settle();
    expect(house.requests()).toEqual({ reads: 1, writes: 1 });
    await comment(house.as('octo-lead-1'), 1, '/remove-area config');
    await house.settle();
  });

  it('that is delivered again is not obeyed again, though somebody has changed their mind since', async () => {
    await house.as('octo-lead-1')('DELETE /repos/{owner}/{repo}/issues/1/labels/{name}', { name: 'P1' });
    await house.settle();
    for (const { guid, event } of [...house.github.deliveries]) {
      if (event === 'issue_comment') await house.github.redeliver(guid);
    }
    await house.settle();
    expect(await house.labels(1)).toEqual(['area/networking']);
  });

  it('that is edited is obeyed in what is new in it', async () => {
    await editComment(house.as('octo-lead-1'), id, 'I am sure.\n\n/area networking\n/priority P1\n/milestone 1.5');
    await house.settle();
    expect(await milestone(house, 1)).toBe('1.5');
    expect(await house.labels(1)).toEqual(['area/networking']);
    expect(await reactions(house, id)).toEqual(['+1']);
  });

  it('has one reply for what is refused, edited as it is, and gone when all is mended', async () => {
    const other = await comment(house.as('octo-lead-1'), 1, '/milestone 1.44\n/area dosc');
    await house.settle();
    expect(await reactions(house, other)).toEqual(['confused']);
    expect(await replies(house, 1)).toEqual([
      expect.stringMatching(/line 1, `\/milestone 1\.44`: .*try `\/milestone 1\.4`\n- line 2, `\/area dosc`: /),
    ]);
    await editComment(house.as('octo-lead-1'), other, 'Well:\n\n/milestone 1.44\n/area config');
    await house.settle();
    expect(await house.labels(1)).toEqual(['area/config', 'area/networking']);
    expect(await reactions(house, other)).toEqual(['confused']);
    const [reply = '', ...more] = await replies(house, 1);
    expect(reply).toMatch(/- line 3, `\/milestone 1\.44`: .*try `\/milestone 1\.4`$/);
    expect([reply.includes('dosc'), more]).toEqual([false, []]);
    await editComment(house.as('octo-lead-1'), other, '/milestone 1.4\n/area config');
    await house.settle();
    expect(await milestone(house, 1)).toBe('1.4');
    expect([await reactions(house, other), await replies(house, 1)]).toEqual([['+1'], []]);
  });

  it('that is deleted undoes nothing, and takes its answer along', async () => {
    const other = await comment(house.as('octo-lead-1'), 1, '/area user-experience\n/milestone 9.9');
    await house.settle();
    expect(await replies(house, 1)).toHaveLength(1);
    await deleteComment(house.as('octo-lead-1'), other);
    await house.settle();
    expect(await house.labels(1)).toContain('area/user-experience');
    expect(await replies(house, 1)).toEqual([]);
  });

  it('costs nothing where it has no command, and where an edit changes none', async () => {
    const other = await comment(house.as('octo-lead-1'), 1, 'It is /area/networking, I think.');
    await editComment(house.as('octo-lead-1'), id, 'I am sure!\n\n/area networking\n/priority P1\n/milestone 1.5');
    await editComment(house.as('octo-lead-1'), other, 'It is `/area networking`.');
    house.requests();
    await house.settle();
    expect(house.requests()).toEqual({ reads: 0, writes: 0 });
    expect(await milestone(house, 1)).toBe('1.4');
  });
});

describe('the text of an issue', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('is obeyed when the issue is opened, and answered there', async () => {
    await open(house.as('octo-lead-1'), 'The route format is unclear', {
      body: 'Hello.\n\n/area config\n/milestone 7',
    });
    await house.settle();
    expect(await house.labels(1)).toEqual(['area/config']);
    expect(await replies(house, 1)).toEqual([expect.stringContaining('line 4, `/milestone 7`')]);
    const found = await house.as('octo-user-1')<{ content: string }[]>('GET /repos/{owner}/{repo}/issues/1/reactions');
    expect(found.map(({ content }) => content)).toEqual(['confused']);
  });

  it('is not obeyed when it is edited', async () => {
    await house.as('octo-lead-1')('PATCH /repos/{owner}/{repo}/issues/1', { body: '/area networking' });
    await house.settle();
    expect(await house.labels(1)).toEqual(['area/config']);
  });
});

describe('leads without any role on GitHub', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({}, { collaborators: {} });
    await open(house.as('octo-user-1'), 'The gateway drops connections');
    await open(house.as('octo-user-1'), 'The route format is unclear');
    await house.settle();
    await comment(house.as('octo-user-1'), 1, '/area networking');
    await comment(house.as('octo-user-1'), 2, '/area config');
    await house.settle();
  });
  afterAll(() => house.close());

  it('set a milestone on an issue of their group', async () => {
    const id = await comment(house.as('octo-lead-1'), 1, '/milestone 1.4');
    await house.settle();
    expect([await milestone(house, 1), await reactions(house, id)]).toEqual(['1.4', ['+1']]);
  });

  it('are refused on another group’s, with who may', async () => {
    const id = await comment(house.as('octo-lead-1'), 2, '/milestone 1.4');
    await house.settle();
    expect([await milestone(house, 2), await reactions(house, id)]).toEqual([null, ['confused']]);
    expect(await replies(house, 2)).toEqual([expect.stringContaining('it takes leads of an owning group')]);
  });

  it('are looked up once in a while, and so is everybody', async () => {
    const lookUps = () => house.github.requests.filter(({ path }) => /collaborators|members/.test(path)).length;
    const before = lookUps();
    await comment(house.as('octo-lead-1'), 1, '/milestone 1.5');
    await comment(house.as('octo-lead-1'), 2, '/milestone 1.5');
    await house.settle();
    expect(lookUps()).toBe(before);
    await comment(house.as('octo-user-1'), 1, '/milestone 1.4');
    await comment(house.as('octo-user-1'), 2, '/milestone 1.4');
    await house.settle();
    expect(lookUps()).toBe(before + 1);
    expect([await milestone(house, 1), await milestone(house, 2)]).toEqual(['1.5', null]);
  });
});

describe('what Remit itself says', () => {
  it('is never obeyed, also where a person puts a command into it', async () => {
    const house = await openHouse();
    await open(house.as('octo-user-1'), 'The gateway drops connections', { labels: ['area/networking'] });
    await comment(house.as('octo-user-1'), 1, '/help');
    await house.settle();
    const found = await house.as('octo-lead-1')<{ id: number; body: string }[]>(
      'GET /repos/{owner}/{repo}/issues/1/comments',
    );
    const help = found.find(({ body }) => body.includes('| does |'))!;
    await editComment(house.as('octo-lead-1'), help.id, `${help.body}\n\n/close`);
    await addLabels(house.as('octo-lead-1'), 1, 'P2');
    await comment(house.as('octo-lead-1'), 1, help.body);
    await house.settle();
    expect(await issueOf(house, 1)).toMatchObject({ state: 'open' });
    expect(await house.labels(1)).toEqual(['P2', 'area/networking']);
    await house.close();
  });
});
