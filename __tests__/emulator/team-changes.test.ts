import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitForApp } from './app-token.ts';
import { type Json, octokitFor, octoSeed, refusalOf, startOctoWorld } from './octo-world.ts';

const org = 'octo-org';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startOctoWorld({
    webhookUrl: 'http://127.0.0.1:9/',
    seed: {
      ...octoSeed,
      app: { ...octoSeed.app, permissions: { members: 'write', administration: 'write', issues: 'write' } },
      organizations: [
        {
          login: org,
          baseRole: 'none',
          members: ['octo-user-1', 'octo-user-2', 'octo-user-3'],
          admins: ['octo-owner'],
          teams: [
            { name: 'Docs', maintainers: ['octo-user-1'], repositories: { 'octo-closet': 'triage' } },
            { name: 'Translators', parent: 'Docs', members: ['octo-user-2'] },
          ],
        },
      ],
      repositories: [{ owner: org, name: 'octo-closet', private: true, issues: [{ title: 'a' }], labels: ['bug'] }],
    },
  });
});
afterEach(() => emulator.close());

const as = (login: string) => octokitFor(emulator, login);
const docs = { org, team_slug: 'docs' };

describe('a team', () => {
  it('is made by a member, who maintains it from then on', async () => {
    const { teams } = as('octo-user-3');
    const text = { name: 'Build & Test', description: 'builds', privacy: 'closed' as const };
    const { data, status } = await teams.create({
      org,
      ...text,
      maintainers: ['octo-user-2'],
      repo_names: ['octo-org/octo-closet'],
    });
    expect([status, data]).toEqual([
      201,
      expect.objectContaining({ ...text, slug: 'build-test', members_count: 2, repos_count: 1 }),
    ]);
    const membership = { org, team_slug: 'build-test', username: 'octo-user-3' };
    expect((await teams.getMembershipForUserInOrg(membership)).data.role).toBe('maintainer');
  });

  it('is secret unless it is said or it lies below another', async () => {
    const { teams } = as('octo-owner');
    expect((await teams.create({ org, name: 'Quiet' })).data.privacy).toBe('secret');
    const parent_team_id = (await teams.getByName(docs)).data.id;
    const { data } = await teams.create({ org, name: 'Below', parent_team_id });
    expect(data).toMatchObject({ privacy: 'closed', parent: { slug: 'docs' } });
    const { data: children } = await teams.listChildInOrg(docs);
    expect(children.map(({ slug }) => slug)).toEqual(['translators', 'below']);
  });

  it('is renamed with its address, and moved', async () => {
    const { teams } = as('octo-user-1');
    const { data, status } = await teams.updateInOrg({ ...docs, name: 'Documents', description: 'writes' });
    expect([status, data]).toEqual([201, expect.objectContaining({ slug: 'documents', description: 'writes' })]);
    expect((await refusalOf(teams.getByName(docs))).status).toBe(404);
    const child = { org, team_slug: 'translators' };
    const { data: moved } = await as('octo-owner').teams.updateInOrg({ ...child, parent_team_id: null });
    expect(moved.parent).toBeNull();
    expect((await as('octo-owner').teams.updateInOrg(child)).status).toBe(200);
  });

  it('goes with the teams below it', async () => {
    expect((await as('octo-user-1').teams.deleteInOrg(docs)).status).toBe(204);
    expect((await as('octo-owner').teams.list({ org })).data).toEqual([]);
  });

  it.each<[string, object, object]>([
    [
      'of a name that is taken',
      { name: 'docs' },
      { resource: 'Team', field: 'name', code: 'custom', message: 'Name must be unique for this org' },
    ],
    ['below one that there is not', { name: 'a', parent_team_id: 1 }, { field: 'parent_team_id', code: 'invalid' }],
    [
      'with a maintainer from outside',
      { name: 'a', maintainers: ['octo-admin'] },
      { field: 'maintainers', code: 'invalid' },
    ],
    [
      'with a repository that there is not',
      { name: 'a', repo_names: ['lost'] },
      { field: 'repo_names', code: 'invalid' },
    ],
    ['of no name', { name: ' ' }, { field: 'name', code: 'missing_field' }],
  ])('%s is not made', async (_, text, error) => {
    const asked = as('octo-owner').request('POST /orgs/{org}/teams', { org, name: '', ...text });
    expect(await refusalOf(asked)).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: [expect.objectContaining(error)] },
    });
  });

  it('is not put below one of its own, nor hidden while others lie below it', async () => {
    const { teams } = as('octo-owner');
    const parent_team_id = (await teams.getByName({ org, team_slug: 'translators' })).data.id;
    expect((await refusalOf(teams.updateInOrg({ ...docs, parent_team_id }))).status).toBe(422);
    expect((await refusalOf(teams.updateInOrg({ ...docs, privacy: 'secret' }))).status).toBe(422);
  });

  it('is changed by nobody but its maintainers and the owners', async () => {
    const { teams } = as('octo-user-3');
    const refused = {
      status: 403,
      body: { message: expect.stringMatching(/^You must be an organization owner or team maintainer to/) },
    };
    expect(await refusalOf(teams.updateInOrg({ ...docs, name: 'a' }))).toMatchObject(refused);
    expect(await refusalOf(teams.deleteInOrg(docs))).toMatchObject(refused);
    const one = { ...docs, username: 'octo-user-3' };
    expect(await refusalOf(teams.addOrUpdateMembershipForUserInOrg(one))).toMatchObject({
      status: 403,
      body: { message: 'You must be an organization owner or team maintainer to add a team membership.' },
    });
  });
});

describe('the webhooks of a team', () => {
  const told = async () => {
    await emulator.settled();
    return emulator.deliveries.map(({ event, action, payload }) => [event, action, payload as Json]);
  };

  it('tell what it was called, and what is gone with it', async () => {
    const { teams } = as('octo-owner');
    await teams.updateInOrg({ ...docs, name: 'Documents', notification_setting: 'notifications_disabled' });
    await teams.updateInOrg({ org, team_slug: 'documents' });
    await teams.deleteInOrg({ org, team_slug: 'documents' });
    expect(await told()).toEqual([
      [
        'team',
        'edited',
        expect.objectContaining({
          changes: { name: { from: 'Docs' }, notification_setting: { from: 'notifications_enabled' } },
        }),
      ],
      ['team', 'deleted', expect.objectContaining({ team: expect.objectContaining({ slug: 'translators' }) })],
      ['team', 'deleted', expect.objectContaining({ team: expect.objectContaining({ slug: 'documents' }) })],
    ]);
  });

  it('tell what it may do in a repository, and what it could do before', async () => {
    const { teams } = as('octo-owner');
    const given = { org, team_slug: 'translators', owner: org, repo: 'octo-closet' };
    for (const permission of ['pull', 'pull', 'push'])
      await teams.addOrUpdateRepoPermissionsInOrg({ ...given, permission });
    await teams.removeRepoInOrg(given);
    const events = (await told()).map(([event, action, { changes, repository }]) => [
      event,
      action,
      changes?.repository.permissions.from.push ?? null,
      repository.permissions?.push ?? null,
    ]);
    expect(events).toEqual([
      ['team', 'added_to_repository', null, false],
      ['team_add', null, null, null],
      ['team', 'edited', false, true],
      ['team', 'removed_from_repository', null, false],
    ]);
  });
});

describe('the membership of a team', () => {
  const one = { ...docs, username: 'octo-user-3' };

  it('is given, changed and taken, and the app hears of it', async () => {
    const { teams } = as('octo-user-1');
    const { data } = await teams.addOrUpdateMembershipForUserInOrg(one);
    expect(data).toMatchObject({ role: 'member', state: 'active' });
    const changed = await teams.addOrUpdateMembershipForUserInOrg({ ...one, role: 'maintainer' });
    expect(changed.data.role).toBe('maintainer');
    await teams.removeMembershipForUserInOrg(one);
    expect((await refusalOf(teams.getMembershipForUserInOrg(one))).status).toBe(404);
    await emulator.settled();
    const told = emulator.deliveries.map(({ event, action, payload }) => [event, action, payload as Json]);
    expect(told).toEqual([
      [
        'membership',
        'added',
        expect.objectContaining({ scope: 'team', team: expect.objectContaining({ slug: 'docs' }) }),
      ],
      ['membership', 'removed', expect.objectContaining({ member: expect.objectContaining({ login: 'octo-user-3' }) })],
    ]);
    expect(told[0]?.[2]).not.toHaveProperty('repository');
  });

  it('makes a member of the organisation of a stranger, by an owner only', async () => {
    const stranger = { ...docs, username: 'octo-stranger' };
    const unknown = as('octo-owner').teams.addOrUpdateMembershipForUserInOrg(stranger);
    expect((await refusalOf(unknown)).status).toBe(404);
    const outside = { ...docs, username: 'octo-outside' };
    await emulator.close();
    emulator = await startOctoWorld({
      seed: {
        users: [{ login: 'octo-outside' }],
        organizations: [
          { login: org, admins: ['octo-owner'], teams: [{ name: 'Docs', maintainers: ['octo-user-1'] }] },
        ],
      },
    });
    expect((await refusalOf(as('octo-user-1').teams.addOrUpdateMembershipForUserInOrg(outside))).status).toBe(403);
    await as('octo-owner').teams.addOrUpdateMembershipForUserInOrg(outside);
    expect((await as('octo-outside').orgs.checkMembershipForUser({ org, username: 'octo-outside' })).status).toBe(204);
  });

  it('of an owner is no maintainer’s: they are more already', async () => {
    const asked = as('octo-owner').teams.addOrUpdateMembershipForUserInOrg({
      ...docs,
      username: 'octo-owner',
      role: 'maintainer',
    });
    expect(await refusalOf(asked)).toMatchObject({
      status: 422,
      body: { errors: [{ resource: 'TeamMember', field: 'user', code: 'already_org_admin' }] },
    });
  });

  it('is laid down by the member', async () => {
    await as('octo-user-2').teams.removeMembershipForUserInOrg({
      org,
      team_slug: 'translators',
      username: 'octo-user-2',
    });
    expect((await as('octo-owner').teams.listMembersInOrg({ org, team_slug: 'translators' })).data).toEqual([]);
  });
});

describe('an installation', () => {
  it('with the permission changes teams, without it none', async () => {
    const mayChange = await octokitForApp(emulator, { members: 'write' });
    expect((await mayChange.teams.create({ org, name: 'By the app', privacy: 'closed' })).data.members_count).toBe(0);
    const reads = await octokitForApp(emulator, { members: 'read' });
    expect(await refusalOf(reads.teams.create({ org, name: 'b' }))).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
  });
});
