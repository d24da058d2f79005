import type { Account, Repository } from '../state/entities.ts';
import { findRepository } from '../state/look-up.ts';
import { register } from '../state/state.ts';
import type { World } from '../world.ts';

export interface NewRepository {
  name: string;
  description: string | null;
  isPrivate: boolean;
  defaultBranch: string;
}

/** Makes an empty repository. */
export function createRepository(world: World, owner: Account, settings: NewRepository): Repository {
  const at = world.now();
  const repository: Repository = {
    kind: 'Repository',
    ...world.state.ids.next('Repository'),
    ...settings,
    owner,
    isArchived: false,
    source: null,
    hasIssues: true,
    createdAt: at,
    updatedAt: at,
    pushedAt: at,
    collaborators: new Map(),
    labels: new Map(),
    milestones: new Map(),
    issues: new Map(),
    departed: new Map(),
    openIssues: 0,
    lastIssueNumber: 0,
    lastMilestoneNumber: 0,
    branches: new Map(),
    otherRefs: new Map(),
    commits: new Map(),
    blobs: new Map(),
    trees: new Map(),
  };
  world.state.repositories.set(`${owner.login}/${settings.name}`.toLowerCase(), repository);
  return register(world.state, repository);
}

/**
 * The fork that an account has of a repository, made if there is none yet. As on GitHub the two share git's objects: a
 * commit of the fork is found by its sha in what it was forked from.
 *
 * @throws RangeError where the account has another repository of that name.
 */
export function forkRepository(world: World, owner: Account, source: Repository): Repository {
  const { name, description, isPrivate, defaultBranch } = source;
  const known = findRepository(world.state, owner.login, name);
  if (known?.source === source) return known;
  if (known) throw new RangeError(`${owner.login}/${name} is no fork of ${source.owner.login}/${name}`);
  const fork = createRepository(world, owner, { name, description, isPrivate, defaultBranch });
  fork.source = source;
  fork.hasIssues = false;
  fork.commits = source.commits;
  fork.blobs = source.blobs;
  fork.trees = source.trees;
  const tip = source.branches.get(defaultBranch);
  if (tip) fork.branches.set(defaultBranch, tip);
  return fork;
}
