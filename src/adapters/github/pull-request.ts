import type { IssueRef } from '../../model/facts.ts';
import type { ChangedFile, PostedComment, PostedSuggestion, Suggestion } from '../../model/pull-request.ts';
import type { PullRequestThread } from '../../model/pull-request-ports.ts';
import { isCheckComment, readSuggestionMarker } from '../../text/pull-request-markers.ts';
import { ask, type Client, changeRest, fetchPages, fetchRest } from './client.ts';
import { explainGraph, Refused } from './errors.ts';

interface Author {
  user: { login: string; type: string } | null;
}

interface CommentNode extends Author {
  id: number;
  body: string;
}

/** Source: GitHub docs, REST API, Pull request review comments; `line` is `null` once the lines have changed. */
interface ReviewCommentNode extends CommentNode {
  line?: number | null;
  in_reply_to_id?: number;
}

/**
 * @returns a pull request as whoever the client is signed in as sees it. By REST: GitHub's GraphQL gives no patches.
 * Its methods reject with `Unreachable` or `Refused`.
 */
export function connectPullRequest(client: Client, { owner, repository, number }: IssueRef): PullRequestThread {
  const place = { owner, repo: repository };
  const pull = { ...place, pull_number: number };
  const issue = { ...place, issue_number: number };
  const isOurs = ownership(client);
  return {
    headCommit: async () => {
      const data = await fetchRest(client, 'GET /repos/{owner}/{repo}/pulls/{pull_number}', pull);
      return (data as { head: { sha: string } }).head.sha;
    },
    changedFiles: () => readChangedFiles(client, pull),
    ownComments: async (): Promise<PostedComment[]> => {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
      const comments = await fetchPages<CommentNode>(client, route, issue);
      const own = await isOurs(comments.filter(({ body }) => isCheckComment(body)));
      return own.map(({ id, body }) => ({ id, body }));
    },
    addComment: async (body) => {
      await changeRest(client, 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...issue, body });
    },
    editComment: async (id, body) => {
      const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
      await changeRest(client, route, { ...place, comment_id: id, body });
    },
    deleteComment: (id) =>
      remove(client, 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...place, comment_id: id }),
    ownSuggestions: async () => {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments';
      const comments = await fetchPages<ReviewCommentNode>(client, route, pull);
      const own = await isOurs(comments.filter(({ body }) => readSuggestionMarker(body) !== null));
      return own.map((comment) => postedSuggestion(comment, comments));
    },
    suggest: async (suggestions) => {
      const comments = suggestions.map(reviewComment);
      const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
      await changeRest(client, route, { ...pull, event: 'COMMENT', comments });
    },
    removeSuggestion: (id) =>
      remove(client, 'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}', { ...place, comment_id: id }),
  };
}

/** Anyone can type a marker, so the author decides. An App's token may not ask for its user by REST. */
function ownership(client: Client) {
  let login: string | null = null;
  return async <Comment extends Author>(comments: Comment[]): Promise<Comment[]> => {
    if (comments.length === 0) return [];
    login ??= await readOwnLogin(client);
    const names = [login, `${login}[bot]`].map((name) => name.toLowerCase());
    return comments.filter(({ user }) => {
      const among = user?.type === 'Bot' ? names : names.slice(0, 1);
      return user !== null && among.includes(user.login.toLowerCase());
    });
  };
}

async function readOwnLogin(client: Client): Promise<string> {
  const doing = 'asking whose token this is';
  const request = { document: '{ viewer { login } }', variables: {}, doing };
  const { data, errors } = await ask<{ viewer: { login: string } | null }>(client, request);
  if (!data.viewer) throw explainGraph(errors, doing);
  return data.viewer.login;
}

/** Source: GitHub docs, REST API, List pull requests files: 3,000 at most, and no `patch` for what is not shown. */
async function readChangedFiles(client: Client, pull: Record<string, unknown>): Promise<ChangedFile[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
  const files = await fetchPages<{ filename: string; patch?: string }>(client, route, pull);
  return files.map(({ filename, patch }) => ({ path: filename, patch: patch ?? null }));
}

function postedSuggestion({ id, body, line }: ReviewCommentNode, all: ReviewCommentNode[]): PostedSuggestion {
  return {
    id,
    digest: readSuggestionMarker(body) ?? '',
    isAnswered: all.some((comment) => comment.in_reply_to_id === id),
    isOutdated: typeof line !== 'number',
  };
}

function reviewComment({ path, line, startLine, body }: Suggestion) {
  const start = startLine === undefined ? {} : { start_line: startLine, start_side: 'RIGHT' };
  return { path, line, side: 'RIGHT', ...start, body };
}

async function remove(client: Client, route: string, parameters: Record<string, unknown>): Promise<void> {
  try {
    await changeRest(client, route, parameters);
  } catch (error) {
    // Whoever deleted it before us did what was to be done.
    if (!(error instanceof Refused && error.status === 404)) throw error;
  }
}
