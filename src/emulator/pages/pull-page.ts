import type { Answer } from '../http/call.ts';
import { diffOf, type FileDiff } from '../state/diff.ts';
import type { PullRequest, Review, ReviewComment, ReviewState } from '../state/entities.ts';
import { headCommit } from '../state/git.ts';
import { publicComments, reviewsFor } from '../state/pull-request.ts';
import { type Html, html } from './html.ts';
import { conversation } from './issue-pages.ts';
import { pageAnswer } from './layout.ts';
import { renderMarkdown } from './markdown.ts';

/** A pull request: where it comes from and goes to, its conversation, its reviews, and what it changes. */
export function pullPage(pull: PullRequest): Answer {
  const { issue, base, head } = pull;
  const source = head.repository === issue.repository ? head.ref : `${head.repository.owner.login}:${head.ref}`;
  const files = diffOf(pull);
  const content = html`${conversation(issue)}
<p class="quiet">into <code>${base.ref}</code> from <code>${source}</code> · last commit ${headCommit(pull).sha.slice(0, 7)}</p>
${reviewsFor(pull, undefined).map(reviewBlock)}
<h2 id="files">${files.length} changed ${files.length === 1 ? 'file' : 'files'}</h2>
${files.map((file) => fileBlock(file, publicComments(pull)))}`;
  return pageAnswer(issue.repository, issue.title, content);
}

const verdicts: Record<ReviewState, string> = {
  PENDING: 'reviews',
  COMMENTED: 'reviewed',
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'requested changes',
  DISMISSED: 'reviewed, which was dismissed',
};

function reviewBlock({ id, author, state, submittedAt, body }: Review): Html {
  return html`<article id="pullrequestreview-${id}"><header><b>${author.login}</b> ${verdicts[state]} <span class="quiet">${submittedAt ?? ''}</span></header>
<div class="text">${renderMarkdown(body)}</div></article>
`;
}

function fileBlock({ path, status, additions, deletions, hunks }: FileDiff, comments: ReviewComment[]): Html {
  const about = comments.filter((comment) => comment.path === path);
  const text = hunks.length > 0 ? hunks.map((hunk) => hunk.text).join('\n') : 'Binary file';
  return html`<article><header><b>${path}</b> <span class="quiet">${status} · +${additions} −${deletions}</span></header>
<pre>${text}</pre>
${about.map(commentBlock)}</article>
`;
}

function commentBlock({ id, author, line, startLine, createdAt, body }: ReviewComment): Html {
  const lines = startLine === null ? `line ${line}` : `lines ${startLine} to ${line}`;
  return html`<div class="text" id="discussion_r${id}"><p><b>${author.login}</b> <span class="quiet">on ${lines} · ${createdAt}</span></p>
${renderMarkdown(body)}</div>
`;
}
