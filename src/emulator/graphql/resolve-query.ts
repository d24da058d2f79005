import { maySee, seesTeam } from '../access.ts';
import { callerOf } from '../limits/caller-of.ts';
import { projectOf, showsProject } from '../permissions/project-rights.ts';
import { notFound, notPermitted, Refusal } from '../refusal.ts';
import type { Account } from '../state/entities.ts';
import { findAccount, findRepository, repositoryOf } from '../state/look-up.ts';
import { isProjectNode } from '../state/projects.ts';
import type { AnyNode } from '../state/state.ts';
import { type Actor, formatTime } from '../world.ts';
import { isPermitted } from './permitted.ts';
import { search } from './resolve-search.ts';
import type { Context, Fields } from './resolvers.ts';

const mostIds = 100;

export const queryFields: Fields<unknown> = {
  viewer: (_, __, { actor }) => actor.account,
  repository: (_, { owner, name }, { world, actor }) => {
    const repository = findRepository(world.state, owner, name);
    if (!repository || !maySee(actor, repository)) {
      throw notFound(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
    }
    return repository;
  },
  node: (_, { id }, context) => nodeOf(context, id),
  // Over the list GitHub gives what it finds, and an error for each that it does not.
  nodes: (_, { ids }, context) => {
    if (ids.length > mostIds) {
      const message = `You may not provide more than ${mostIds} node ids; you provided ${ids.length}.`;
      throw new Refusal(200, message, { type: 'ARGUMENT_LIMIT' });
    }
    return (ids as string[]).map((id) => attempt(() => nodeOf(context, id)));
  },
  user: (_, { login }, context) => accountOf(context, login, 'User'),
  organization: (_, { login }, context) => accountOf(context, login, 'Organization'),
  repositoryOwner: (_, { login }, { world }) => findAccount(world.state, login) ?? null,
  search: (_, args, context) => search(args, context),
  rateLimit: (_, __, { world, actor, cost, nodeCount }) => {
    const { reset, ...standing } = world.limits.standing(callerOf({ actor, isApp: false }), 'graphql');
    const [used, remaining] = [standing.used + cost - 1, Math.max(0, standing.remaining - cost + 1)];
    return { limit: standing.limit, used, remaining, cost, nodeCount, resetAt: formatTime(new Date(reset * 1000)) };
  },
};

/** @throws Refusal NOT_FOUND for an id of nothing, or of something the caller may not see. */
export function nodeOf({ world, actor }: Context, id: string): AnyNode {
  const node = world.state.nodes.get(id);
  const repository = node && repositoryOf(node);
  if (!node || isHidden(node, actor) || (repository && !maySee(actor, repository))) {
    throw notFound(`Could not resolve to a node with the global id of '${id}'`);
  }
  if (actor.viaApp && !isPermitted(node, actor)) throw notPermitted();
  return node;
}

function isHidden(node: AnyNode, actor: Actor): boolean {
  if (node.kind === 'Team') return !seesTeam(actor, node);
  return isProjectNode(node) ? !showsProject(actor, projectOf(node)) : isPendingElsewhere(node, actor.account);
}

/** Whether it is of a review that its author has not submitted yet. */
function isPendingElsewhere(node: AnyNode, reader: Account): boolean {
  const review = node.kind === 'PullRequestReviewComment' ? node.review : node;
  return review.kind === 'PullRequestReview' && review.state === 'PENDING' && review.author !== reader;
}

function accountOf({ world }: Context, login: string, kind: Account['kind']): Account {
  const account = findAccount(world.state, login);
  if (account?.kind !== kind) throw notFound(`Could not resolve to a ${kind} with the login of '${login}'.`);
  return account;
}

/** An error as a value, which graphql-js reports at the place in the list. */
function attempt<T>(get: () => T): T | Error {
  try {
    return get();
  } catch (error) {
    return error as Error;
  }
}
