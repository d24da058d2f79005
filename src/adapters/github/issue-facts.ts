import type { Ancestor, Ancestry, Change, IssueFacts, IssueRef, MilestoneFact } from '../../model/facts.ts';
import { type Known, unknown } from '../../model/known.ts';
import { wasReopened } from '../../text/milestone-marker.ts';
import { actorOf } from './actor.ts';
import type { GraphError } from './errors.ts';
import { type IssueNode, type ParentNode, type RepositoryAnswer, seen } from './issue-answer.ts';
import { historyOf, turnsOf } from './issue-history.ts';
import type { OwnComments } from './own-comments.ts';

type FactsOfRepository = Pick<IssueFacts, 'archived' | 'issuesDisabled'>;
type FactsOfNode = Omit<IssueFacts, keyof FactsOfRepository | keyof OwnComments>;

/** @returns what an issue's repository says of all its issues. */
export function standingOf(repository: Pick<RepositoryAnswer, 'isArchived' | 'hasIssuesEnabled'>): FactsOfRepository {
  return { archived: repository.isArchived, issuesDisabled: !repository.hasIssuesEnabled };
}

/** @returns the issue's facts as far as they stand in the issue itself; what an error hides is unknown. */
export function factsOf(
  node: IssueNode,
  { ref, errors, ownLogin }: { ref: IssueRef; errors: GraphError[]; ownLogin: string | null },
): FactsOfNode {
  const { id, title, body, locked, milestone } = node;
  const history = historyOf(node, { errors, ownLogin });
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
    updatedAt: node.updatedAt,
    labels: seen(node.labels).map((label) => ({ id: label.id, name: label.name })),
    type: node.issueType?.name ?? null,
    assignees: seen(node.assignees).map(({ login }) => login),
    milestone: milestone && milestoneOf(milestone),
    turns: turnsOf(node, ownLogin),
    ancestry: ancestryOf(node, errors, history.history),
    children: { done: node.subIssuesSummary?.completed ?? 0, of: node.subIssuesSummary?.total ?? 0 },
    ...history,
  };
}

/** @returns whether the rest of an answer can be used although this went wrong in it. */
export function canDoWithout({ path = [] }: GraphError): boolean {
  return path.includes('parent') || path.includes('timelineItems') || path.includes('turns') || path[0] === 'viewer';
}

/** Whatever can't be read of a parent ends the chain before it, since it may be just that which matters. */
export function ancestryOf(
  node: Pick<IssueNode, 'parent'>,
  errors: GraphError[],
  history: Known<Change[]> = unknown('it was not read'),
): Ancestry {
  const parents: Ancestor[] = [];
  for (let parent = node.parent; parent; parent = parent.parent) parents.push(ancestorOf(parent));
  const [nearest] = errors.flatMap((error) => hiddenParent(error) ?? []).sort((one, other) => one.level - other.level);
  if (nearest) return { parents: parents.slice(0, nearest.level - 1), hidden: nearest.because };
  const isConcealed = parents.length === 0 && history.known && hasParent(history.value);
  return { parents, hidden: isConcealed ? 'the issue has a parent that may not be seen' : null };
}

function hiddenParent({ path = [], message }: GraphError): { level: number; because: string } | null {
  const level = path.filter((step) => step === 'parent').length;
  if (level === 0 || path.includes('timelineItems')) return null;
  return { level, because: `a parent of the issue can’t be read: ${message}` };
}

/** GitHub conceals a parent in a repository that may not be seen; that one was given is told all the same. */
function hasParent(history: Change[]): boolean {
  const last = history.findLast(({ what }) => what === 'parented' || what === 'unparented');
  return last?.what === 'parented' && last.parent === null;
}

function ancestorOf({ number, title, state, labels, issueType, repository }: ParentNode): Ancestor {
  return {
    ref: { owner: repository.owner.login, repository: repository.name, number },
    title,
    state: stateOf({ state }),
    labels: seen(labels).map(({ name }) => name),
    type: issueType?.name ?? null,
  };
}

function milestoneOf(node: NonNullable<IssueNode['milestone']>): MilestoneFact {
  const { id, number, title, closedAt, description } = node;
  const state = stateOf(node);
  return {
    id,
    number,
    title,
    state,
    ...(state === 'closed' && closedAt !== null ? { closedAt } : {}),
    ...(wasReopened(description) ? { reopened: true } : {}),
  };
}

const stateOf = ({ state }: { state: 'OPEN' | 'CLOSED' }) => (state === 'OPEN' ? 'open' : 'closed');
