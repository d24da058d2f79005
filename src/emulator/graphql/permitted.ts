import { maySee } from '../access.ts';
import { mayRead } from '../permissions/lack.ts';
import { mayReadProject, projectOf } from '../permissions/project-rights.ts';
import { typeReading } from '../permissions/type-reads.ts';
import { notPermitted } from '../refusal.ts';
import { repositoryOf } from '../state/look-up.ts';
import { isProjectNode } from '../state/projects.ts';
import type { AnyNode } from '../state/state.ts';
import type { Actor } from '../world.ts';
import { typeOf } from './resolvers.ts';

/**
 * What a field gives, where an installation may read it; of a list each thing by itself, which GitHub reports by its
 * place.
 *
 * @throws Refusal FORBIDDEN
 */
export function permitted(value: unknown, actor: Actor): unknown {
  if (!actor.viaApp) return value;
  if (Array.isArray(value)) return value.map((each) => (isPermitted(each, actor) ? each : notPermitted()));
  if (!isPermitted(value, actor)) throw notPermitted();
  return value;
}

/**
 * Asks before a list is made: of what an installation may not read it is not told the number either.
 *
 * @param source what the list hangs on.
 * @param part the type of what is listed.
 * @throws Refusal FORBIDDEN
 */
export function assertListPermitted(source: unknown, part: string, actor: Actor): void {
  if (!actor.viaApp || !isNode(source)) return;
  const repository = repositoryOf(source);
  const permissions = typeReading(part);
  if (repository && permissions && !mayRead(actor, repository, permissions, subjectOf(source))) throw notPermitted();
}

/** Whether an installation may read a thing; that it shows at all has been seen to, but for what only refers to it. */
export function isPermitted(value: unknown, actor: Actor): boolean {
  if (!isNode(value)) return true;
  if (isProjectNode(value)) return mayReadProject(actor, projectOf(value));
  const repository = repositoryOf(value);
  const permissions = typeReading(typeOf(value) ?? value.kind);
  if (!repository || !permissions) return true;
  return maySee(actor, repository) && mayRead(actor, repository, permissions, subjectOf(value));
}

/** Whether something is talked on in a pull request or in an issue proper; undefined for what is in neither. */
function subjectOf(node: AnyNode): { isPull: boolean } | undefined {
  if (node.kind === 'Reaction') return subjectOf(node.subject);
  if ('pull' in node) return { isPull: node.pull !== null };
  return 'issue' in node && 'pull' in node.issue ? { isPull: node.issue.pull !== null } : undefined;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
