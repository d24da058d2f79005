import { commentSubject, issueSubject, lackOf, reviewSubject, type Subject } from '../permissions/lack.ts';
import { mutationNeed } from '../permissions/mutation-needs.ts';
import type { Need } from '../permissions/need.ts';
import { mayWriteProject, projectOf } from '../permissions/project-rights.ts';
import { forbidden, notFound, notPermitted } from '../refusal.ts';
import type { PullRequest, Repository } from '../state/entities.ts';
import { repositoryOf } from '../state/look-up.ts';
import { isProjectNode, type ProjectNode } from '../state/projects.ts';
import type { AnyNode } from '../state/state.ts';
import { nodeOf } from './resolve-query.ts';
import type { Context } from './resolvers.ts';

/** What may be of the kind: an account's kind is known only when it is there. */
type Of<Kind extends AnyNode['kind'], Any = AnyNode> = Any extends AnyNode
  ? Any['kind'] & Kind extends never
    ? never
    : Any
  : never;

/** The thing of one of the kinds that an id names, when the caller may do there what the mutation does. */
export function target<Kind extends AnyNode['kind']>(context: Context, id: string, ...kinds: Kind[]): Of<Kind> {
  const node = named(context, id, ...kinds);
  if (isProjectNode(node)) {
    assertMayPlan(context, node);
    return node;
  }
  const repository = repositoryOf(node);
  const need = mutationNeed(context.mutation);
  if (repository && need) assertMay(context, repository, need, subjectOf(node));
  return node;
}

/** The thing of one of the kinds that an id names, which may be where the caller can only read. */
export function named<Kind extends AnyNode['kind']>(context: Context, id: string, ...kinds: Kind[]): Of<Kind> {
  const node = nodeOf(context, id);
  if (!isOf(node, kinds))
    throw notFound(`Could not resolve to ${kinds.join(' or ')} node with the global id of '${id}'.`);
  return node;
}

export function targets<Kind extends AnyNode['kind']>(context: Context, ids: string[], ...kinds: Kind[]): Of<Kind>[] {
  return ids.map((id) => target(context, id, ...kinds));
}

/** @throws Refusal FORBIDDEN in the words of the GraphQL API. */
export function assertMay(context: Context, repository: Repository, need: Need, subject?: Subject): void {
  const lack = lackOf(context.actor, repository, need, subject);
  if (lack === 'permission') throw notPermitted();
  if (lack === 'role') throw lacksRole(context);
}

function assertMayPlan(context: Context, node: ProjectNode): void {
  if (mayWriteProject(context.actor, projectOf(node))) return;
  throw context.actor.viaApp ? notPermitted() : lacksRole(context);
}

/** What GitHub says to a person who may not. */
export function lacksRole({ actor, mutation }: Context) {
  const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  return forbidden(`${actor.account.login} does not have the correct permissions to execute \`${type}\``);
}

function subjectOf(node: AnyNode): Subject | undefined {
  if (node.kind === 'Issue') return issueSubject(node);
  if (node.kind === 'PullRequestReview' || node.kind === 'PullRequestReviewComment') return reviewSubject(node);
  return node.kind === 'IssueComment' ? commentSubject(node) : undefined;
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
