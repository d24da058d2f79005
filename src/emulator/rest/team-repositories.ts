import { maySee, seesTeam } from '../access.ts';
import { setTeamRole } from '../changes/teams.ts';
import { type Answer, actorOf, type Call, noContent, ok, type Routes } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { lackOf } from '../permissions/lack.ts';
import { needs } from '../permissions/need.ts';
import { invalid, notFound, unprocessable } from '../refusal.ts';
import { repositoryTeamShape, teamRepositoryShape } from '../shapes/team.ts';
import type { Repository, Team } from '../state/entities.ts';
import { roleOfPermission } from '../state/roles.ts';
import { repositoryIds, teamRoleIn } from '../state/teams.ts';
import { managingTeam, teamOf } from './organization-targets.ts';
import { assertMay, repositoryOf, visibleRepository } from './targets.ts';

const one = '/orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}';

/** Source: GitHub docs, REST API: Teams, Repositories. */
export const teamRepositoryRoutes: Routes = {
  'GET /orgs/{org}/teams/{team_slug}/repos': (call) => {
    const team = teamOf(call);
    const ids = repositoryIds(team);
    const found = [...call.world.state.repositories.values()].filter(({ id }) => ids.includes(id));
    const visible = found.filter((each) => maySee(call.actor, each));
    return paginate(call, visible, (each) => shape(call, team, each));
  },
  [`GET ${one}`]: (call) => {
    const team = teamOf(call);
    const repository = visibleRepository(call);
    if (teamRoleIn(team, repository) === 'none') throw notFound();
    const isAsked = /\bapplication\/vnd\.github\.(v3\.)?repository\+json\b/.test(call.headers.accept ?? '');
    return isAsked ? ok(shape(call, team, repository)) : noContent;
  },
  [`PUT ${one}`]: give,
  [`DELETE ${one}`]: (call) => {
    const team = teamOf(call);
    const repository = visibleRepository(call);
    const actor = actorOf(call);
    const isRepositorys = lackOf(actor, repository, needs.administer) === null;
    if (!isRepositorys) managingTeam(call, team, 'Must have admin rights to Repository.');
    setTeamRole(call.world, actor, team, { repository, role: 'none' });
    return noContent;
  },
  'GET /repos/{owner}/{repo}/teams': (call) => {
    const repository = repositoryOf(call);
    const teams = [...repository.owner.teams.values()].filter((team) => seesTeam(call.actor, team));
    const roles = teams.map((team) => ({ team, role: teamRoleIn(team, repository) }));
    const found = roles.filter(({ role }) => role !== 'none');
    return paginate(call, found, ({ team, role }) => repositoryTeamShape(call.world, team, role));
  },
};

function give(call: Call): Answer {
  const team = teamOf(call);
  const repository = visibleRepository(call);
  const actor = actorOf(call);
  assertMay(actor, repository, needs.administer);
  if (repository.owner !== team.organization) {
    throw unprocessable('The repository must be owned by the organization of the team.');
  }
  const permission = readBody(call.body, (fields) => fields.text('permission'));
  const role = permission === undefined ? team.defaultRole : roleOfPermission(permission);
  if (!role) throw invalid({ resource: 'TeamRepository', field: 'permission', code: 'invalid', value: permission });
  setTeamRole(call.world, actor, team, { repository, role });
  return noContent;
}

function shape({ world, actor }: Call, team: Team, repository: Repository) {
  return teamRepositoryShape(world, repository, { role: teamRoleIn(team, repository), actor });
}
