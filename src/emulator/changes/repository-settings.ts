import { Refusal, unprocessable } from '../refusal.ts';
import type { Repository } from '../state/entities.ts';
import { repositoryOf } from '../state/look-up.ts';
import type { Actor, World } from '../world.ts';
import { detachIssue } from './departures.ts';
import { announce, assertWritable } from './record.ts';
import { nameFaults, repositoryName } from './repository-names.ts';

export interface RepositorySettings {
  name: string;
  description?: string | null | undefined;
  isPrivate?: boolean | undefined;
  hasIssues?: boolean | undefined;
}

/** What it does not speak of stays. */
export interface SettingsChange extends Omit<RepositorySettings, 'name'> {
  name?: string | undefined;
  defaultBranch?: string | undefined;
  isArchived?: boolean | undefined;
}

/** @throws Refusal 403 for one that is archived and stays so; 422 for a name that is taken and a branch that is not there. */
export function changeSettings(world: World, actor: Actor, repository: Repository, change: SettingsChange): void {
  if (change.isArchived !== false) assertWritable(repository);
  const name = change.name === undefined ? repository.name : repositoryName(change.name);
  const errors = name === repository.name ? [] : nameFaults(world, repository.owner, name, repository);
  if (errors.length > 0) throw new Refusal(422, 'Validation Failed', { errors });
  const { defaultBranch } = change;
  if (defaultBranch !== undefined) assertBranch(repository, defaultBranch);
  if (change.isArchived === false) archive(world, actor, repository, false);
  rename(world, actor, repository, name);
  edit(world, actor, repository, change);
  repository.hasIssues = change.hasIssues ?? repository.hasIssues;
  if (change.isPrivate !== undefined && change.isPrivate !== repository.isPrivate) {
    repository.isPrivate = change.isPrivate;
    announce(world, actor, repository, 'repository', change.isPrivate ? 'privatized' : 'publicized', () => ({}));
  }
  if (change.isArchived) archive(world, actor, repository, true);
  repository.updatedAt = world.now();
}

function edit(
  world: World,
  actor: Actor,
  repository: Repository,
  { description, defaultBranch }: SettingsChange,
): void {
  const changes: Record<string, { from: string | null }> = {};
  if (description !== undefined && description !== repository.description) {
    changes.description = { from: repository.description };
    repository.description = description;
  }
  if (defaultBranch !== undefined && defaultBranch !== repository.defaultBranch) {
    changes.default_branch = { from: repository.defaultBranch };
    repository.defaultBranch = defaultBranch;
  }
  if (Object.keys(changes).length > 0) announce(world, actor, repository, 'repository', 'edited', () => ({ changes }));
}

function rename(world: World, actor: Actor, repository: Repository, name: string): void {
  const { owner, name: from } = repository;
  if (name === from) return;
  world.state.repositories.delete(`${owner.login}/${from}`.toLowerCase());
  repository.name = name;
  world.state.repositories.set(`${owner.login}/${name}`.toLowerCase(), repository);
  const changes = { repository: { name: { from } } };
  announce(world, actor, repository, 'repository', 'renamed', () => ({ changes }));
}

function archive(world: World, actor: Actor, repository: Repository, isArchived: boolean): void {
  if (repository.isArchived === isArchived) return;
  repository.isArchived = isArchived;
  announce(world, actor, repository, 'repository', isArchived ? 'archived' : 'unarchived', () => ({}));
}

/** Deletes a repository with all that is in it; its forks stay. */
export function deleteRepository(world: World, actor: Actor, repository: Repository): void {
  const { state } = world;
  announce(world, actor, repository, 'repository', 'deleted', () => ({}));
  for (const issue of repository.issues.values()) detachIssue(world, issue);
  for (const [id, node] of [...state.nodes]) if (repositoryOf(node) === repository) state.nodes.delete(id);
  for (const team of repository.owner.teams.values()) team.repositories.delete(repository.id);
  for (const fork of state.repositories.values()) if (fork.source === repository) fork.source = null;
  state.repositories.delete(`${repository.owner.login}/${repository.name}`.toLowerCase());
}

function assertBranch({ branches }: Repository, name: string): void {
  if (branches.has(name)) return;
  throw unprocessable(
    branches.size === 0
      ? 'Cannot update default branch for an empty repository. Please init the repository and push first'
      : `The branch ${name} was not found. Please push that ref first or create it via the Git Data API.`,
  );
}
