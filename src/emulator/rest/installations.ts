import { suspendInstallation, uninstallApp, unsuspendInstallation } from '../changes/installations.ts';
import { type Answer, type Call, noContent, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { notFound } from '../refusal.ts';
import { installationShape } from '../shapes/account.ts';
import type { Account, Installation } from '../state/entities.ts';
import { findAccount, findInstallation } from '../state/look-up.ts';
import type { World } from '../world.ts';
import { assertApp } from './apps.ts';
import { repositoryOf } from './targets.ts';

/** Source: GitHub docs, REST API, Apps. */
export const installationRoutes: Routes = {
  'GET /app/installations': (call) => {
    assertApp(call);
    const all = [...call.world.state.installations.values()];
    return paginate(call, all, (each) => installationShape(call.world, each));
  },
  'GET /app/installations/{installation_id}': (call) => ok(installationShape(call.world, installationOf(call))),
  'DELETE /app/installations/{installation_id}': (call) => change(call, uninstallApp),
  'PUT /app/installations/{installation_id}/suspended': (call) => change(call, suspendInstallation),
  'DELETE /app/installations/{installation_id}/suspended': (call) => change(call, unsuspendInstallation),
  'GET /repos/{owner}/{repo}/installation': (call) => {
    assertApp(call);
    // The app sees the repositories of its installations, private ones too.
    const repository = call.world.state.repositories.get(`${call.params.owner}/${call.params.repo}`.toLowerCase());
    return installationOn(call, (repository ?? repositoryOf(call)).owner.login);
  },
  'GET /orgs/{org}/installation': (call) => installationOn(call, call.params.org ?? ''),
  'GET /users/{username}/installation': (call) => installationOn(call, call.params.username ?? ''),
};

function change(call: Call, make: (world: World, installation: Installation, sender: Account) => void): Answer {
  make(call.world, installationOf(call), call.world.state.app.bot);
  return noContent;
}

/** @throws Refusal 401 unless the app itself asks, 404 where there is no such installation. */
export function installationOf(call: Call): Installation {
  assertApp(call);
  const installation = call.world.state.installations.get(Number(call.params.installation_id));
  if (!installation) throw notFound();
  return installation;
}

function installationOn(call: Call, login: string): Answer {
  assertApp(call);
  const account = findAccount(call.world.state, login);
  const installation = account && findInstallation(call.world.state, account);
  if (!installation) throw notFound();
  return ok(installationShape(call.world, installation));
}
