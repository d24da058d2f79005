import type { Ancestor, IssueFacts, IssueRef } from '../../model/facts.ts';
import { type Known, known, unknown } from '../../model/known.ts';
import { actorOf } from './actor.ts';
import type { GraphError } from './errors.ts';
import { type IssueNode, type ParentNode, seen } from './issue-answer.ts';
import { historyOf } from './issue-history.ts';

type FactsOfNode = Omit<IssueFacts, 'archived' | 'checklist' | 'surplusChecklists'>;

/** @returns the issue's facts as far as they stand in the issue itself; what an error hides is unknown. */
export function factsOf(
  node: IssueNode,
  { ref, errors, ownLogin }: { ref: IssueRef; errors: GraphError[]; ownLogin: string | null },
): FactsOfNode {
  const { id, title, body, locked, milestone } = node;
  return {
    ref,
    id,
    title,
    body,
    state: (node.state ?? node.pullState) === 'OPEN' ? 'open' : 'closed',
    locked,
    isPullRequest: node.__typename === 'PullRequest',
    author: actorOf(node.author),
    createdAt: node.createdAt,
    labels: seen(node.labels).map((label) => ({ id: label.id, name: label.name })),
    milestone: milestone && { ...milestone, state: stateOf(milestone) },
    ancestry: ancestryOf(node, errors),
    ...historyOf(node, { errors, ownLogin }),
  };
}

/** @returns whether the rest of an answer can be used although this went wrong in it. */
export function canDoWithout({ path = [] }: GraphError): boolean {
  return path.includes('parent') || path.includes('timelineItems') || path[0] === 'viewer';
}

/** A parent that may not be seen ends the chain: what is above it isn't known, so the chain isn't. */
function ancestryOf(node: IssueNode, errors: GraphError[]): Known<Ancestor[]> {
  const hidden = errors.find(({ path }) => path?.includes('parent') && !path.includes('timelineItems'));
  if (hidden) return unknown(`a parent of the issue can’t be read: ${hidden.message}`);
  const ancestors: Ancestor[] = [];
  for (let parent = node.parent; parent; parent = parent.parent) ancestors.push(ancestorOf(parent));
  return known(ancestors);
}

function ancestorOf({ number, title, state, labels, repository }: ParentNode): Ancestor {
  return {
    ref: { owner: repository.owner.login, repository: repository.name, number },
    title,
    state: stateOf({ state }),
    labels: seen(labels).map(({ name }) => name),
    type: null,
  };
}

const stateOf = ({ state }: { state: 'OPEN' | 'CLOSED' }) => (state === 'OPEN' ? 'open' : 'closed');
