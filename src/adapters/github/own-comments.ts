import type { IssueFacts, OwnComment } from '../../model/facts.ts';
import { known, unknown } from '../../model/known.ts';
import { isChecklist } from '../../text/checklist-marker.ts';
import { readNotice } from '../../text/notice-marker.ts';
import { readReplyMarker } from '../../text/reply-marker.ts';
import { actorOf, isLogin } from './actor.ts';
import { ask, type Client } from './client.ts';
import { explainGraph } from './errors.ts';
import { type CommentNode, type CommentsNode, type IssueNode, seen } from './issue-answer.ts';
import { commentsDocument } from './issue-document.ts';

/** Whose comments are ours. */
export interface Ownership {
  /** `octo-app[bot]` for an App; `null` for whomever the token belongs to. */
  ownLogin: string | null;
}

/** What Remit itself wrote below an issue. */
export type OwnComments = Pick<IssueFacts, 'checklist' | 'surplusChecklists' | 'notices'>;

/**
 * @returns Remit's comments on the issue, by author and marker together. They stand on the first page of comments nearly
 * always; further pages cost a request each and are read only until a checklist is found.
 */
export async function findOwnComments(
  client: Client,
  { id, comments }: IssueNode,
  { ownLogin }: Ownership,
): Promise<OwnComments> {
  const notices: string[] = [];
  let page = comments;
  for (;;) {
    const own = seen(page).filter((each) => isOurs(each, ownLogin));
    notices.push(...own.flatMap(({ body }) => readNotice(body) ?? []));
    const checklists = own
      .filter(({ body }) => isChecklist(body))
      .map((comment) => ({ id: comment.id, body: comment.body }));
    const { hasNextPage, endCursor } = page.pageInfo;
    if (checklists.length > 0 || !hasNextPage) {
      const [checklist = null, ...surplusChecklists] = checklists;
      return { checklist, surplusChecklists, notices: hasNextPage ? unread : known(notices) };
    }
    page = await readFurtherComments(client, { id, after: endCursor });
  }
}

function isOurs({ viewerDidAuthor, author }: CommentNode, ownLogin: string | null): boolean {
  return ownLogin === null ? viewerDidAuthor : isLogin(ownLogin, actorOf(author));
}

/** @returns Remit's answer to a comment, by the comment's node id; it reads on until it is found. */
export async function findReply(
  client: Client,
  { id, comments }: IssueNode,
  { to, ownLogin }: Ownership & { to: string },
): Promise<OwnComment | null> {
  for (let page = comments; ; ) {
    const found = seen(page).find((each) => isOurs(each, ownLogin) && readReplyMarker(each.body) === to);
    if (found) return { id: found.id, body: found.body };
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return null;
    page = await readFurtherComments(client, { id, after: endCursor });
  }
}

const unread = unknown('not all of its comments were read');

async function readFurtherComments(
  client: Client,
  variables: { id: string; after: string | null },
): Promise<CommentsNode> {
  const doing = 'reading the issue’s comments';
  const { data, errors } = await ask<{ node: { comments: CommentsNode } | null }>(client, {
    document: commentsDocument,
    variables,
    doing,
  });
  if (data.node === null || errors.length > 0) throw explainGraph(errors, doing);
  return data.node.comments;
}
