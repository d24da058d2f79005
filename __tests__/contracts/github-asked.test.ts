import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AskedBeside } from '../../src/model/command-ports.ts';
import { known } from '../../src/model/known.ts';
import { type Ground, hostile, issue, openGround, place, repository } from './emulated-github.ts';

let ground: Ground;
beforeEach(async () => {
  ground = await openGround(
    {
      repositories: [
        { owner: 'octo-org', name: 'octo-plans', archived: true, collaborators: { 'octo-lead-1': 'read' } },
      ],
    },
    {
      labels: ['area/docs', ...Array.from({ length: 120 }, (_, index) => `label-${index}`)],
      issues: [
        { title: 'a', comments: [{ author: 'octo-user-1', body: '/area docs' }] },
        { title: 'b', state: 'closed' },
        { title: 'c' },
        { title: 'd', parent: 3 },
      ],
    },
  );
});
afterEach(() => ground.emulator.close());

const none: AskedBeside['needs'] = { labels: false, milestones: false, logins: [], issues: [], repositories: [] };

async function asked(needs: Partial<AskedBeside['needs']> = {}, { to = '', mayBeAnswered = true } = {}) {
  const { data } = await ground.as('octo-user-1').issues.listComments({ ...place, issue_number: 1 });
  const beside = { to: to || data[0]!.node_id, mayBeAnswered, needs: { ...none, ...needs } };
  const { result, requests } = await ground.counting(() => ground.github.readAsked(issue(1), [], beside));
  return { ...result!, requests };
}

describe('what is read beside an issue', () => {
  it('is what commands name, in the same request', async () => {
    const { ground: found, requests } = await asked({
      milestones: true,
      logins: ['OCTO-LEAD-1', 'octo-nobody', hostile[0]!],
      issues: [issue(2), issue(3), issue(99), { owner: 'octo-org', repository: 'nowhere', number: 1 }],
      repositories: [
        { owner: 'octo-org', name: 'octo-plans' },
        { owner: 'octo-org', name: 'nowhere' },
      ],
    });
    expect(requests).toEqual(['query']);
    expect(found.labels.known).toBe(false);
    expect(found.milestones).toEqual(
      known([
        { number: 3, title: '1.3', state: 'closed' },
        { number: 2, title: '1.5', state: 'open' },
        { number: 1, title: '1.4', state: 'open' },
      ]),
    );
    expect(found.assignable.known && [...found.assignable.value]).toEqual([
      ['octo-lead-1', 'octo-lead-1'],
      ['octo-nobody', null],
      [hostile[0]!.toLowerCase(), null],
    ]);
    expect(found.issues.known && [...found.issues.value]).toMatchObject([
      ['octo-org/octo-repo#2', { title: 'b', state: 'closed', isPullRequest: false, children: 0 }],
      ['octo-org/octo-repo#3', { title: 'c', state: 'open', children: 1 }],
      ['octo-org/octo-repo#99', null],
      ['octo-org/nowhere#1', null],
    ]);
    expect(found.repositories.known && [...found.repositories.value]).toMatchObject([
      ['octo-org/octo-plans', { archived: true, hasIssues: true, isPrivate: false }],
      ['octo-org/nowhere', null],
    ]);
  });

  it('is all labels, however many there are', async () => {
    const { ground: found, requests } = await asked({ labels: true });
    expect(found.labels.known && found.labels.value).toHaveLength(121);
    expect(requests).toEqual(['query', 'query']);
  });

  it('is what Remit reacted and answered with, by author and mark together', async () => {
    const { data: comments } = await ground.as('octo-user-1').issues.listComments({ ...place, issue_number: 1 });
    const to = comments[0]!.node_id;
    const body = `<!-- remit:reply to ${to} -->\n- line 1`;
    await ground.as('octo-lead-1').issues.createComment({ ...place, issue_number: 1, body });
    expect(await asked()).toMatchObject({ comment: { own: false, reaction: null, body: '/area docs' }, reply: null });
    const { issue: facts } = await ground.read(1);
    await ground.github.write(facts, [
      { do: 'reply', in: null, body, because: '' },
      { do: 'react', to, with: 'confused', instead: null, because: '' },
    ]);
    expect(await asked()).toMatchObject({ comment: { reaction: 'confused' }, reply: { body }, isOrganisations: true });
    expect((await asked({}, { mayBeAnswered: false })).reply).toBeNull();
  });

  it('is no comment where it was deleted', async () => {
    expect((await asked({}, { to: 'IC_kwDOgone' })).comment).toBeNull();
  });

  it('spares looking up what is written', async () => {
    const { ids, issue: facts } = await asked({ labels: true, milestones: true, issues: [issue(2)] });
    const { requests } = await ground.counting(() =>
      ground.github.write(
        facts,
        [
          { do: 'label', add: ['area/docs'], remove: [], because: '' },
          { do: 'milestone', title: '1.5', because: '' },
        ],
        ids,
      ),
    );
    expect(requests).toEqual(['mutation']);
    expect((await ground.read(1)).issue).toMatchObject({
      milestone: { title: '1.5' },
      labels: [{ name: 'area/docs' }],
    });
  });
});

describe('who somebody is', () => {
  it('is their role in a repository', async () => {
    const { github } = ground;
    expect(await github.roleOf('octo-lead-1', repository)).toEqual(known('write'));
    expect(await github.roleOf('octo-lead-1', { owner: 'octo-org', name: 'octo-plans' })).toEqual(known('read'));
    expect(await github.roleOf('octo-nobody', repository)).toMatchObject({ known: false });
  });

  it('is whether they are a member, where that is told', async () => {
    expect(await ground.github.isMember('octo-lead-1', 'octo-org')).toEqual(known(true));
    expect(await ground.github.isMember('octo-ci[bot]', 'octo-org')).toEqual(known(false));
    const outsider = ground.connectAs('octo-ci[bot]');
    expect(await outsider.isMember('octo-lead-1', 'octo-org')).toMatchObject({ known: false });
  });

  it('is whether they are in a team that may be seen', async () => {
    const { teams } = ground.as('octo-lead-1');
    await teams.create({ org: 'octo-org', name: 'release', privacy: 'closed' });
    expect(await ground.github.isInTeam('octo-lead-1', 'octo-org', 'release')).toEqual(known(true));
    expect(await ground.github.isInTeam('octo-user-1', 'octo-org', 'release')).toEqual(known(false));
    expect(await ground.github.isInTeam('octo-user-1', 'octo-org', 'nowhere')).toMatchObject({ known: false });
  });

  it('is not told while GitHub does not answer', async () => {
    ground.emulator.faults.add({ method: 'GET', fault: { kind: 'status', status: 502 } });
    await expect(ground.github.roleOf('octo-lead-1', repository)).rejects.toThrow(/out of order/);
  });
});
