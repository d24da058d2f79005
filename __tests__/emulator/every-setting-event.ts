import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place } from './octo-world.ts';

const org = place.owner;

/** Lets owners do everything to repositories, people and the app's installation of which the emulator tells by webhook. */
export async function causeEverySettingEvent(emulator: Emulator): Promise<void> {
  const owner = octokitFor(emulator, 'octo-owner');
  await changePeople(owner);
  await changeRepository(owner);
  emulator.installations.ping();
  emulator.installations.choose(org, ['octo-repo']);
  emulator.installations.choose(org, ['octo-other']);
  emulator.installations.suspend(org);
  emulator.installations.unsuspend(org);
  emulator.installations.uninstall(org);
  emulator.installations.install(org, ['octo-repo']);
}

async function changePeople({ orgs, repos, teams }: Octokit): Promise<void> {
  const collaborator = { ...place, username: 'octo-user-2' };
  await repos.addCollaborator({ ...collaborator, permission: 'triage' });
  await repos.addCollaborator({ ...collaborator, permission: 'maintain' });
  await repos.removeCollaborator(collaborator);
  const membership = { org, team_slug: 'docs', username: 'octo-user-1' };
  await teams.addOrUpdateMembershipForUserInOrg(membership);
  await teams.removeMembershipForUserInOrg(membership);
  await orgs.setMembershipForUser({ org, username: 'octo-user-2', role: 'member' });
  await orgs.removeMembershipForUser({ org, username: 'octo-user-2' });
  const team = { org, team_slug: 'new' };
  await teams.create({ org, name: 'New', privacy: 'closed' });
  await teams.updateInOrg({ ...team, description: 'a description' });
  const { owner, repo } = place;
  await teams.addOrUpdateRepoPermissionsInOrg({ ...team, owner, repo, permission: 'pull' });
  await teams.addOrUpdateRepoPermissionsInOrg({ ...team, owner, repo, permission: 'push' });
  await teams.removeRepoInOrg({ ...team, owner, repo });
  await teams.deleteInOrg(team);
}

async function changeRepository({ repos }: Octokit): Promise<void> {
  const { data } = await repos.createInOrg({ org, name: 'octo-new', auto_init: true });
  const made = { owner: org, repo: data.name };
  await repos.update({ ...made, description: 'a description' });
  await repos.update({ ...made, private: true });
  await repos.update({ ...made, private: false });
  await repos.update({ ...made, archived: true });
  await repos.update({ ...made, archived: false });
  await repos.update({ ...made, name: 'octo-newer' });
  await repos.delete({ owner: org, repo: 'octo-newer' });
}
