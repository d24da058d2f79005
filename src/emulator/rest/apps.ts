import { type Call, created, ok, type Routes } from '../http/call.ts';
import { paginate, paginateWithin } from '../http/paginate.ts';
import { forbidden, notFound, unauthorized, unprocessable } from '../refusal.ts';
import { appShape, installationShape } from '../shapes/account.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { Installation, Repository } from '../state/entities.ts';
import { findAccount, findInstallation } from '../state/look-up.ts';
import type { Token } from '../state/state.ts';
import { formatTime, type World } from '../world.ts';
import { repositoryOf } from './targets.ts';

const hour = 60 * 60 * 1000;

/** Source: GitHub docs, REST API, Apps. */
export const appRoutes: Routes = {
  'GET /app': (call) => {
    assertApp(call);
    const [first] = call.world.state.installations.values();
    return ok(appShape(call.world, call.world.state.app, first?.account ?? call.world.state.app.bot));
  },
  'GET /app/installations': (call) => {
    assertApp(call);
    const all = [...call.world.state.installations.values()];
    return paginate(call, all, (each) => installationShape(call.world, each));
  },
  'GET /app/installations/{installation_id}': (call) => {
    assertApp(call);
    return ok(installationShape(call.world, installationOf(call)));
  },
  'POST /app/installations/{installation_id}/access_tokens': createToken,
  'GET /repos/{owner}/{repo}/installation': (call) => {
    assertApp(call);
    // The app sees the repositories of its installations, private ones too.
    const repository = call.world.state.repositories.get(`${call.params.owner}/${call.params.repo}`.toLowerCase());
    return installationFor(call, (repository ?? repositoryOf(call)).owner.login);
  },
  'GET /orgs/{org}/installation': (call) => installationFor(call, call.params.org ?? ''),
  'GET /users/{username}/installation': (call) => installationFor(call, call.params.username ?? ''),
  'GET /installation/repositories': (call) => {
    const token = call.actor?.token;
    if (token?.kind !== 'installation') {
      throw forbidden(
        'You must authenticate with an installation access token in order to list repositories for an installation.',
      );
    }
    const answer = paginateWithin(call, 'repositories', repositoriesOf(call.world, token), (each) =>
      repositoryShape(call.world, each, call.actor),
    );
    return {
      ...answer,
      body: { ...(answer.body as object), repository_selection: token.repositoryIds === 'all' ? 'all' : 'selected' },
    };
  },
};

function createToken(call: Call) {
  assertApp(call);
  const { state } = call.world;
  const installation = installationOf(call);
  const token: Token = {
    kind: 'installation',
    token: state.ids.nextToken('ghs'),
    installation,
    permissions: (call.body.permissions as Record<string, string> | undefined) ?? installation.permissions,
    repositoryIds: chosenRepositories(call, installation),
    expiresAt: formatTime(new Date(Date.parse(call.world.now()) + hour)),
  };
  state.tokens.set(token.token, token);
  const isAll = token.repositoryIds === 'all';
  return created({
    token: token.token,
    expires_at: token.expiresAt,
    permissions: token.permissions,
    repository_selection: isAll ? 'all' : 'selected',
    ...(isAll
      ? {}
      : { repositories: repositoriesOf(call.world, token).map((each) => repositoryShape(call.world, each)) }),
  });
}

function chosenRepositories(call: Call, installation: Installation): number[] | 'all' {
  const { repositories, repository_ids: ids } = call.body;
  if (!Array.isArray(repositories) && !Array.isArray(ids)) return 'all';
  const all = [...call.world.state.repositories.values()].filter((each) => each.owner === installation.account);
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

function repositoriesOf(world: World, token: Token & { kind: 'installation' }): Repository[] {
  const isCovered = ({ id }: Repository) => token.repositoryIds === 'all' || token.repositoryIds.includes(id);
  return [...world.state.repositories.values()].filter(
    (each) => each.owner === token.installation.account && isCovered(each),
  );
}

function installationOf(call: Call): Installation {
  const installation = call.world.state.installations.get(Number(call.params.installation_id));
  if (!installation) throw notFound();
  return installation;
}

function installationFor(call: Call, login: string) {
  assertApp(call);
  const account = findAccount(call.world.state, login);
  const installation = account && findInstallation(call.world.state, account);
  if (!installation) throw notFound();
  return ok(installationShape(call.world, installation));
}

/** @throws Refusal 401 unless the app itself asks. */
export function assertApp(call: Call): void {
  if (!call.isApp) throw unauthorized('A JSON web token could not be decoded');
}
