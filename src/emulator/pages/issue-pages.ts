import type { Answer } from '../http/call.ts';
import type { Issue, Reaction, ReactionContent, Repository, Writing } from '../state/entities.ts';
import { eventLine } from './event-line.ts';
import { type Html, html } from './html.ts';
import { labelBadge, pageAnswer, pathOf } from './layout.ts';
import { renderMarkdown } from './markdown.ts';

/** The list of a repository's issues, newest first. */
export function issuesPage(repository: Repository): Answer {
  const issues = [...repository.issues.values()].filter(({ pull }) => !pull);
  return pageAnswer(repository, 'Issues', html`<h1>Issues</h1>${issueRows(repository, issues)}`);
}

/** The list of its pull requests, newest first. */
export function pullsPage(repository: Repository): Answer {
  const pulls = [...repository.issues.values()].filter(({ pull }) => pull);
  return pageAnswer(repository, 'Pull requests', html`<h1>Pull requests</h1>${issueRows(repository, pulls)}`);
}

/** A table of issues or pull requests, the last first. */
export function issueRows(repository: Repository, issues: Issue[]): Html {
  const rows = issues.toReversed().map(
    (issue) => html`<tr><td>${stateBadge(issue)}</td>
<td><a href="${pathOf(repository)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}">${issue.title}</a>${issue.labels.map(labelBadge)}
<div class="quiet">#${issue.number} opened by ${issue.author.login}${milestoneText(issue)} · ${issue.comments.length} comments</div></td></tr>
`,
  );
  return rows.length > 0 ? html`<table>${rows}</table>` : html`<p class="quiet">None.</p>`;
}

export function issuePage(issue: Issue): Answer {
  return pageAnswer(issue.repository, issue.title, conversation(issue));
}

/** Labels, milestone, text and sub-issues, then the comments and events in their order. */
export function conversation(issue: Issue): Html {
  const items = issue.timeline.map((item) =>
    item.kind === 'IssueComment' ? writingBlock(item, `issuecomment-${item.id}`) : eventLine(item),
  );
  return html`<h1>${issue.title} <span>#${issue.number}</span></h1>
<p>${stateBadge(issue)}${issue.labels.map(labelBadge)}<span class="quiet">${typeText(issue)}${milestoneText(issue)}${assigneesText(issue)}</span></p>
${parentLine(issue)}
${writingBlock(issue, 'issue')}
${childrenBlock(issue)}
${items}`;
}

function stateBadge({ state, locked, pull }: Issue): Html {
  const word = pull?.merged ? 'merged' : pull?.isDraft && state === 'open' ? 'draft' : state;
  return html`<span class="state ${state}">${word}${locked ? ', locked' : ''}</span>`;
}

function typeText({ type }: Issue): string {
  return type ? ` · ${type.name}` : '';
}

function milestoneText({ milestone }: Issue): string {
  return milestone ? ` · milestone ${milestone.title}` : '';
}

function assigneesText({ assignees }: Issue): string {
  return assignees.length > 0 ? ` · assigned to ${assignees.map(({ login }) => login).join(', ')}` : '';
}

function parentLine({ parent }: Issue): Html {
  if (!parent) return html``;
  const address = `${pathOf(parent.repository)}/issues/${parent.number}`;
  return html`<p class="quiet">Parent: <a href="${address}">${parent.title} #${parent.number}</a></p>`;
}

function childrenBlock({ children }: Issue): Html {
  if (children.length === 0) return html``;
  const rows = children.map(
    (
      child,
    ) => html`<tr><td>${stateBadge(child)}</td><td><a href="${pathOf(child.repository)}/issues/${child.number}">${child.title}</a></td></tr>
`,
  );
  return html`<h2 id="sub-issues">Sub-issues</h2><table>${rows}</table>`;
}

function writingBlock({ author, createdAt, lastEditedAt, body, reactions }: Writing, id: string): Html {
  return html`<article id="${id}"><header><b>${author.login}</b> <span class="quiet">${createdAt}${lastEditedAt ? ' · edited' : ''}</span></header>
<div class="text">${body ? renderMarkdown(body) : html`<p class="quiet">No description provided.</p>`}</div>${reactionLine(reactions)}</article>
`;
}

const faces: Record<ReactionContent, string> = {
  '+1': '👍',
  '-1': '👎',
  laugh: '😄',
  hooray: '🎉',
  confused: '😕',
  heart: '❤️',
  rocket: '🚀',
  eyes: '👀',
};

function reactionLine(reactions: Reaction[]): Html {
  if (reactions.length === 0) return html``;
  const given = [...new Set(reactions.map(({ content }) => content))];
  const counts = given.map((each) => `${faces[each]} ${reactions.filter(({ content }) => content === each).length}`);
  return html`<p class="quiet text">${counts.join('  ')}</p>`;
}
