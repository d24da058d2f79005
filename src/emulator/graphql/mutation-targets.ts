import { assertMayWrite } from '../access.ts';
import { forbidden, notFound } from '../refusal.ts';
import type { PullRequest } from '../state/entities.ts';
import type { AnyNode } from '../state/state.ts';
import { nodeOf, repositoryOf } from './resolve-query.ts';
import type { Context } from './resolvers.ts';

/** What may be of the kind: an account's kind is known only when it is there. */
type Of<Kind extends AnyNode['kind'], Any = AnyNode> = Any extends AnyNode
  ? Any['kind'] & Kind extends never
    ? never
    : Any
  : never;

/** The thing of one of the kinds that an id names, when the caller may write there. */
export function target<Kind extends AnyNode['kind']>(context: Context, id: string, ...kinds: Kind[]): Of<Kind> {
  const node = nodeOf(context, id);
  if (!isOf(node, kinds))
    throw notFound(`Could not resolve to ${kinds.join(' or ')} node with the global id of '${id}'.`);
  const repository = repositoryOf(node);
  if (repository) assertMayWrite(context.actor, repository);
  return node;
}

export function targets<Kind extends AnyNode['kind']>(context: Context, ids: string[], ...kinds: Kind[]): Of<Kind>[] {
  return ids.map((id) => target(context, id, ...kinds));
}

/** What GitHub says to who may not do what a mutation of that name does. */
export function lacking({ actor }: Context, mutation: string) {
  return forbidden(`${actor.account.login} does not have the correct permissions to execute \`${mutation}\``);
}

/** A pull request's id is that of the issue that it is too. */
export function pullOf(context: Context, id: string): PullRequest {
  const { pull } = target(context, id, 'Issue');
  if (!pull) throw notFound(`Could not resolve to PullRequest node with the global id of '${id}'.`);
  return pull;
}

function isOf<Kind extends AnyNode['kind']>(node: AnyNode, kinds: Kind[]): node is Of<Kind> {
  return kinds.some((kind) => kind === node.kind);
}
