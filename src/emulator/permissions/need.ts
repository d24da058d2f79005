import type { Role } from '../state/entities.ts';

/** What an installation of an app can be allowed; source: GitHub docs, Permissions required for GitHub Apps. */
export type Permission =
  | 'administration'
  | 'checks'
  | 'contents'
  | 'issues'
  | 'members'
  | 'metadata'
  | 'organization_projects'
  | 'pull_requests'
  | 'statuses';

/** What it takes to change something in a repository. */
export interface Need {
  /** An installation needs to be allowed to write one of these; `pull_requests` helps with no issue proper. */
  permissions: readonly Permission[];
  /** A person needs this role or one above it. */
  role: Role;
  /** Whether whose own it is may do it with any role. */
  own?: boolean;
  /** How a person is refused: GitHub says of the routes of git that there is nothing. */
  refusal?: 'not found';
}

/** What people talk on: both permissions open it, the one for pull requests only where it is one. */
export const talk: readonly Permission[] = ['issues', 'pull_requests'];
export const issues: readonly Permission[] = ['issues'];
export const pulls: readonly Permission[] = ['pull_requests'];
export const contents: readonly Permission[] = ['contents'];
export const checks: readonly Permission[] = ['checks'];
export const statuses: readonly Permission[] = ['statuses'];
/** Which every installation is allowed to read. */
export const metadata: readonly Permission[] = ['metadata'];

/** The needs that operations have in common. Source of the roles: GitHub docs, Repository roles for an organization. */
export const needs = {
  openIssue: { permissions: issues, role: 'read' },
  openPull: { permissions: pulls, role: 'read' },
  /** Commenting and reacting, and what is passed over in silence for who may not triage. */
  takePart: { permissions: talk, role: 'read' },
  editOwn: { permissions: talk, role: 'write', own: true },
  takeBackOwn: { permissions: talk, role: 'admin', own: true },
  triageOwn: { permissions: talk, role: 'triage', own: true },
  triage: { permissions: talk, role: 'triage' },
  relate: { permissions: issues, role: 'triage' },
  /** Labels and milestones themselves, and locks. */
  moderate: { permissions: talk, role: 'write' },
  /** Making labels by naming them on an issue, for which the permission for pull requests is not enough. */
  createLabels: { permissions: issues, role: 'write' },
  transfer: { permissions: issues, role: 'write' },
  giveType: { permissions: issues, role: 'write' },
  pin: { permissions: issues, role: 'write' },
  deleteIssue: { permissions: issues, role: 'admin' },
  review: { permissions: pulls, role: 'read' },
  editOwnPull: { permissions: pulls, role: 'write', own: true },
  takeBackOwnReview: { permissions: pulls, role: 'admin', own: true },
  triagePull: { permissions: pulls, role: 'triage' },
  triageOwnPull: { permissions: pulls, role: 'triage', own: true },
  moderatePull: { permissions: pulls, role: 'write' },
  merge: { permissions: contents, role: 'write' },
  push: { permissions: contents, role: 'write', refusal: 'not found' },
  check: { permissions: checks, role: 'write' },
  tellStatus: { permissions: statuses, role: 'write', refusal: 'not found' },
  describe: { permissions: ['administration'], role: 'maintain' },
  administer: { permissions: ['administration'], role: 'admin' },
  /** The items of a project, in which roles are its own. */
  planProject: { permissions: ['organization_projects'], role: 'write' },
  administerOrLeave: { permissions: ['administration'], role: 'admin', own: true },
} satisfies Record<string, Need>;
