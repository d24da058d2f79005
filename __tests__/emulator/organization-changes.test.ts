import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitForApp } from './app-token.ts';
import { type Json, octokitFor, octoSeed, place, refusalOf, startOctoWorld } from './octo-world.ts';

const org = 'octo-org';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startOctoWorld({
    webhookUrl: 'http://127.0.0.1:9/',
    seed: {
      ...octoSeed,
      app: { ...octoSeed.app, permissions: { administration: 'write', issues: 'write' } },
      organizations: [
        {
          login: org,
          description: 'An organisation',
          members: ['octo-user-1'],
          admins: ['octo-owner'],
          teams: [{ name: 'Docs', members: ['octo-user-1'] }],
        },
      ],
    },
  });
});
afterEach(() => emulator.close());

const as = (login: string) => octokitFor(emulator, login);
const told = async () => {
  await emulator.settled();
  return emulator.deliveries.map(({ event, action, payload }) => [`${event}.${action}`, (payload as Json).changes]);
};

describe('an organisation', () => {
  it('is described to everyone', async () => {
    expect((await as('octo-user-2').orgs.get({ org })).data).toMatchObject({
      login: org,
      description: 'An organisation',
      public_repos: 1,
    });
    expect((await refusalOf(as('octo-user-2').orgs.get({ org: 'octo-user-1' }))).status).toBe(404);
  });

  it('takes members and owners at once, by an owner', async () => {
    const { orgs } = as('octo-owner');
    const one = { org, username: 'octo-user-2' };
    const { data } = await orgs.setMembershipForUser(one);
    expect(data).toMatchObject({ state: 'active', role: 'member', user: { login: 'octo-user-2' } });
    expect((await orgs.setMembershipForUser({ ...one, role: 'admin' })).data.role).toBe('admin');
    expect((await as('octo-user-1').orgs.getMembershipForUser(one)).data.role).toBe('admin');
    expect((await as('octo-user-2').repos.get(place)).data.permissions).toMatchObject({ admin: true });
    expect((await told()).map(([name]) => name)).toEqual(['organization.member_added']);
    expect(emulator.deliveries[0]?.payload).toMatchObject({
      membership: { role: 'member', user: { login: 'octo-user-2' } },
    });
  });

  it('is owned until another owner says otherwise', async () => {
    const asked = as('octo-owner').orgs.setMembershipForUser({ org, username: 'octo-owner', role: 'member' });
    expect(await refusalOf(asked)).toMatchObject({
      status: 403,
      body: { message: 'You cannot demote yourself. Admins must be demoted by another admin.' },
    });
  });

  it('lets its members go from teams and repositories too', async () => {
    await as('octo-owner').orgs.removeMember({ org, username: 'octo-user-1' });
    expect((await as('octo-owner').teams.listMembersInOrg({ org, team_slug: 'docs' })).data).toEqual([]);
    expect((await as('octo-user-1').repos.get(place)).data.permissions).toMatchObject({ push: false });
    expect(await told()).toEqual([
      ['membership.removed', undefined],
      ['member.removed', undefined],
      ['organization.member_removed', undefined],
    ]);
    const again = as('octo-owner').orgs.removeMembershipForUser({ org, username: 'octo-user-1' });
    expect((await refusalOf(again)).status).toBe(404);
  });

  it('is changed by nobody else', async () => {
    const { orgs } = as('octo-user-1');
    const one = { org, username: 'octo-user-2' };
    const message = 'You must be an admin to add or update an organization membership.';
    expect(await refusalOf(orgs.setMembershipForUser(one))).toMatchObject({ status: 403, body: { message } });
    expect((await refusalOf(orgs.removeMember({ org, username: 'octo-owner' }))).status).toBe(403);
    expect(await refusalOf(as('octo-user-2').orgs.getMembershipForUser(one))).toMatchObject({
      status: 403,
      body: { message: 'You must be a member of octo-org to see membership information for octo-user-2.' },
    });
  });
});

describe('a repository of an organisation', () => {
  it('is made by a member, who is its admin', async () => {
    const { repos } = as('octo-user-1');
    const settings = { name: 'Octo New!', description: 'new', private: true, auto_init: true };
    const { data, status } = await repos.createInOrg({ org, ...settings });
    expect([status, data]).toEqual([201, expect.objectContaining({ full_name: 'octo-org/Octo-New-', private: true })]);
    const made = { owner: org, repo: data.name };
    expect((await repos.get(made)).data.permissions).toMatchObject({ admin: true });
    const { data: readme } = await repos.getContent({ ...made, path: 'README.md' });
    expect(Buffer.from((readme as Json).content, 'base64').toString()).toBe('# Octo-New-\nnew\n');
    const { data: labels } = await as('octo-user-1').issues.listLabelsForRepo(made);
    expect(labels.map(({ name }) => name)).toContain('good first issue');
    expect((await told()).map(([name]) => name)).toEqual(['repository.created', 'create.null', 'push.null']);
  });

  it('is made by an installation that may, and given to a team', async () => {
    const { id: team_id } = (await as('octo-owner').teams.getByName({ org, team_slug: 'docs' })).data;
    await as('octo-owner').repos.createInOrg({ org, name: 'docs', team_id });
    const { data } = await as('octo-owner').repos.listTeams({ owner: org, repo: 'docs' });
    expect(data.map(({ slug }) => slug)).toEqual(['docs']);
    await (await octokitForApp(emulator)).repos.createInOrg({ org, name: 'by-app' });
    const limited = await octokitForApp(emulator, { issues: 'write' });
    expect((await refusalOf(limited.repos.createInOrg({ org, name: 'no' }))).status).toBe(403);
  });

  it('has a name of its own', async () => {
    expect(await refusalOf(as('octo-user-1').repos.createInOrg({ org, name: 'octo-repo' }))).toMatchObject({
      status: 422,
      body: {
        message: 'Repository creation failed.',
        errors: [{ resource: 'Repository', field: 'name', message: 'name already exists on this account' }],
      },
    });
  });

  it('is not made by a stranger', async () => {
    expect(await refusalOf(as('octo-user-2').repos.createInOrg({ org, name: 'mine' }))).toMatchObject({
      status: 403,
      body: { message: 'You need admin access to the organization before adding a repository to it.' },
    });
  });

  it('stands in the list for who may see it', async () => {
    await as('octo-owner').repos.createInOrg({ org, name: 'secret', private: true });
    const names = async (login: string, more: object = {}) =>
      (await as(login).repos.listForOrg({ org, ...more })).data.map(({ name }) => name);
    expect(await names('octo-user-1', { sort: 'full_name' })).toEqual(['octo-repo', 'secret']);
    expect(await names('octo-user-1', { type: 'private' })).toEqual(['secret']);
    expect(await names('octo-user-2')).toEqual(['octo-repo']);
  });

  it('is renamed, described, hidden and archived, and the app hears of each', async () => {
    const { repos } = as('octo-admin');
    const { data } = await repos.update({ ...place, name: 'octo-other', description: 'new', visibility: 'private' });
    expect(data).toMatchObject({ name: 'octo-other', description: 'new', private: true });
    const other = { owner: org, repo: 'octo-other' };
    await repos.update({ ...other, archived: true });
    await repos.update({ ...other, archived: false });
    expect((await refusalOf(repos.get(place))).status).toBe(404);
    expect(await told()).toEqual([
      ['repository.renamed', { repository: { name: { from: 'octo-repo' } } }],
      ['repository.edited', { description: { from: null } }],
      ['repository.privatized', undefined],
      ['repository.archived', undefined],
      ['repository.unarchived', undefined],
    ]);
  });

  it('has a default branch that is there', async () => {
    const asked = as('octo-admin').repos.update({ ...place, default_branch: 'lost' });
    expect(await refusalOf(asked)).toMatchObject({
      status: 422,
      body: { message: 'The branch lost was not found. Please push that ref first or create it via the Git Data API.' },
    });
  });

  it('goes with all that is in it', async () => {
    const { data } = await as('octo-user-1').issues.create({ ...place, title: 'lost' });
    expect((await refusalOf(as('octo-user-1').repos.delete(place))).status).toBe(403);
    expect((await as('octo-admin').repos.delete(place)).status).toBe(204);
    expect((await refusalOf(as('octo-admin').repos.get(place))).status).toBe(404);
    await expect(as('octo-user-1').graphql(`{ node(id: "${data.node_id}") { id } }`)).rejects.toThrow(
      'Could not resolve',
    );
    expect((await told()).at(-1)?.[0]).toBe('repository.deleted');
  });
});
