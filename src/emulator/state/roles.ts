import type { Role } from './entities.ts';

const ranks: Role[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

/** Whether a role contains another. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return ranks.indexOf(role) >= ranks.indexOf(needed);
}

export function highestOf(roles: Iterable<Role>): Role {
  let highest: Role = 'none';
  for (const role of roles) if (isAtLeast(role, highest)) highest = role;
  return highest;
}

const permissions: Record<string, Role> = {
  pull: 'read',
  triage: 'triage',
  push: 'write',
  maintain: 'maintain',
  admin: 'admin',
};

/** The role that REST calls by an older name: `push` lets write. @returns undefined for no name of one. */
export function roleOfPermission(name: string): Role | undefined {
  return permissions[name] ?? Object.values(permissions).find((role) => role === name);
}

/** The older name that REST has for a role. */
export function permissionOfRole(role: Role): string {
  return Object.keys(permissions).find((name) => permissions[name] === role) ?? 'none';
}
