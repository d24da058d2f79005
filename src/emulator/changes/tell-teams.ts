import { userShape } from '../shapes/account.ts';
import { permissionsShape } from '../shapes/repository.ts';
import { teamPermissionsShape, teamShape } from '../shapes/team.ts';
import type { Account, Repository, Role, Team } from '../state/entities.ts';
import type { ActionOf } from '../webhooks/events.ts';
import type { Actor, World } from '../world.ts';
import { announce, announceIn } from './record.ts';

/** What a team was before it was edited. */
export type TeamBefore = Pick<Team, 'name' | 'description' | 'privacy' | 'isNotified'>;

export function tellTeam(
  world: World,
  actor: Actor,
  team: Team,
  action: ActionOf<'team'>,
  content: Record<string, unknown> = {},
): void {
  announceIn(world, actor, team.organization, 'team', action, () => ({ team: teamShape(world, team), ...content }));
}

/** Only what is other than before is told; GitHub names neither another parent nor another permission of new repositories. */
export function tellEdited(world: World, actor: Actor, team: Team, before: TeamBefore): void {
  const changes = {
    ...(before.name === team.name ? {} : { name: { from: before.name } }),
    ...(before.description === team.description ? {} : { description: { from: before.description ?? '' } }),
    ...(before.privacy === team.privacy ? {} : { privacy: { from: before.privacy } }),
    ...(before.isNotified === team.isNotified
      ? {}
      : { notification_setting: { from: before.isNotified ? 'notifications_enabled' : 'notifications_disabled' } }),
  };
  tellTeam(world, actor, team, 'edited', { changes });
}

/** Tells what a team may do in a repository now, where it is other than before. */
export function tellTeamRole(
  world: World,
  actor: Actor,
  { team, repository, before, role }: { team: Team; repository: Repository; before: Role; role: Role },
): void {
  if (before === role) return;
  const tell = (action: ActionOf<'team'>, content: Record<string, unknown> = {}) =>
    announce(world, actor, repository, 'team', action, () => ({
      team: teamShape(world, team),
      repository: { permissions: permissionsShape(role) },
      ...content,
    }));
  if (role === 'none') tell('removed_from_repository');
  else if (before === 'none') tell('added_to_repository');
  else tell('edited', { changes: { repository: { permissions: { from: teamPermissionsShape(before) } } } });
  if (before === 'none') announce(world, actor, repository, 'team_add', null, () => ({ team: teamShape(world, team) }));
}

export function tellMembership(
  world: World,
  actor: Actor,
  team: Team,
  { member, action }: { member: Account; action: ActionOf<'membership'> },
): void {
  announceIn(world, actor, team.organization, 'membership', action, () => ({
    scope: 'team',
    member: userShape(world, member),
    team: teamShape(world, team),
  }));
}
