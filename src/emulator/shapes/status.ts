import type { CommitStatus } from '../state/checks.ts';
import { branchesWith } from '../state/git.ts';
import type { World } from '../world.ts';
import { userShape } from './account.ts';
import { repositoryApi } from './addresses.ts';
import { commitShape } from './git.ts';

/** GitHub names no more branches than this. */
const mostBranches = 10;

/** A `status`; source: GitHub docs, REST API, Commit statuses. */
export function statusShape(world: World, status: CommitStatus) {
  return { ...simpleStatusShape(world, status), creator: userShape(world, status.creator) };
}

/** A `simple-commit-status`, as the combined status lists it. */
export function simpleStatusShape(world: World, status: CommitStatus) {
  const { repository, commit, creator } = status;
  return {
    url: `${repositoryApi(world, repository)}/statuses/${commit.sha}`,
    avatar_url: userShape(world, creator).avatar_url,
    id: status.id,
    node_id: status.nodeId,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}

/** Source: GitHub docs, Webhook events and payloads, status. */
export function statusEventShape(world: World, status: CommitStatus) {
  const { repository, commit, creator } = status;
  const api = repositoryApi(world, repository);
  const branches = branchesWith(repository, commit).slice(0, mostBranches);
  return {
    id: status.id,
    sha: commit.sha,
    name: `${repository.owner.login}/${repository.name}`,
    avatar_url: userShape(world, creator).avatar_url,
    target_url: status.targetUrl,
    context: status.context,
    description: status.description,
    state: status.state,
    commit: commitShape(world, commit),
    branches: branches.map(([name, { sha }]) => ({
      name,
      commit: { sha, url: `${api}/commits/${sha}` },
      protected: false,
    })),
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}
