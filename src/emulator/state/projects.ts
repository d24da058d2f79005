import type { Account, Entity } from './account.ts';
import type { Issue } from './entities.ts';

/** A project of an owner, as GitHub has them since 2022 (“projects v2”). */
export interface Project extends Entity {
  kind: 'ProjectV2';
  owner: Account;
  number: number;
  title: string;
  description: string | null;
  creator: Account;
  /** Whether everyone may read it. */
  isPublic: boolean;
  /** What members of the organisation may do. */
  baseRole: ProjectRole;
  /** By login in lower case. */
  collaborators: Map<string, ProjectRole>;
  fields: ProjectField[];
  items: ProjectItem[];
  createdAt: string;
  updatedAt: string;
}

/** What someone may do in a project, from nothing upwards. */
export const projectRoles = ['none', 'read', 'write', 'admin'] as const;
export type ProjectRole = (typeof projectRoles)[number];

export interface ProjectField extends Entity {
  kind: 'ProjectV2Field' | 'ProjectV2SingleSelectField';
  project: Project;
  name: string;
  dataType: 'TITLE' | 'TEXT' | 'NUMBER' | 'DATE' | 'SINGLE_SELECT';
  /** What a single select offers; empty for all others. */
  options: ProjectOption[];
  createdAt: string;
}

export interface ProjectOption {
  id: string;
  name: string;
  color: string;
}

export interface ProjectItem extends Entity {
  kind: 'ProjectV2Item';
  project: Project;
  issue: Issue;
  creator: Account;
  isArchived: boolean;
  /** What the fields say: a text, a date as text, a number, or the id of an option. */
  values: Map<ProjectField, string | number>;
  createdAt: string;
  updatedAt: string;
}

export type ProjectNode = Project | ProjectField | ProjectItem;

const projectKinds = new Set(['ProjectV2', 'ProjectV2Field', 'ProjectV2SingleSelectField', 'ProjectV2Item']);

export function isProjectNode(node: { kind: string }): node is ProjectNode {
  return projectKinds.has(node.kind);
}

/** @returns the places that an issue has in projects. */
export function itemsOf(projects: Iterable<Project>, issue: Issue): ProjectItem[] {
  return [...projects].flatMap(({ items }) => items.filter((item) => item.issue === issue));
}
