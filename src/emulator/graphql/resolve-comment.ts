import { commentPage } from '../shapes/addresses.ts';
import { reactionContents } from '../shapes/issue.ts';
import type { Issue, IssueComment, Reaction, ReactionContent, ReviewComment } from '../state/entities.ts';
import { associationOf } from '../state/look-up.ts';
import { connect } from './connection.ts';
import type { Context, Fields } from './resolvers.ts';

type Reactable = Issue | IssueComment | ReviewComment;

const names: Record<ReactionContent, string> = {
  '+1': 'THUMBS_UP',
  '-1': 'THUMBS_DOWN',
  laugh: 'LAUGH',
  hooray: 'HOORAY',
  confused: 'CONFUSED',
  heart: 'HEART',
  rocket: 'ROCKET',
  eyes: 'EYES',
};

/** What all answer that people react to: GitHub's interface Reactable. */
export const reactableFields: Fields<Reactable> = {
  reactionGroups: (writing, _, context) => reactionGroups(writing, context),
  reactions: (writing, args) => {
    const found = writing.reactions.filter((each) => !args.content || names[each.content] === args.content);
    return connect('reactions', found, args);
  },
};

/** What an issue and a comment answer alike: GitHub's interfaces Comment and Reactable. */
export const writingFields: Fields<Issue | IssueComment> = {
  id: (writing) => writing.nodeId,
  databaseId: (writing) => writing.id,
  fullDatabaseId: (writing) => String(writing.id),
  author: (writing) => writing.author,
  authorAssociation: (writing) => associationOf(writing.repository, writing.author),
  body: (writing) => writing.body ?? '',
  bodyText: (writing) => writing.body ?? '',
  createdAt: (writing) => writing.createdAt,
  publishedAt: (writing) => writing.createdAt,
  updatedAt: (writing) => writing.updatedAt,
  lastEditedAt: (writing) => writing.lastEditedAt,
  includesCreatedEdit: (writing) => writing.lastEditedAt !== null,
  createdViaEmail: () => false,
  editor: (writing) => writing.editor,
  repository: (writing) => writing.repository,
  viewerDidAuthor: (writing, _, { actor }) => writing.author === actor.account,
  ...reactableFields,
};

export const commentFields: Fields<IssueComment> = {
  ...(writingFields as Fields<IssueComment>),
  issue: (comment) => comment.issue,
  url: (comment, _, { world }) => commentPage(world, comment),
  resourcePath: (comment, _, { world }) => commentPage(world, comment).slice(world.url.length),
  isMinimized: () => false,
  minimizedReason: () => null,
};

export const reactionFields: Fields<Reaction> = {
  id: (reaction) => reaction.nodeId,
  databaseId: (reaction) => reaction.id,
  content: (reaction) => names[reaction.content],
  createdAt: (reaction) => reaction.createdAt,
  user: (reaction) => reaction.user,
  reactable: (reaction) => reaction.subject,
};

/** All eight groups, also the empty ones, as GitHub gives them. */
export function reactionGroups(subject: Reactable, { actor }: Context) {
  return reactionContents.map((content) => {
    const given = subject.reactions.filter((each) => each.content === content);
    const users = given.map((each) => each.user);
    return {
      content: names[content],
      createdAt: given[0]?.createdAt ?? null,
      subject,
      users: (args: object) => connect('users', users, args),
      reactors: (args: object) => connect('reactors', users, args),
      viewerHasReacted: users.includes(actor.account),
    };
  });
}

export function contentOf(name: string): ReactionContent {
  return reactionContents.find((content) => names[content] === name) ?? 'eyes';
}
