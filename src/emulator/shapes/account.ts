import { clientIdOf } from '../state/app.ts';
import type { Account, App, Installation } from '../state/entities.ts';
import { sentEvents } from '../webhooks/events.ts';
import type { World } from '../world.ts';
import { apiAddress } from './addresses.ts';

/** A `simple-user`; source: GitHub docs, REST API, Users. */
export function userShape(world: World, account: Account) {
  const api = apiAddress(world, `/users/${encodeURIComponent(account.login)}`);
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    avatar_url: `${world.url}/avatars/u/${account.id}`,
    gravatar_id: '',
    url: api,
    html_url: account.kind === 'Bot' ? `${world.url}/apps/${botName(account)}` : `${world.url}/${account.login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.kind,
    user_view_type: 'public',
    site_admin: false,
  };
}

export function fullUserShape(world: World, account: Account) {
  return {
    ...userShape(world, account),
    name: account.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: [...world.state.repositories.values()].filter((repository) => repository.owner === account).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.createdAt,
  };
}

/** An `organization-simple`, as webhooks carry it. */
export function organizationShape(world: World, account: Account) {
  const api = apiAddress(world, `/orgs/${account.login}`);
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: `${world.url}/avatars/u/${account.id}`,
    description: account.description,
  };
}

/** An `integration`; source: GitHub docs, REST API, Apps. */
export function appShape(world: World, app: App, owner: Account) {
  return {
    id: app.id,
    slug: app.slug,
    node_id: app.nodeId,
    client_id: clientIdOf(app),
    owner: userShape(world, owner),
    name: app.name,
    description: null,
    external_url: `${world.url}/apps/${app.slug}`,
    html_url: `${world.url}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: appEvents,
  };
}

/** What the app is told of besides what every app is told. */
export const appEvents = Object.keys(sentEvents).filter((name) => !/^(installation|ping)/.test(name));

export function installationShape(world: World, installation: Installation) {
  const { account, id } = installation;
  const api = apiAddress(world, `/app/installations/${id}`);
  const isOrganization = account.kind === 'Organization';
  return {
    id,
    account: userShape(world, account),
    repository_selection: installation.repositoryIds === 'all' ? 'all' : 'selected',
    access_tokens_url: `${api}/access_tokens`,
    repositories_url: apiAddress(world, '/installation/repositories'),
    html_url: isOrganization
      ? `${world.url}/organizations/${account.login}/settings/installations/${id}`
      : `${world.url}/settings/installations/${id}`,
    app_id: world.state.app.id,
    client_id: clientIdOf(world.state.app),
    app_slug: world.state.app.slug,
    target_id: account.id,
    target_type: isOrganization ? 'Organization' : 'User',
    permissions: installation.permissions,
    events: appEvents,
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.suspendedBy && userShape(world, installation.suspendedBy),
    suspended_at: installation.suspendedAt,
  };
}

/** A bot's login without its suffix, which is how GraphQL and its page's address name it. */
export function botName(account: Account): string {
  return account.login.replace(/\[bot\]$/, '');
}
