import { isChecklist } from '../../text/checklist-marker.ts';
import { readNotice } from '../../text/notice-marker.ts';
import { readReplyMarker } from '../../text/reply-marker.ts';
import { actorOf, isLogin } from './actor.ts';
import { type CommentNode, type List, seen } from './issue-answer.ts';

/** What comes back of a comment that was written. */
export interface WrittenComment {
  commentEdge: { node: { id: string } | null } | null;
  subject: { comments?: List<Pick<CommentNode, 'id' | 'body' | 'author'>> } | null;
}

/** As many others may come in between while it is written. */
const newest = 'comments(last: 20) { nodes { id body author { __typename login } } }';

/** What is asked of a comment as it is written, with the same request: what stands there since. */
export const writtenCommentFields = `commentEdge { node { id } }
    subject { ... on Issue { ${newest} } ... on PullRequest { ${newest} } }`;

/**
 * @returns the ids of those comments that have a twin: another process of Remit's, a sweep beside the bot, say, has
 * written the same a moment before, and theirs stays. What can't be told now the next look at the issue mends.
 */
export function withTwins(written: WrittenComment[]): string[] {
  return written.flatMap(({ commentEdge, subject }) => {
    const comments = seen(subject?.comments ?? null);
    const place = comments.findIndex(({ id }) => id === commentEdge?.node?.id);
    const own = comments[place];
    const kind = own && kindOf(own.body);
    if (!own || !kind) return [];
    const isTwin = ({ body, author }: (typeof comments)[number]) =>
      kindOf(body) === kind && isLogin(actorOf(own.author).login, actorOf(author));
    return comments.slice(0, place).some(isTwin) ? [own.id] : [];
  });
}

/** There is one checklist on an issue, and one notice for a group; of an answer another text is another one. */
function kindOf(body: string): string | null {
  if (isChecklist(body)) return 'checklist';
  const group = readNotice(body);
  if (group !== null) return `notice to ${group}`;
  return readReplyMarker(body) === null ? null : body;
}
