import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { appToken } from './app-token.ts';
import { type Json, octokitFor, refusalOf, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startOctoWorld({
    seed: {
      users: [{ login: 'octo-stranger' }],
      organizations: [
        {
          login: 'octo-org',
          admins: ['octo-admin'],
          members: ['octo-user-1', 'octo-lead-1'],
          publicMembers: ['octo-lead-1'],
          teams: [
            { name: 'Docs & Leads', members: ['octo-lead-1'], maintainers: ['octo-lead-2'] },
            { name: 'Translators', parent: 'Docs & Leads', members: ['octo-user-3'] },
            { name: 'Security', privacy: 'secret', members: ['octo-lead-2'] },
          ],
        },
      ],
    },
  });
});
afterEach(() => emulator.close());

const org = 'octo-org';
const login = ({ login: each }: { login: string }) => each;
const get = (path: string, token?: string) =>
  fetch(emulator.apiUrl + path, {
    redirect: 'manual',
    headers: token === undefined ? {} : { authorization: `bearer ${token}` },
  });

const graph = async (query: string, token = emulator.as('octo-user-1').token): Promise<Json> => {
  const headers = { authorization: `bearer ${token}` };
  const response = await fetch(emulator.graphqlUrl, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json();
};

const installationToken = async (permissions: Record<string, string>) => {
  const app = new Octokit({ auth: appToken(emulator), baseUrl: emulator.apiUrl });
  const { data: installation } = await app.apps.getOrgInstallation({ org });
  const { data } = await app.apps.createInstallationAccessToken({ installation_id: installation.id, permissions });
  return data.token;
};

describe('the members of an organisation', () => {
  it('show to its members, by role too', async () => {
    const { orgs } = octokitFor(emulator);
    const all = (await orgs.listMembers({ org })).data.map(login);
    expect(all.sort()).toEqual(['octo-admin', 'octo-lead-1', 'octo-lead-2', 'octo-user-1', 'octo-user-3']);
    expect((await orgs.listMembers({ org, role: 'admin' })).data.map(login)).toEqual(['octo-admin']);
  });

  it('show to others only where they show themselves', async () => {
    const seen = await octokitFor(emulator, 'octo-stranger').orgs.listMembers({ org });
    expect(seen.data.map(login)).toEqual(['octo-lead-1']);
    expect((await octokitFor(emulator).orgs.listPublicMembers({ org })).data.map(login)).toEqual(['octo-lead-1']);
  });

  it('are told one by one to who may know', async () => {
    const { token } = emulator.as('octo-user-1');
    expect((await get('/orgs/octo-org/members/OCTO-lead-2', token)).status).toBe(204);
    expect((await get('/orgs/octo-org/members/octo-stranger', token)).status).toBe(404);
  });

  it.each([
    ['a stranger', () => emulator.as('octo-stranger').token],
    ['a token without the scope', () => emulator.as('octo-user-1', { scopes: ['repo'] }).token],
    ['an installation without the permission', () => installationToken({ issues: 'write' })],
    ['nobody', () => undefined],
  ])('are not told to %s, who is led to the public members', async (_, token) => {
    const answer = await get('/orgs/octo-org/members/octo-lead-1', await token());
    expect(answer.status).toBe(302);
    expect((await fetch(answer.headers.get('location') ?? '')).status).toBe(204);
  });

  it('are told to an installation with the permission', async () => {
    const token = await installationToken({ members: 'read' });
    expect((await get('/orgs/octo-org/members/octo-lead-2', token)).status).toBe(204);
  });
});

describe('the teams of an organisation', () => {
  it('have their members, and those of child teams', async () => {
    const { teams } = octokitFor(emulator);
    const { data: team } = await teams.getByName({ org, team_slug: 'docs-leads' });
    expect(team).toMatchObject({ name: 'Docs & Leads', privacy: 'closed', parent: null, members_count: 3 });
    const { data: members } = await teams.listMembersInOrg({ org, team_slug: 'docs-leads' });
    expect(members.map(login).sort()).toEqual(['octo-lead-1', 'octo-lead-2', 'octo-user-3']);
    const { data: child } = await teams.getByName({ org, team_slug: 'translators' });
    expect(child.parent).toMatchObject({ slug: 'docs-leads' });
  });

  it('say what someone is in them', async () => {
    const { teams } = octokitFor(emulator);
    const asked = { org, team_slug: 'docs-leads' };
    const { data } = await teams.getMembershipForUserInOrg({ ...asked, username: 'octo-lead-2' });
    expect(data).toMatchObject({ role: 'maintainer', state: 'active' });
    const refused = refusalOf(teams.getMembershipForUserInOrg({ ...asked, username: 'octo-user-1' }));
    expect((await refused).status).toBe(404);
  });

  it('are secret to all but their members and the owners', async () => {
    const seenBy = async (who: string) =>
      (await octokitFor(emulator, who).teams.list({ org })).data.map(({ slug }) => slug);
    expect(await seenBy('octo-user-1')).toEqual(['docs-leads', 'translators']);
    expect(await seenBy('octo-lead-2')).toContain('security');
    expect(await seenBy('octo-admin')).toContain('security');
  });

  it('don’t show to a stranger, and not without the permission', async () => {
    const { teams } = octokitFor(emulator, 'octo-stranger');
    expect((await refusalOf(teams.list({ org }))).status).toBe(403);
    expect((await refusalOf(teams.getByName({ org, team_slug: 'docs-leads' }))).status).toBe(404);
    const token = await installationToken({ issues: 'write' });
    expect((await get('/orgs/octo-org/teams/docs-leads', token)).status).toBe(403);
  });
});

describe('GraphQL', () => {
  it('gives members with their roles, a team with its members, and all teams', async () => {
    const { data } = await graph(`{ organization(login: "octo-org") {
      viewerIsAMember
      membersWithRole(first: 10) { totalCount edges { role node { login } } }
      team(slug: "docs-leads") { combinedSlug privacy
        members(first: 10) { nodes { login } }
        own: members(first: 10, membership: IMMEDIATE) { edges { role node { login } } } }
      teams(first: 10) { nodes { slug parentTeam { slug } } }
      none: team(slug: "nowhere") { id }
    } }`);
    expect(data.organization).toMatchObject({
      viewerIsAMember: true,
      membersWithRole: {
        totalCount: 5,
        edges: expect.arrayContaining([{ role: 'ADMIN', node: { login: 'octo-admin' } }]),
      },
      team: {
        combinedSlug: 'octo-org/docs-leads',
        privacy: 'VISIBLE',
        members: { nodes: expect.arrayContaining([{ login: 'octo-user-3' }]) },
        own: {
          edges: [
            { role: 'MEMBER', node: { login: 'octo-lead-1' } },
            { role: 'MAINTAINER', node: { login: 'octo-lead-2' } },
          ],
        },
      },
      teams: {
        nodes: [
          { slug: 'docs-leads', parentTeam: null },
          { slug: 'translators', parentTeam: { slug: 'docs-leads' } },
        ],
      },
      none: null,
    });
  });

  it('gives a stranger the public members and no team', async () => {
    const { data } = await graph(
      '{ organization(login: "octo-org") { membersWithRole(first: 9) { nodes { login } } team(slug: "docs-leads") { id } } }',
      emulator.as('octo-stranger').token,
    );
    expect(data.organization).toEqual({ membersWithRole: { nodes: [{ login: 'octo-lead-1' }] }, team: null });
  });

  it('answers nothing at all to a classic token that lacks a scope', async () => {
    const query = '{ viewer { login } organization(login: "octo-org") { team(slug: "docs-leads") { id } } }';
    const { token } = emulator.as('octo-user-1', { scopes: ['repo', 'gist'] });
    const body = await graph(query, token);
    expect(body).toEqual({
      errors: [
        {
          type: 'INSUFFICIENT_SCOPES',
          locations: [{ line: 1, column: 54 }],
          message: expect.stringContaining("only been granted the: ['repo', 'gist'] scopes"),
        },
      ],
    });
    const wider = emulator.as('octo-user-1', { scopes: ['admin:org'] }).token;
    expect((await graph(query, wider)).errors).toBeUndefined();
  });

  it('forbids teams to an installation without the permission, and says where', async () => {
    const token = await installationToken({ issues: 'write' });
    const body = await graph('{ organization(login: "octo-org") { login team(slug: "docs-leads") { id } } }', token);
    expect(body.data).toEqual({ organization: { login: 'octo-org', team: null } });
    expect(body.errors).toMatchObject([
      {
        type: 'FORBIDDEN',
        path: ['organization', 'team'],
        extensions: { saml_failure: false },
        message: 'Resource not accessible by integration',
      },
    ]);
  });

  it('finds no secret team by its id', async () => {
    const id = [...emulator.state.accounts.get('octo-org')!.teams.values()].at(-1)?.nodeId;
    const body = await graph(`{ node(id: "${id}") { id } }`);
    expect(body).toMatchObject({ data: { node: null }, errors: [{ type: 'NOT_FOUND', path: ['node'] }] });
  });
});

describe('a renamed account', () => {
  it('is not found by its old login, and keeps its id', async () => {
    await emulator.close();
    emulator = await startOctoWorld({
      seed: {
        users: [{ login: 'octo-before' }],
        organizations: [{ login: 'octo-org', members: ['octo-before', 'octo-user-1'] }],
        repositories: [{ owner: 'octo-org', name: 'octo-repo', issues: [{ title: 'a', author: 'octo-before' }] }],
        renamed: { 'octo-before': 'octo-lead-1' },
      },
    });
    const { users, orgs, issues, request } = octokitFor(emulator);
    expect((await refusalOf(users.getByUsername({ username: 'octo-before' }))).status).toBe(404);
    const { data: now } = await users.getByUsername({ username: 'octo-lead-1' });
    expect((await request('GET /user/{account_id}', { account_id: now.id })).data).toMatchObject({
      login: 'octo-lead-1',
    });
    expect((await orgs.listMembers({ org })).data.map(login)).toContain('octo-lead-1');
    const { data: issue } = await issues.get({ owner: org, repo: 'octo-repo', issue_number: 1 });
    expect(issue.user).toMatchObject({ login: 'octo-lead-1', id: now.id });
    const body = await graph(
      '{ old: user(login: "octo-before") { id } new: user(login: "octo-lead-1") { databaseId } }',
    );
    expect(body).toMatchObject({
      data: { old: null, new: { databaseId: now.id } },
      errors: [
        {
          type: 'NOT_FOUND',
          path: ['old'],
          message: "Could not resolve to a User with the login of 'octo-before'.",
        },
      ],
    });
  });

  it('can’t take a login that someone has', async () => {
    const seed = { users: [{ login: 'octo-a' }, { login: 'octo-b' }], renamed: { 'octo-a': 'octo-b' } };
    await expect(startOctoWorld({ seed })).rejects.toThrow('the seed renames octo-a to octo-b, which is taken');
  });
});
