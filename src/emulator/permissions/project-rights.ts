import { isGranted } from '../access.ts';
import type { Account } from '../state/entities.ts';
import { type Project, type ProjectNode, type ProjectRole, projectRoles } from '../state/projects.ts';
import type { Actor } from '../world.ts';
import { isAllowed } from './lack.ts';
import type { Permission } from './need.ts';

const permissions: readonly Permission[] = ['organization_projects'];

/** Whether someone may look into a project; an app into those of organisations only. */
export function mayReadProject(actor: Actor, project: Project): boolean {
  if (project.isPublic) return true;
  if (actor.viaApp) return isInstalledFor(actor, project) && isAllowed(actor, permissions, 'read');
  return isGranted(actor.token, 'read:project') && isAtLeast(roleIn(project, actor.account), 'read');
}

/** Whether someone may change the items of a project. */
export function mayWriteProject(actor: Actor, project: Project): boolean {
  const { token, account } = actor;
  if (actor.viaApp) return isInstalledFor(actor, project) && isAllowed(actor, permissions, 'write');
  const isReadOnly = token?.kind === 'user' && token.isReadOnly;
  return !isReadOnly && isGranted(token, 'project') && isAtLeast(roleIn(project, account), 'write');
}

/** Whether a project is there for someone at all; an installation that lacks only the permission is told that. */
export function showsProject(actor: Actor, project: Project): boolean {
  return isInstalledFor(actor, project) || mayReadProject(actor, project);
}

export function projectOf(node: ProjectNode): Project {
  return node.kind === 'ProjectV2' ? node : node.project;
}

function isInstalledFor({ token }: Actor, { owner }: Project): boolean {
  return token?.kind === 'installation' && owner.kind === 'Organization' && token.installation.account === owner;
}

/** The most that someone was given as a member, as an owner and as a person. Source: GitHub docs, Managing access to your projects. */
function roleIn({ owner, baseRole, collaborators }: Project, account: Account): ProjectRole {
  const login = account.login.toLowerCase();
  if (owner === account || owner.admins.has(login)) return 'admin';
  const given = collaborators.get(login) ?? 'none';
  return owner.members.has(login) && isAtLeast(baseRole, given) ? baseRole : given;
}

function isAtLeast(role: ProjectRole, least: ProjectRole): boolean {
  return projectRoles.indexOf(role) >= projectRoles.indexOf(least);
}
