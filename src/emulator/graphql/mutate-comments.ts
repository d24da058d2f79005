import { createComment, deleteComment, editComment } from '../changes/comments.ts';
import { findReaction, react, unreact } from '../changes/reactions.ts';
import { target } from './mutation-targets.ts';
import { contentOf, reactionGroups } from './resolve-comment.ts';
import type { Mutate } from './resolvers.ts';

export const commentMutations: Record<string, Mutate> = {
  addComment(input, context) {
    const subject = target(context, input.subjectId, 'Issue');
    const node = createComment(context.world, context.actor, subject, input.body);
    const cursor = Buffer.from(`cursor:${subject.comments.length - 1}:${node.nodeId}`).toString('base64');
    return { subject, commentEdge: { cursor, node }, timelineEdge: { cursor, node } };
  },
  updateIssueComment(input, context) {
    const issueComment = target(context, input.id, 'IssueComment');
    editComment(context.world, context.actor, issueComment, input.body);
    return { issueComment };
  },
  deleteIssueComment(input, context) {
    deleteComment(context.world, context.actor, target(context, input.id, 'IssueComment'));
    return {};
  },
  addReaction(input, context) {
    const subject = target(context, input.subjectId, 'Issue', 'IssueComment', 'PullRequestReviewComment');
    const { reaction } = react(context.world, context.actor, subject, contentOf(input.content));
    return { subject, reaction, reactionGroups: reactionGroups(subject, context) };
  },
  removeReaction(input, context) {
    const subject = target(context, input.subjectId, 'Issue', 'IssueComment', 'PullRequestReviewComment');
    const reaction = findReaction(context.actor, subject, contentOf(input.content)) ?? null;
    if (reaction) unreact(context.world, reaction);
    return { subject, reaction, reactionGroups: reactionGroups(subject, context) };
  },
};
