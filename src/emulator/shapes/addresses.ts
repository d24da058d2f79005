import type { Issue, IssueComment, PullRequest, Repository } from '../state/entities.ts';
import type { World } from '../world.ts';

/** Where things are found: pages under the server's address, the API under `/api/v3`, as on a GitHub of one's own. */
export function apiAddress(world: World, path: string): string {
  return `${world.url}/api/v3${path}`;
}

export function repositoryApi(world: World, repository: Repository): string {
  return apiAddress(world, `/repos/${repository.owner.login}/${repository.name}`);
}

export function repositoryPage(world: World, repository: Repository): string {
  return `${world.url}/${repository.owner.login}/${repository.name}`;
}

export function issueApi(world: World, issue: Issue): string {
  return `${repositoryApi(world, issue.repository)}/issues/${issue.number}`;
}

export function issuePage(world: World, issue: Issue): string {
  return `${repositoryPage(world, issue.repository)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
}

export function commentPage(world: World, comment: IssueComment): string {
  return `${issuePage(world, comment.issue)}#issuecomment-${comment.id}`;
}

export function pullApi(world: World, { issue }: PullRequest): string {
  return `${repositoryApi(world, issue.repository)}/pulls/${issue.number}`;
}

export function filePage(world: World, repository: Repository, ref: string, path: string): string {
  return `${repositoryPage(world, repository)}/blob/${ref}/${encodePath(path)}`;
}

export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
