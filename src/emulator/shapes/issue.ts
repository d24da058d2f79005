import type {
  Issue,
  IssueComment,
  IssueType,
  Label,
  Milestone,
  PullRequest,
  Reaction,
  ReactionContent,
} from '../state/entities.ts';
import { associationOf } from '../state/look-up.ts';
import type { World } from '../world.ts';
import { appShape, userShape } from './account.ts';
import { commentPage, issueApi, issuePage, pullApi, repositoryApi, repositoryPage } from './addresses.ts';

export const reactionContents: ReactionContent[] = [
  '+1',
  '-1',
  'laugh',
  'hooray',
  'confused',
  'heart',
  'rocket',
  'eyes',
];

/** An `issue`; source: GitHub docs, REST API, Issues. */
export function issueShape(world: World, issue: Issue) {
  const api = issueApi(world, issue);
  return {
    url: api,
    repository_url: repositoryApi(world, issue.repository),
    labels_url: `${api}/labels{/name}`,
    comments_url: `${api}/comments`,
    events_url: `${api}/events`,
    html_url: issuePage(world, issue),
    id: issue.id,
    node_id: issue.nodeId,
    number: issue.number,
    title: issue.title,
    user: userShape(world, issue.author),
    labels: issue.labels.map((label) => labelShape(world, label)),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.locked,
    active_lock_reason: issue.lockReason,
    assignee: issue.assignees[0] ? userShape(world, issue.assignees[0]) : null,
    assignees: issue.assignees.map((account) => userShape(world, account)),
    milestone: issue.milestone ? milestoneShape(world, issue.milestone) : null,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    closed_by: issue.closedBy ? userShape(world, issue.closedBy) : null,
    author_association: associationOf(issue.repository, issue.author),
    type: issue.type && issueTypeShape(issue.type),
    body: issue.body,
    reactions: reactionsShape(`${api}/reactions`, issue.reactions),
    timeline_url: `${api}/timeline`,
    performed_via_github_app: viaShape(world, issue),
    sub_issues_summary: summaryOf(issue),
    issue_dependencies_summary: dependenciesOf(issue),
    ...(issue.pull ? { pull_request: linksShape(world, issue.pull) } : {}),
    ...(issue.parent ? { parent_issue_url: issueApi(world, issue.parent) } : {}),
  };
}

/** How an issue says that it is a pull request. */
function linksShape(world: World, pull: PullRequest) {
  const page = issuePage(world, pull.issue);
  const addresses = { html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch` };
  return { url: pullApi(world, pull), ...addresses, merged_at: pull.merged?.at ?? null };
}

/** An `issue-comment`; source: GitHub docs, REST API, Issue comments. */
export function commentShape(world: World, comment: IssueComment) {
  const api = `${repositoryApi(world, comment.repository)}/issues/comments/${comment.id}`;
  return {
    url: api,
    html_url: commentPage(world, comment),
    issue_url: issueApi(world, comment.issue),
    id: comment.id,
    node_id: comment.nodeId,
    user: userShape(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(comment.repository, comment.author),
    body: comment.body,
    reactions: reactionsShape(`${api}/reactions`, comment.reactions),
    performed_via_github_app: viaShape(world, comment),
  };
}

export function labelShape(world: World, label: Label) {
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${repositoryApi(world, label.repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

/** An `issue-type`; source: GitHub docs, REST API, Organization issue types. */
export function issueTypeShape(type: IssueType) {
  return {
    id: type.id,
    node_id: type.nodeId,
    name: type.name,
    description: type.description,
    color: type.color,
    created_at: type.createdAt,
    updated_at: type.updatedAt,
    is_enabled: type.isEnabled,
  };
}

/** A `milestone`; source: GitHub docs, REST API, Milestones. */
export function milestoneShape(world: World, milestone: Milestone) {
  const api = `${repositoryApi(world, milestone.repository)}/milestones/${milestone.number}`;
  return {
    url: api,
    html_url: `${repositoryPage(world, milestone.repository)}/milestone/${milestone.number}`,
    labels_url: `${api}/labels`,
    id: milestone.id,
    node_id: milestone.nodeId,
    number: milestone.number,
    title: milestone.title,
    description: milestone.description,
    creator: userShape(world, milestone.creator),
    open_issues: milestone.issues.open,
    closed_issues: milestone.issues.closed,
    state: milestone.state,
    created_at: milestone.createdAt,
    updated_at: milestone.updatedAt,
    due_on: milestone.dueOn,
    closed_at: milestone.closedAt,
  };
}

export function reactionShape(world: World, reaction: Reaction) {
  return {
    id: reaction.id,
    node_id: reaction.nodeId,
    user: userShape(world, reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

export function summaryOf(issue: Issue) {
  const total = issue.children.length;
  const completed = issue.children.filter((child) => child.state === 'closed').length;
  return { total, completed, percent_completed: total === 0 ? 0 : Math.floor((completed / total) * 100) };
}

/** How many issues one waits for and keeps waiting: first those that are open, then all. */
export function dependenciesOf({ blockedBy, blocking }: Issue) {
  const open = (issues: Issue[]) => issues.filter(({ state }) => state === 'open').length;
  return {
    blocked_by: open(blockedBy),
    blocking: open(blocking),
    total_blocked_by: blockedBy.length,
    total_blocking: blocking.length,
  };
}

export function reactionsShape(url: string, reactions: Reaction[]) {
  const count = (content: ReactionContent) => reactions.filter((each) => each.content === content).length;
  const counts = Object.fromEntries(reactionContents.map((content) => [content, count(content)]));
  return { url, total_count: reactions.length, ...(counts as Record<ReactionContent, number>) };
}

function viaShape(world: World, writing: Issue | IssueComment) {
  return writing.viaApp ? appShape(world, writing.viaApp, writing.repository.owner) : null;
}
