import type { OwnComment } from '../../model/facts.ts';
import { isChecklist } from '../../text/checklist-marker.ts';
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

/**
 * @returns Remit's checklists on the issue, oldest first, by author and marker together. They stand on the first page
 * of comments nearly always; further pages cost a request each and are read only until one is found.
 */
export async function findChecklists(
  client: Client,
  { id, comments }: IssueNode,
  { ownLogin }: Ownership,
): Promise<OwnComment[]> {
  const isOurs = ({ viewerDidAuthor, author }: CommentNode) =>
    ownLogin === null ? viewerDidAuthor : isLogin(ownLogin, actorOf(author));
  let page = comments;
  for (;;) {
    const found = seen(page).filter((comment) => isOurs(comment) && isChecklist(comment.body));
    const { hasNextPage, endCursor } = page.pageInfo;
    if (found.length > 0 || !hasNextPage) return found.map((comment) => ({ id: comment.id, body: comment.body }));
    page = await readFurtherComments(client, { id, after: endCursor });
  }
}

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
