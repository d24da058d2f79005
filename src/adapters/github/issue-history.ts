import type { Actor, Change, Turn } from '../../model/facts.ts';
import { type Known, known, unknown } from '../../model/known.ts';
import { hasMarker } from '../../text/marker.ts';
import { actorOf, isLogin } from './actor.ts';
import type { GraphError } from './errors.ts';
import { type ChangeNode, type CommentNode, type IssueNode, seen, type TurnNode } from './issue-answer.ts';

/** An issue's changes, oldest first, as far back as GitHub gives them at once. */
export interface History {
  history: Known<Change[]>;
  historyIsWhole: boolean;
}

/** @returns who did what. `ownLogin` says which of them are Remit's own; `null` where that isn't known. */
export function historyOf(
  { timelineItems, comments }: IssueNode,
  { errors, ownLogin }: { errors: GraphError[]; ownLogin: string | null },
): History {
  const hidden = errors.find(({ path }) => path?.includes('timelineItems') && !path.includes('parent'));
  if (hidden || timelineItems === null) {
    const because = `the issue’s timeline can’t be read${hidden ? `: ${hidden.message}` : ''}`;
    return { history: unknown(because), historyIsWhole: false };
  }
  const changes = seen(timelineItems).flatMap((node) => changeOf(node, ownLogin));
  const emptied = seen(comments).flatMap((comment) => emptyingOf(comment, ownLogin));
  return {
    history: known(emptied.length === 0 ? changes : [...changes, ...emptied].sort(byTime)),
    historyIsWhole: !timelineItems.pageInfo.hasPreviousPage,
  };
}

/** Whoever overwrites a comment of ours, hidden mark and all, wants it as little as who deletes it. */
function emptyingOf({ author, body, editor, lastEditedAt }: CommentNode, ownLogin: string | null): Change[] {
  if (lastEditedAt === null || hasMarker(body) || !isLogin(ownLogin, actorOf(author))) return [];
  const by = actorOf(editor);
  return isLogin(ownLogin, by) ? [] : [{ what: 'own comment deleted', by, at: lastEditedAt }];
}

const byTime = (one: Change, other: Change): number => Date.parse(one.at) - Date.parse(other.at);

/** Nothing where the change is none that matters: a comment of somebody else's was deleted, an assignee is hidden. */
function changeOf(node: ChangeNode, ownLogin: string | null): Change[] {
  const happened = { by: whoDid(node, ownLogin), at: node.createdAt };
  switch (node.__typename) {
    case 'LabeledEvent':
      return [{ what: 'labeled', label: node.label.name, ...happened }];
    case 'UnlabeledEvent':
      return [{ what: 'unlabeled', label: node.label.name, ...happened }];
    case 'MilestonedEvent':
      return [{ what: 'milestoned', milestone: node.milestoneTitle, ...happened }];
    case 'DemilestonedEvent':
      return [{ what: 'demilestoned', milestone: node.milestoneTitle, ...happened }];
    case 'AssignedEvent':
    case 'UnassignedEvent': {
      const what = node.__typename === 'AssignedEvent' ? 'assigned' : 'unassigned';
      return node.assignee?.login === undefined ? [] : [{ what, assignee: node.assignee.login, ...happened }];
    }
    case 'ParentIssueAddedEvent':
      return [{ what: 'parented', parent: parentOf(node), ...happened }];
    case 'ParentIssueRemovedEvent':
      return [{ what: 'unparented', parent: parentOf(node), ...happened }];
    case 'CommentDeletedEvent': {
      const isOurs = isLogin(ownLogin, actorOf(node.deletedCommentAuthor));
      return isOurs ? [{ what: 'own comment deleted', ...happened }] : [];
    }
  }
}

/** @returns who closed the issue, opened it again or gave it another title. */
export function turnsOf({ turns: list }: IssueNode, ownLogin: string | null): Known<Turn[]> {
  if (list === null) return unknown('its timeline can’t be read');
  return known(seen(list).map((node) => turnOf(node, ownLogin)));
}

function turnOf(node: TurnNode, ownLogin: string | null): Turn {
  const happened = { by: whoDid(node, ownLogin), at: node.createdAt };
  switch (node.__typename) {
    case 'ClosedEvent':
      return { what: 'closed', ...happened };
    case 'ReopenedEvent':
      return { what: 'reopened', ...happened };
    case 'RenamedTitleEvent':
      return { what: 'retitled', from: node.previousTitle, to: node.currentTitle, ...happened };
  }
}

function whoDid({ actor }: Pick<ChangeNode, 'actor'>, ownLogin: string | null): Actor {
  const by = actorOf(actor);
  return isLogin(ownLogin, by) ? { ...by, own: true } : by;
}

function parentOf({ parent }: Extract<ChangeNode, { parent: unknown }>) {
  return parent && { owner: parent.repository.owner.login, repository: parent.repository.name, number: parent.number };
}
