import type { Team } from '../../model/on-github.ts';
import { ask, type Client } from './client.ts';
import { explainGraph } from './errors.ts';
import { type List, seen } from './issue-answer.ts';
import { pageSize } from './issue-document.ts';

/** With 100 members each, the answer stays one that GitHub gives in time. */
const mostAtOnce = 50;

interface TeamsAnswer {
  organization: Record<string, TeamNode | null> | null;
}

interface TeamNode {
  slug: string;
  name: string;
  members: List<{ login: string }> & { pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/**
 * Looks up teams with their members, those of teams below them too, 50 teams a request and another one for each further
 * 100 members. Errors: `Unreachable` or `Refused` where GitHub does not tell of each of them.
 */
export async function lookUpTeams(client: Client, organisation: string, slugs: string[]): Promise<Map<string, Team>> {
  const wanted = [...new Set(slugs.map((slug) => slug.toLowerCase()))];
  const teams = new Map<string, Team>();
  for (let start = 0; start < wanted.length; start += mostAtOnce) {
    const found = await readTeams(client, { organisation, slugs: wanted.slice(start, start + mostAtOnce) });
    for (const team of found) {
      teams.set(team.slug.toLowerCase(), { name: team.name, members: await allMembers(client, organisation, team) });
    }
  }
  return teams;
}

interface Asked {
  organisation: string;
  slugs: string[];
  after?: string;
}

async function readTeams(client: Client, { organisation, slugs, ...page }: Asked): Promise<TeamNode[]> {
  const doing = `looking up teams of ${organisation}`;
  const named = Object.fromEntries(slugs.map((slug, index) => [`s${index}`, slug]));
  const variables = { organisation, ...named, ...page };
  const { data, errors } = await ask<TeamsAnswer>(client, { document: teamsDocument(slugs), variables, doing });
  if (errors.length > 0 || !data.organization) throw explainGraph(errors, doing);
  return Object.values(data.organization).filter((team) => team !== null);
}

async function allMembers(client: Client, organisation: string, team: TeamNode): Promise<Set<string>> {
  const members = new Set<string>();
  for (let page: TeamNode | undefined = team; page; ) {
    for (const { login } of seen(page.members)) members.add(login.toLowerCase());
    const { hasNextPage, endCursor }: TeamNode['members']['pageInfo'] = page.members.pageInfo;
    if (!hasNextPage || endCursor === null) break;
    [page] = await readTeams(client, { organisation, slugs: [team.slug], after: endCursor });
  }
  return members;
}

function teamsDocument(slugs: string[]): string {
  const parameters = slugs.map((_, index) => `, $s${index}: String!`).join('');
  const fields = slugs.map(
    (_, index) => `t${index}: team(slug: $s${index}) {
      slug name
      members(first: ${pageSize}, after: $after) { pageInfo { hasNextPage endCursor } nodes { login } }
    }`,
  );
  return `query ($organisation: String!, $after: String${parameters}) {
  organization(login: $organisation) {
    ${fields.join('\n    ')}
  }
}`;
}
