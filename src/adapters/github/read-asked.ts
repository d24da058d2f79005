import type { CommandGround, NamedIssue, NamedRepository } from '../../model/command-facts.ts';
import type { AskedBeside } from '../../model/command-ports.ts';
import { type IssueRef, printRef, type RepositoryRef, repositoryKey } from '../../model/facts.ts';
import { known, unknown } from '../../model/known.ts';
import { type Reaction, reactions } from '../../model/plan.ts';
import type { AskedReading } from '../../model/ports.ts';
import { sameOnGitHub } from '../../text/github-names.ts';
import { askedFields, askedVariables, type Listed, listDocument } from './asked-document.ts';
import { type Answer, ask, type Client } from './client.ts';
import { explainGraph, type GraphError } from './errors.ts';
import type { IssueAnswer, List, ParentNode } from './issue-answer.ts';
import { seen } from './issue-answer.ts';
import { ancestryOf } from './issue-facts.ts';
import { words } from './look-up.ts';
import { contents } from './mutations.ts';
import { findReply, type Ownership } from './own-comments.ts';
import { type Question, readIssueAnd } from './read-issue.ts';

/**
 * Reads an issue as `readIssue` does, in the same request with what commands name and what has become of their comment;
 * in more only for further pages of labels, milestones and comments. Errors: as `readIssue`.
 */
export async function readAsked(
  client: Client,
  question: Question & Ownership,
  beside: AskedBeside,
): Promise<AskedReading | null> {
  const whole = await readIssueAnd(client, question, {
    fields: (types) => askedFields(beside, types),
    variables: askedVariables(beside),
    canDoWithout: isAbsence,
  });
  if (whole === null) return null;
  const { reading, node, answer } = whole;
  const data = answer.data as IssueAnswer & AskedAnswer;
  const place = { owner: question.ref.owner, name: question.ref.repository };
  const [labels, milestones] = await Promise.all([
    allOf(client, place, 'labels', data.repository.allLabels),
    allOf(client, place, 'milestones', data.repository.allMilestones),
  ]);
  const { ground, ids } = groundOf({ ...answer, data }, { beside, labels, milestones });
  const { comment, repository } = data;
  return {
    ...reading,
    ground,
    comment: comment && { own: comment.viewerDidAuthor, body: comment.body, reaction: reactionOf(comment) },
    reply: beside.mayBeAnswered ? await findReply(client, node, { to: beside.to, ownLogin: question.ownLogin }) : null,
    isOrganisations: repository.owner.__typename === 'Organization',
    ids,
  };
}

interface Page<Node> extends List<Node> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface LabelNode {
  id: string;
  name: string;
}

interface MilestoneNode {
  id: string;
  number: number;
  title: string;
  state: 'OPEN' | 'CLOSED';
}

interface Nodes {
  labels: LabelNode;
  milestones: MilestoneNode;
}

/** What `askedFields` asks for. */
interface AskedAnswer {
  comment: {
    body: string;
    viewerDidAuthor: boolean;
    reactionGroups: { content: string; viewerHasReacted: boolean }[] | null;
  } | null;
  repository: {
    isPrivate: boolean;
    owner: { __typename: string };
    allLabels?: Page<LabelNode>;
    allMilestones?: Page<MilestoneNode>;
    [assignable: `assignable${number}`]: List<{ id: string; login: string }> | null;
  };
  [issue: `issue${number}`]: { issue: NamedIssueNode | null } | null;
  [place: `place${number}`]: PlaceNode | null;
}

type NamedIssueNode = { id: string; title: string } & (
  | { __typename: 'Issue'; state: 'OPEN' | 'CLOSED'; subIssuesSummary: { total: number }; parent: ParentNode | null }
  | { __typename: 'PullRequest'; pullState: string }
);

interface PlaceNode {
  id: string;
  name: string;
  owner: { login: string };
  isArchived: boolean;
  hasIssuesEnabled: boolean;
  isPrivate: boolean;
}

/** There is no comment, issue or repository of that name any more, or none that may be seen. */
function isAbsence({ type, path = [] }: GraphError): boolean {
  return type === 'NOT_FOUND' && /^(?:comment|issue\d+|place\d+)$/.test(String(path[0])) && !path.includes('parent');
}

/** @returns our one reaction; of several, which only a race leaves, the last that Remit would set. */
function reactionOf({ reactionGroups }: NonNullable<AskedAnswer['comment']>): Reaction | null {
  const given = (reactionGroups ?? []).filter(({ viewerHasReacted }) => viewerHasReacted);
  return reactions.find((each) => given.some(({ content }) => content === contents[each])) ?? null;
}

async function allOf<Name extends Listed>(
  client: Client,
  place: RepositoryRef,
  list: Name,
  first: Page<Nodes[Name]> | undefined,
): Promise<Nodes[Name][] | null> {
  if (first === undefined) return null;
  const found = seen(first);
  for (let { pageInfo } = first; pageInfo.hasNextPage; ) {
    const doing = `reading the ${list} of ${place.owner}/${place.name}`;
    const { data, errors } = await ask<{ repository: Record<Name, Page<Nodes[Name]>> | null }>(client, {
      document: listDocument(list),
      variables: { ...place, after: pageInfo.endCursor },
      doing,
    });
    const page = data.repository?.[list];
    if (!page || errors.length > 0) throw explainGraph(errors, doing);
    found.push(...seen(page));
    pageInfo = page.pageInfo;
  }
  return found;
}

interface Found {
  beside: AskedBeside;
  labels: LabelNode[] | null;
  milestones: MilestoneNode[] | null;
}

function groundOf(
  { data, errors }: Answer<AskedAnswer>,
  { beside: { needs }, labels, milestones }: Found,
): { ground: CommandGround; ids: Map<string, string> } {
  const ids = new Map<string, string>();
  for (const { id, name } of labels ?? []) ids.set(words.label(name), id);
  // Of two of a title the open one is meant.
  const closedFirst = [...(milestones ?? [])].sort((a, b) => a.state.localeCompare(b.state));
  for (const { id, title } of closedFirst) ids.set(words.milestone(title), id);

  const assignable = needs.logins.map((login, index): [string, string | null] => {
    const user = seen(data.repository[`assignable${index}`] ?? null).find((each) => sameOnGitHub(each.login, login));
    if (user) ids.set(words.account(user.login), user.id);
    return [login.toLowerCase(), user?.login ?? null];
  });
  const issues = needs.issues.map((ref, index): [string, NamedIssue | null] => {
    const node = data[`issue${index}`]?.issue ?? null;
    if (node) ids.set(words.issue(ref), node.id);
    const own = errors.filter(({ path }) => path?.[0] === `issue${index}`);
    return [printRef(ref).toLowerCase(), node && namedIssue(ref, node, own)];
  });
  const repositories = needs.repositories.map((ref, index): [string, NamedRepository | null] => {
    const node = data[`place${index}`] ?? null;
    if (node) ids.set(words.repository({ owner: node.owner.login, name: node.name }), node.id);
    return [repositoryKey(ref), node && namedRepository(node)];
  });
  const ground: CommandGround = {
    labels: labels === null ? notAsked : known(labels.map(({ name }) => name)),
    milestones:
      milestones === null
        ? notAsked
        : known(
            milestones.map(({ number, title, state }) => ({
              number,
              title,
              state: state === 'OPEN' ? 'open' : 'closed',
            })),
          ),
    assignable: known(new Map(assignable)),
    issues: known(new Map(issues)),
    repositories: known(new Map(repositories)),
    isPrivate: known(data.repository.isPrivate),
    decisions: [],
  };
  return { ground, ids };
}

const notAsked = unknown('it was not looked up');

function namedIssue(ref: IssueRef, node: NamedIssueNode, errors: GraphError[]): NamedIssue {
  const isPullRequest = node.__typename === 'PullRequest';
  return {
    ref,
    title: node.title,
    state: (isPullRequest ? node.pullState : node.state) === 'OPEN' ? 'open' : 'closed',
    isPullRequest,
    ancestry: isPullRequest ? { parents: [], hidden: null } : ancestryOf(node, errors),
    children: isPullRequest ? 0 : node.subIssuesSummary.total,
  };
}

function namedRepository({ name, owner, isArchived, hasIssuesEnabled, isPrivate }: PlaceNode): NamedRepository {
  return {
    ref: { owner: owner.login, name },
    archived: isArchived,
    hasIssues: hasIssuesEnabled,
    isPrivate,
    role: unknown('it was not looked up'),
  };
}
