import type { Account, Repository, Role } from '../state/entities.ts';
import { roleOf } from '../state/role-of.ts';
import { isAtLeast } from '../state/roles.ts';
import type { Actor, World } from '../world.ts';
import { userShape } from './account.ts';
import { repositoryApi, repositoryPage } from './addresses.ts';

/** A `full-repository`; source: GitHub docs, REST API, Repositories. */
export function repositoryShape(world: World, repository: Repository, actor?: Actor | null) {
  return { ...simpleRepositoryShape(world, repository, actor), subscribers_count: 0, network_count: 0 };
}

/** A `repository` as it stands in something else, without what only its own address tells. */
export function simpleRepositoryShape(world: World, repository: Repository, actor?: Actor | null) {
  const api = repositoryApi(world, repository);
  const page = repositoryPage(world, repository);
  const { openIssues } = repository;
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: `${repository.owner.login}/${repository.name}`,
    private: repository.isPrivate,
    owner: userShape(world, repository.owner),
    html_url: page,
    description: repository.description,
    fork: repository.source !== null,
    url: api,
    archive_url: `${api}/{archive_format}{/ref}`,
    assignees_url: `${api}/assignees{/user}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    branches_url: `${api}/branches{/branch}`,
    collaborators_url: `${api}/collaborators{/collaborator}`,
    comments_url: `${api}/comments{/number}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
    contributors_url: `${api}/contributors`,
    deployments_url: `${api}/deployments`,
    downloads_url: `${api}/downloads`,
    events_url: `${api}/events`,
    forks_url: `${api}/forks`,
    git_commits_url: `${api}/git/commits{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    git_tags_url: `${api}/git/tags{/sha}`,
    hooks_url: `${api}/hooks`,
    issue_comment_url: `${api}/issues/comments{/number}`,
    issue_events_url: `${api}/issues/events{/number}`,
    issues_url: `${api}/issues{/number}`,
    keys_url: `${api}/keys{/key_id}`,
    labels_url: `${api}/labels{/name}`,
    languages_url: `${api}/languages`,
    merges_url: `${api}/merges`,
    milestones_url: `${api}/milestones{/number}`,
    notifications_url: `${api}/notifications{?since,all,participating}`,
    pulls_url: `${api}/pulls{/number}`,
    releases_url: `${api}/releases{/id}`,
    stargazers_url: `${api}/stargazers`,
    statuses_url: `${api}/statuses/{sha}`,
    subscribers_url: `${api}/subscribers`,
    subscription_url: `${api}/subscription`,
    tags_url: `${api}/tags`,
    teams_url: `${api}/teams`,
    trees_url: `${api}/git/trees{/sha}`,
    clone_url: `${page}.git`,
    git_url: `${page.replace(/^http/, 'git')}.git`,
    ssh_url: `git@${new URL(world.url).hostname}:${repository.owner.login}/${repository.name}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 0,
    default_branch: repository.defaultBranch,
    open_issues: openIssues,
    open_issues_count: openIssues,
    is_template: false,
    topics: [],
    has_issues: repository.hasIssues,
    has_projects: true,
    has_wiki: false,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    archived: repository.isArchived,
    disabled: false,
    visibility: repository.isPrivate ? 'private' : 'public',
    pushed_at: repository.pushedAt,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    ...(actor ? { permissions: permissionsShape(roleOf(repository, actor.account)) } : {}),
  };
}

/** A `collaborator`; source: GitHub docs, REST API, Collaborators. */
export function collaboratorShape(world: World, account: Account, role: Role) {
  return { ...userShape(world, account), permissions: permissionsShape(role), role_name: role };
}

/** The words for roles before there were five of them. */
export function coarseRole(role: Role): 'none' | 'read' | 'write' | 'admin' {
  if (role === 'maintain') return 'write';
  return role === 'triage' ? 'read' : role;
}

export function permissionsShape(role: Role) {
  const has = (needed: Role) => isAtLeast(role, needed);
  return {
    admin: has('admin'),
    maintain: has('maintain'),
    push: has('write'),
    triage: has('triage'),
    pull: has('read'),
  };
}
