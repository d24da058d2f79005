import { installationShape, userShape } from '../shapes/account.ts';
import { hookShape } from '../shapes/hook.ts';
import type { Account, Installation, Repository } from '../state/entities.ts';
import { coveredBy, findAccount } from '../state/look-up.ts';
import type { ActionOf } from '../webhooks/events.ts';
import type { World } from '../world.ts';

/** Installs the app on an owner, for all of the owner's repositories or some of them. */
export function installApp(world: World, account: Account, chosen: Repository[] | 'all'): Installation {
  const at = world.now();
  const installation: Installation = {
    ...world.state.ids.next('Installation'),
    account,
    permissions: { ...world.state.app.permissions },
    repositoryIds: idsOf(chosen),
    suspendedAt: null,
    suspendedBy: null,
    createdAt: at,
    updatedAt: at,
  };
  world.state.installations.set(installation.id, installation);
  tell(world, installation, 'created', ownerOf(world, account));
  return installation;
}

/** Takes the app off an owner: its tokens are worth nothing from now on. */
export function uninstallApp(world: World, installation: Installation, sender: Account): void {
  const { state } = world;
  // What was covered is told, and known only as long as the installation is there.
  const deleted = { ...installation };
  state.installations.delete(installation.id);
  for (const [text, token] of state.tokens) {
    if (token.kind === 'installation' && token.installation === installation) state.tokens.delete(text);
  }
  tell(world, deleted, 'deleted', sender);
}

/** Suspends an installation: its tokens are refused, and of its repositories nothing is told. */
export function suspendInstallation(world: World, installation: Installation, sender: Account): void {
  if (installation.suspendedAt !== null) return;
  const at = world.now();
  Object.assign(installation, { suspendedAt: at, suspendedBy: sender, updatedAt: at });
  tell(world, installation, 'suspend', sender);
}

export function unsuspendInstallation(world: World, installation: Installation, sender: Account): void {
  if (installation.suspendedAt === null) return;
  Object.assign(installation, { suspendedAt: null, suspendedBy: null, updatedAt: world.now() });
  tell(world, installation, 'unsuspend', sender);
}

/** Chooses for which repositories the app is installed. What is added is told apart from what is removed. */
export function chooseRepositories(world: World, installation: Installation, chosen: Repository[] | 'all'): void {
  const before = coveredBy(world.state, installation);
  installation.repositoryIds = idsOf(chosen);
  installation.updatedAt = world.now();
  const after = coveredBy(world.state, installation);
  const added = after.filter((repository) => !before.includes(repository));
  const removed = before.filter((repository) => !after.includes(repository));
  const tellOf = (action: ActionOf<'installation_repositories'>) =>
    world.tellApp('installation_repositories', {
      action,
      installation: installationShape(world, installation),
      repository_selection: installation.repositoryIds === 'all' ? 'all' : 'selected',
      repositories_added: action === 'added' ? added.map(briefShape) : [],
      repositories_removed: action === 'removed' ? removed.map(briefShape) : [],
      requester: null,
      sender: userShape(world, ownerOf(world, installation.account)),
    });
  if (added.length > 0) tellOf('added');
  if (removed.length > 0) tellOf('removed');
}

/** Tells the app that its webhook is there, as GitHub does of a new one. */
export function pingApp(world: World): void {
  const hook = hookShape(world);
  world.tellApp('ping', { zen: 'Keep it logically awesome.', hook_id: hook.id, hook });
}

/** Who does what an organisation does: one of its owners or, where nobody is named, one of its members. */
export function ownerOf({ state }: World, account: Account): Account {
  const [login] = [...account.admins, ...account.members];
  return (login === undefined ? undefined : findAccount(state, login)) ?? account;
}

function tell(world: World, installation: Installation, action: ActionOf<'installation'>, sender: Account): void {
  const isBrief = action === 'suspend' || action === 'unsuspend';
  world.tellApp('installation', {
    action,
    installation: installationShape(world, installation),
    ...(isBrief ? {} : { repositories: coveredBy(world.state, installation).map(briefShape) }),
    ...(action === 'created' ? { requester: null } : {}),
    sender: userShape(world, sender),
  });
}

function briefShape({ id, nodeId, name, owner, isPrivate }: Repository) {
  return { id, node_id: nodeId, name, full_name: `${owner.login}/${name}`, private: isPrivate };
}

function idsOf(chosen: Repository[] | 'all'): number[] | 'all' {
  return chosen === 'all' ? 'all' : chosen.map(({ id }) => id);
}
