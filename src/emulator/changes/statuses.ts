import { type FieldError, invalid } from '../refusal.ts';
import { statusEventShape } from '../shapes/status.ts';
import { type CommitStatus, type StatusState, statusesOf } from '../state/checks.ts';
import type { Commit, Repository } from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';
import { announce, assertWritable } from './record.ts';

const longestDescription = 140;
const mostInContext = 1000;

export interface NewStatus {
  commit: Commit;
  state: StatusState;
  context: string;
  description: string | null;
  targetUrl: string | null;
}

/** @throws Refusal 422 for a description that is too long, an address that is none, and the 1,001st of a context. */
export function createStatus(world: World, actor: Actor, repository: Repository, given: NewStatus): CommitStatus {
  assertWritable(repository);
  checkStatus(world, repository, given);
  const status: CommitStatus = register(world.state, {
    kind: 'StatusContext' as const,
    ...world.state.ids.next('StatusContext', repository.id),
    ...given,
    repository,
    creator: actor.account,
    createdAt: world.now(),
  });
  world.state.statuses.add(status);
  announce(world, actor, repository, 'status', null, () => statusEventShape(world, status));
  return status;
}

function checkStatus(
  world: World,
  repository: Repository,
  { commit, context, description, targetUrl }: NewStatus,
): void {
  const faults: FieldError[] = [];
  const fault = (field: string, message: string) => faults.push({ resource: 'Status', field, code: 'custom', message });
  if ((description?.length ?? 0) > longestDescription) {
    fault('description', `description is too long (maximum is ${longestDescription} characters)`);
  }
  if (targetUrl && !/^https?:\/\//i.test(targetUrl)) fault('target_url', 'target_url must use http(s) scheme');
  const before = statusesOf(world.state, { repository, commit }, 'all').filter((each) => each.context === context);
  if (before.length >= mostInContext) {
    fault('base', 'This SHA and context has reached the maximum number of statuses.');
  }
  if (faults.length > 0) throw invalid(...faults);
}
