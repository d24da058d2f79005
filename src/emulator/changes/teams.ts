import { invalid } from '../refusal.ts';
import type { Account, Repository, Role, Team } from '../state/entities.ts';
import { register } from '../state/state.ts';
import { childrenOf } from '../state/teams.ts';
import type { Actor, World } from '../world.ts';
import { addToOrganization } from './organization-members.ts';
import { tellEdited, tellMembership, tellTeam, tellTeamRole } from './tell-teams.ts';

export interface TeamText {
  name: string;
  description?: string | null | undefined;
  privacy?: Team['privacy'] | undefined;
  parent?: Team | null | undefined;
  defaultRole?: Role | undefined;
  isNotified?: boolean | undefined;
}

/** What it does not speak of stays. */
export type TeamChange = Omit<TeamText, 'name'> & { name?: string | undefined };

/** Creates a team, and tells of it. @throws Refusal as `createTeam`. */
export function foundTeam(world: World, actor: Actor, organization: Account, text: TeamText): Team {
  const team = createTeam(world, organization, text);
  tellTeam(world, actor, team, 'created');
  return team;
}

/** @throws Refusal 422 for a name that is missing or taken, and a secret team above or below another. */
export function createTeam(world: World, organization: Account, text: TeamText & { slug?: string | undefined }): Team {
  const { parent = null, slug = slugOf(text.name) } = text;
  const privacy = text.privacy ?? (parent ? 'closed' : 'secret');
  checkSlug(organization, slug);
  checkNesting({ privacy, parent, children: [] });
  const at = world.now();
  const team: Team = {
    kind: 'Team',
    ...world.state.ids.next('Team'),
    organization,
    name: text.name,
    slug,
    description: text.description ?? null,
    privacy,
    parent,
    maintainers: new Set(),
    members: new Set(),
    repositories: new Map(),
    defaultRole: text.defaultRole ?? 'read',
    isNotified: text.isNotified ?? true,
    createdAt: at,
    updatedAt: at,
  };
  organization.teams.set(slug, register(world.state, team));
  return team;
}

/** Changes what the text speaks of; a new name gives a new slug. @returns whether anything is other than before. */
export function editTeam(world: World, actor: Actor, team: Team, text: TeamChange): boolean {
  const { organization } = team;
  const next = {
    name: text.name ?? team.name,
    description: text.description === undefined ? team.description : text.description,
    privacy: text.privacy ?? team.privacy,
    parent: text.parent === undefined ? team.parent : text.parent,
    defaultRole: text.defaultRole ?? team.defaultRole,
    isNotified: text.isNotified ?? team.isNotified,
  };
  const slug = next.name === team.name ? team.slug : slugOf(next.name);
  checkSlug(organization, slug, team);
  checkNesting({ ...next, children: childrenOf(team) });
  for (let above = next.parent; above; above = above.parent) if (above === team) throw misplaced();
  const isChanged = Object.entries(next).some(([field, value]) => team[field as keyof typeof next] !== value);
  if (!isChanged) return false;
  const before = { ...team };
  organization.teams.delete(team.slug);
  Object.assign(team, next, { slug, updatedAt: world.now() });
  organization.teams.set(slug, team);
  tellEdited(world, actor, team, before);
  return true;
}

/** Deletes a team with all teams below it. */
export function deleteTeam(world: World, actor: Actor, team: Team): void {
  for (const child of childrenOf(team)) deleteTeam(world, actor, child);
  tellTeam(world, actor, team, 'deleted');
  team.organization.teams.delete(team.slug);
  world.state.nodes.delete(team.nodeId);
}

/** Puts a person into a team, or makes a member of it a maintainer, or the other way round. */
export function setTeamMember(
  world: World,
  actor: Actor,
  team: Team,
  account: Account,
  role: 'member' | 'maintainer',
): void {
  const login = account.login.toLowerCase();
  const isNew = !team.members.has(login);
  team.members.add(login);
  addToOrganization(world, actor, team.organization, account);
  if (role === 'maintainer') team.maintainers.add(login);
  else team.maintainers.delete(login);
  if (isNew) tellMembership(world, actor, team, { member: account, action: 'added' });
}

export function removeTeamMember(world: World, actor: Actor, team: Team, account: Account): void {
  const login = account.login.toLowerCase();
  team.maintainers.delete(login);
  if (team.members.delete(login)) tellMembership(world, actor, team, { member: account, action: 'removed' });
}

/** Lets a team do something in a repository; `none` takes it away. */
export function setTeamRole(
  world: World,
  actor: Actor,
  team: Team,
  { repository, role }: { repository: Repository; role: Role },
): void {
  const before = team.repositories.get(repository.id) ?? 'none';
  if (role === 'none') team.repositories.delete(repository.id);
  else team.repositories.set(repository.id, role);
  team.updatedAt = world.now();
  tellTeamRole(world, actor, { team, repository, before, role });
}

function checkSlug({ teams }: Account, slug: string, known?: Team): void {
  if (slug === '') throw invalid({ resource: 'Team', field: 'name', code: 'missing_field' });
  const taken = teams.get(slug);
  if (!taken || taken === known) return;
  throw invalid({ resource: 'Team', field: 'name', code: 'custom', message: 'Name must be unique for this org' });
}

/** Source: GitHub docs, About teams, Nested teams: a secret team is neither above nor below another. */
function checkNesting({ privacy, parent, children }: Pick<Team, 'privacy' | 'parent'> & { children: Team[] }): void {
  const isNested = parent !== null || children.length > 0;
  if (parent?.privacy === 'secret') throw misplaced();
  if (privacy === 'secret' && isNested) throw invalid({ resource: 'Team', field: 'privacy', code: 'invalid' });
}

function misplaced() {
  return invalid({ resource: 'Team', field: 'parent_team_id', code: 'invalid' });
}

/** As GitHub makes it of a team's name. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
