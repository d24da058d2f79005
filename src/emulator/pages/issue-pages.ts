import type { Answer } from '../http/call.ts';
import type { Issue, Repository, TimelineEvent, Writing } from '../state/entities.ts';
import { type Html, html } from './html.ts';
import { labelBadge, pageAnswer } from './layout.ts';

/** The list of a repository's issues, newest first. */
export function issuesPage(repository: Repository): Answer {
  const issues = [...repository.issues.values()].filter(({ pull }) => !pull);
  const rows = issues.reverse().map(
    (issue) => html`<tr><td>${stateBadge(issue)}</td>
<td><a href="issues/${issue.number}">${issue.title}</a>${issue.labels.map(labelBadge)}
<div class="quiet">#${issue.number} opened by ${issue.author.login}${milestoneText(issue)} · ${issue.comments.length} comments</div></td></tr>
`,
  );
  const table = rows.length > 0 ? html`<table>${rows}</table>` : html`<p class="quiet">No issues.</p>`;
  return pageAnswer(repository, 'Issues', html`<h1>Issues</h1>${table}`);
}

/** An issue: labels, milestone, text, then its comments and events in their order. */
export function issuePage(issue: Issue): Answer {
  const items = issue.timeline.map((item) =>
    item.kind === 'IssueComment' ? writingBlock(item, `issuecomment-${item.id}`) : eventLine(item),
  );
  const content = html`<h1>${issue.title} <span>#${issue.number}</span></h1>
<p>${stateBadge(issue)}${issue.labels.map(labelBadge)}<span class="quiet">${milestoneText(issue)}${assigneesText(issue)}</span></p>
${parentLine(issue)}
${writingBlock(issue, 'issue')}
${items}`;
  return pageAnswer(issue.repository, issue.title, content);
}

function stateBadge({ state, locked }: Issue): Html {
  return html`<span class="state ${state}">${state}${locked ? ', locked' : ''}</span>`;
}

function milestoneText({ milestone }: Issue): string {
  return milestone ? ` · milestone ${milestone.title}` : '';
}

function assigneesText({ assignees }: Issue): string {
  return assignees.length > 0 ? ` · assigned to ${assignees.map(({ login }) => login).join(', ')}` : '';
}

function parentLine({ parent }: Issue): Html {
  if (!parent) return html``;
  const { owner, name } = parent.repository;
  const address = `/${encodeURIComponent(owner.login)}/${encodeURIComponent(name)}/issues/${parent.number}`;
  return html`<p class="quiet">Parent: <a href="${address}">${parent.title} #${parent.number}</a></p>`;
}

/** Markdown is shown as it was written: a page that renders it would have to be trusted with it. */
function writingBlock({ author, createdAt, lastEditedAt, body }: Writing, id: string): Html {
  return html`<article id="${id}"><header><b>${author.login}</b> <span class="quiet">${createdAt}${lastEditedAt ? ' · edited' : ''}</span></header>
<pre>${body || 'No description provided.'}</pre></article>
`;
}

function eventLine(event: TimelineEvent): Html {
  return html`<p class="quiet" id="event-${event.id}"><b>${event.actor.login}</b> ${sentence(event)} · ${event.createdAt}</p>
`;
}

function sentence(event: TimelineEvent): Html {
  switch (event.kind) {
    case 'LabeledEvent':
      return html`added ${labelBadge(event.label)}`;
    case 'UnlabeledEvent':
      return html`removed ${labelBadge(event.label)}`;
    case 'MilestonedEvent':
      return html`added this to the milestone ${event.milestoneTitle}`;
    case 'DemilestonedEvent':
      return html`removed this from the milestone ${event.milestoneTitle}`;
    case 'AssignedEvent':
      return html`assigned ${event.assignee.login}`;
    case 'UnassignedEvent':
      return html`unassigned ${event.assignee.login}`;
    case 'RenamedTitleEvent':
      return html`changed the title from “${event.previousTitle}” to “${event.currentTitle}”`;
    case 'ClosedEvent':
      return html`closed this as ${event.stateReason?.replace('_', ' ') ?? 'completed'}`;
    case 'ReopenedEvent':
      return html`reopened this`;
    case 'LockedEvent':
      return html`locked this`;
    case 'UnlockedEvent':
      return html`unlocked this`;
    case 'ParentIssueAddedEvent':
      return html`put this below #${event.parent.number}`;
    case 'ParentIssueRemovedEvent':
      return html`took this from below #${event.parent.number}`;
    case 'SubIssueAddedEvent':
      return html`put #${event.subIssue.number} below this`;
    case 'SubIssueRemovedEvent':
      return html`took #${event.subIssue.number} from below this`;
  }
}
