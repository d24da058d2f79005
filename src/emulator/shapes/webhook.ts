import type { Repository } from '../state/entities.ts';
import type { World } from '../world.ts';
import { simpleRepositoryShape } from './repository.ts';

/**
 * A repository as webhooks carry it. In a push it has some words of an older API besides, and times in seconds. Source: GitHub docs, Webhook events and payloads, push.
 */
export function eventRepositoryShape(world: World, repository: Repository, event: string) {
  const shape = simpleRepositoryShape(world, repository);
  const told = { ...shape, ...(repository.owner.kind === 'Organization' ? { custom_properties: {} } : {}) };
  if (event !== 'push') return told;
  const { login, kind } = repository.owner;
  return {
    ...told,
    owner: { ...told.owner, name: login, email: null },
    created_at: secondsOf(told.created_at),
    pushed_at: secondsOf(told.pushed_at),
    stargazers: told.stargazers_count,
    master_branch: told.default_branch,
    ...(kind === 'Organization' ? { organization: login } : {}),
  };
}

function secondsOf(time: string): number;
function secondsOf(time: string | null): number | null;
function secondsOf(time: string | null): number | null {
  return time === null ? null : Date.parse(time) / 1000;
}
