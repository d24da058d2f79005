import type { Actor, Ancestor, Change, IssueFacts, IssueRef } from '../../model/facts.ts';
import { type Known, known, unknown } from '../../model/known.ts';
import type { GraphError } from './errors.ts';
import { type ActorNode, type ChangeNode, type IssueNode, type ParentNode, seen } from './issue-answer.ts';

type FactsOfNode = Omit<IssueFacts, 'archived' | 'checklist' | 'surplusChecklists'>;

/** @returns the issue's facts as far as they stand in the issue itself; what an error hides is unknown. */
export function factsOf(node: IssueNode, { ref, errors }: { ref: IssueRef; errors: GraphError[] }): FactsOfNode {
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
    history: historyOf(node, errors),
  };
}

/** @returns whether the rest of an answer can be used although this went wrong in it. */
export function canDoWithout({ path = [] }: GraphError): boolean {
  return path.includes('parent') || path.includes('timelineItems');
}

/** Apps carry `[bot]` as they do everywhere else on GitHub; GraphQL leaves it off. A deleted account is a ghost. */
export function actorOf(node: ActorNode | null): Actor {
  if (node === null) return { login: 'ghost', kind: 'nobody' };
  const { __typename: type, login } = node;
  if (type === 'Bot') return { login: login.endsWith('[bot]') ? login : `${login}[bot]`, kind: 'program' };
  return { login, kind: type === 'User' || type === 'EnterpriseUserAccount' ? 'person' : 'program' };
}

/** A parent that may not be seen ends the chain: what is above it isn't known, so the chain isn't. */
function ancestryOf(node: IssueNode, errors: GraphError[]): Known<Ancestor[]> {
  const hidden = errors.find(({ path }) => path?.includes('parent'));
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

function historyOf({ timelineItems }: IssueNode, errors: GraphError[]): Known<Change[]> {
  const hidden = errors.find(({ path }) => path?.includes('timelineItems'));
  if (hidden) return unknown(`the issue’s timeline can’t be read: ${hidden.message}`);
  if (timelineItems === null) return unknown('the issue’s timeline can’t be read');
  const changes = seen(timelineItems);
  if (timelineItems.pageInfo.hasPreviousPage)
    return unknown(`more than ${changes.length} changes stand in its timeline`);
  return known(changes.map(changeOf));
}

function changeOf(node: ChangeNode): Change {
  const happened = { by: actorOf(node.actor), at: node.createdAt };
  switch (node.__typename) {
    case 'LabeledEvent':
      return { what: 'labeled', label: node.label.name, ...happened };
    case 'UnlabeledEvent':
      return { what: 'unlabeled', label: node.label.name, ...happened };
    case 'MilestonedEvent':
      return { what: 'milestoned', milestone: node.milestoneTitle, ...happened };
    case 'DemilestonedEvent':
      return { what: 'demilestoned', milestone: node.milestoneTitle, ...happened };
  }
}

const stateOf = ({ state }: { state: 'OPEN' | 'CLOSED' }) => (state === 'OPEN' ? 'open' : 'closed');
