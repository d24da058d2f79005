import { type Call, created, noContent, type Routes } from '../http/call.ts';
import { paginateWithin } from '../http/paginate.ts';
import { forbidden, suspended, unprocessable } from '../refusal.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { Installation, Repository } from '../state/entities.ts';
import { coveredBy } from '../state/look-up.ts';
import type { Token } from '../state/state.ts';
import { formatTime, type World } from '../world.ts';
import { installationOf } from './installations.ts';

type InstallationToken = Token & { kind: 'installation' };

const hour = 60 * 60 * 1000;
const levels = ['none', 'read', 'write', 'admin'];

/** Source: GitHub docs, REST API, Apps and App installations. */
export const installationTokenRoutes: Routes = {
  'POST /app/installations/{installation_id}/access_tokens': createToken,
  'DELETE /installation/token': (call) => {
    const { token } = tokenOf(call, 'revoke it');
    call.world.state.tokens.delete(token);
    return noContent;
  },
  'GET /installation/repositories': (call) => {
    const token = tokenOf(call, 'list repositories for an installation');
    const answer = paginateWithin(call, 'repositories', repositoriesFor(call.world, token), (each) =>
      repositoryShape(call.world, each, call.actor),
    );
    return { ...answer, body: { ...(answer.body as object), repository_selection: selectionOf(token) } };
  },
};

function createToken(call: Call) {
  const { world, body } = call;
  const installation = installationOf(call);
  if (installation.suspendedAt !== null) throw suspended();
  const token: InstallationToken = {
    kind: 'installation',
    token: world.state.ids.nextToken('ghs'),
    installation,
    permissions: permissionsAsked(body.permissions, installation),
    repositoryIds: chosenRepositories(call, installation),
    expiresAt: formatTime(new Date(Date.parse(world.now()) + hour)),
  };
  world.state.tokens.set(token.token, token);
  const chosen = repositoriesFor(world, token).map((each) => repositoryShape(world, each));
  return created({
    token: token.token,
    expires_at: token.expiresAt,
    permissions: token.permissions,
    repository_selection: selectionOf(token),
    ...(token.repositoryIds === 'all' ? {} : { repositories: chosen }),
  });
}

/** What was asked for, and `metadata`, which every token has. @throws Refusal 422 for more than the installation has. */
function permissionsAsked(asked: unknown, { permissions }: Installation): Record<string, string> {
  if (asked === undefined || asked === null) return permissions;
  const isGranted = ([name, level]: [string, unknown]) =>
    levels.includes(String(level)) && levels.indexOf(String(level)) <= levels.indexOf(permissions[name] ?? 'none');
  if (!Object.entries(asked).every(isGranted)) {
    throw unprocessable('The permissions requested are not granted to this installation.');
  }
  return { ...(asked as Record<string, string>), metadata: 'read' };
}

function chosenRepositories(call: Call, installation: Installation): number[] | 'all' {
  const { repositories, repository_ids: ids } = call.body;
  if (!Array.isArray(repositories) && !Array.isArray(ids)) return 'all';
  const all = coveredBy(call.world.state, installation);
  const wanted: unknown[] = [...(Array.isArray(repositories) ? repositories : []), ...(Array.isArray(ids) ? ids : [])];
  return wanted.map((one) => {
    const found = all.find((each) => each.name === one || each.id === one);
    if (!found) {
      throw unprocessable(
        'There is at least one repository that does not exist or is not accessible to the parent installation.',
      );
    }
    return found.id;
  });
}

/** @throws Refusal 403 for a token that is no installation's. */
function tokenOf(call: Call, purpose: string): InstallationToken {
  const token = call.actor?.token;
  if (token?.kind === 'installation') return token;
  throw forbidden(`You must authenticate with an installation access token in order to ${purpose}.`);
}

function selectionOf({ repositoryIds, installation }: InstallationToken): 'all' | 'selected' {
  return repositoryIds === 'all' && installation.repositoryIds === 'all' ? 'all' : 'selected';
}

function repositoriesFor({ state }: World, { installation, repositoryIds }: InstallationToken): Repository[] {
  return coveredBy(state, installation).filter(({ id }) => repositoryIds === 'all' || repositoryIds.includes(id));
}
