import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, octoSeed, refusalOf, startOctoWorld } from './octo-world.ts';

const org = 'octo-org';

let emulator: Emulator;
let member: Octokit;
let stranger: Octokit;
beforeEach(async () => {
  emulator = await startOctoWorld({
    seed: {
      ...octoSeed,
      organizations: [
        {
          login: org,
          members: ['octo-user-1', 'octo-user-3'],
          publicMembers: ['octo-user-4'],
          teams: [{ name: 'Docs & Examples', members: ['octo-user-3', 'octo-user-5'] }],
        },
      ],
    },
  });
  member = octokitFor(emulator);
  stranger = octokitFor(emulator, 'octo-user-2');
});
afterEach(() => emulator.close());

const logins = ({ data }: { data: Json }): string[] => data.map(({ login }: { login: string }) => login);

describe('the members of an organisation', () => {
  it('are shown to members, and to others those who are public', async () => {
    const everybody = ['octo-user-1', 'octo-user-3', 'octo-user-4', 'octo-user-5'];
    expect(logins(await member.orgs.listMembers({ org }))).toEqual(everybody);
    expect(logins(await stranger.orgs.listMembers({ org }))).toEqual(['octo-user-4']);
    expect(logins(await stranger.orgs.listPublicMembers({ org }))).toEqual(['octo-user-4']);
  });

  it('are asked about one by one; others than members are sent on to the public ones', async () => {
    const asked = (octokit: Octokit, username: string, request = {}) =>
      octokit.orgs.checkMembershipForUser({ org, username, request });
    expect((await asked(member, 'octo-user-3')).status).toBe(204);
    expect((await refusalOf(asked(member, 'octo-user-2'))).status).toBe(404);
    expect((await asked(stranger, 'octo-user-4', { redirect: 'manual' })).status).toBe(302);
    expect((await asked(stranger, 'octo-user-4')).status).toBe(204);
    expect((await refusalOf(asked(stranger, 'octo-user-3'))).status).toBe(404);
  });
});

describe('a team', () => {
  const team_slug = 'docs-examples';

  it('is made from the seed, and shows its members to those of the organisation', async () => {
    const members = await member.teams.listMembersInOrg({ org, team_slug });
    expect(logins(members)).toEqual(['octo-user-3', 'octo-user-5']);
    expect((await refusalOf(stranger.teams.listMembersInOrg({ org, team_slug }))).status).toBe(404);
  });

  it('is found by its slug in GraphQL, by members only', async () => {
    const query = `query ($org: String!, $slug: String!) {
      organization(login: $org) { team(slug: $slug) { slug name members(first: 1) { nodes { login } } } }
    }`;
    const team = { slug: team_slug, name: 'Docs & Examples', members: { nodes: [{ login: 'octo-user-3' }] } };
    expect(await member.graphql(query, { org, slug: team_slug })).toEqual({ organization: { team } });
    expect(await stranger.graphql(query, { org, slug: team_slug })).toEqual({ organization: { team: null } });
  });

  it('stands in the list of teams, as the members do in theirs, for those of the organisation', async () => {
    const query = `query ($org: String!) { organization(login: $org) {
      teams(first: 5, query: "docs") { nodes { slug } } membersWithRole(first: 9) { totalCount nodes { login } }
    } }`;
    expect(await member.graphql(query, { org })).toMatchObject({
      organization: { teams: { nodes: [{ slug: team_slug }] }, membersWithRole: { totalCount: 4 } },
    });
    expect(await stranger.graphql(query, { org })).toEqual({
      organization: {
        teams: { nodes: [] },
        membersWithRole: { totalCount: 1, nodes: [{ login: 'octo-user-4' }] },
      },
    });
  });
});
