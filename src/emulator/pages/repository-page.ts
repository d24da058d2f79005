import type { Answer } from '../http/call.ts';
import type { Milestone, Repository } from '../state/entities.ts';
import { isBinary } from '../state/git.ts';
import { type Html, html } from './html.ts';
import { issueRows } from './issue-pages.ts';
import { labelBadge, pageAnswer, pathOf } from './layout.ts';
import { renderMarkdown } from './markdown.ts';

/** A repository: what it has, its labels and milestones, and its README. */
export function repositoryPage(repository: Repository): Answer {
  const { name, owner, description, labels, milestones } = repository;
  const content = html`<h1>${owner.login} / ${name}</h1>
<p>${description ?? ''}</p>
<h2 id="milestones">Milestones</h2>
${milestoneTable(repository, [...milestones.values()])}
<h2 id="labels">Labels</h2>
<p>${[...labels.values()].map(labelBadge)}${labels.size === 0 ? html`<span class="quiet">None.</span>` : html``}</p>
${readme(repository)}`;
  return pageAnswer(repository, name, content);
}

/** `/labels`: the labels with what they mean. */
export function labelsPage(repository: Repository): Answer {
  const rows = [...repository.labels.values()].map(
    (label) => html`<tr><td>${labelBadge(label)}</td><td>${label.description ?? ''}</td></tr>
`,
  );
  return pageAnswer(repository, 'Labels', html`<h1>Labels</h1><table>${rows}</table>`);
}

/** `/milestones`. */
export function milestonesPage(repository: Repository): Answer {
  const content = html`<h1>Milestones</h1>${milestoneTable(repository, [...repository.milestones.values()])}`;
  return pageAnswer(repository, 'Milestones', content);
}

/** `/milestone/{number}`: what it is for, and its issues. */
export function milestonePage(milestone: Milestone): Answer {
  const { repository, title, description } = milestone;
  const issues = [...repository.issues.values()].filter((issue) => issue.milestone === milestone);
  const content = html`<h1>${title}</h1>
<p class="quiet">${summary(milestone)}</p>
${renderMarkdown(description ?? '')}
${issueRows(repository, issues)}`;
  return pageAnswer(repository, title, content);
}

function milestoneTable(repository: Repository, milestones: Milestone[]): Html {
  if (milestones.length === 0) return html`<p class="quiet">None.</p>`;
  const rows = milestones.map(
    (milestone) => html`<tr><td><a href="${pathOf(repository)}/milestone/${milestone.number}">${milestone.title}</a>
<div class="quiet">${summary(milestone)}</div></td></tr>
`,
  );
  return html`<table>${rows}</table>`;
}

function summary({ state, dueOn, issues: { open, closed } }: Milestone): string {
  return [state, ...(dueOn ? [`due ${dueOn.slice(0, 10)}`] : []), `${open} open`, `${closed} closed`].join(' · ');
}

function readme(repository: Repository): Html {
  const { branches, defaultBranch, blobs } = repository;
  const tree = branches.get(defaultBranch)?.tree ?? new Map<string, string>();
  const path = [...tree.keys()].find((each) => /^readme\.(md|markdown)$/i.test(each));
  const blob = blobs.get(tree.get(path ?? '') ?? '');
  if (!blob || isBinary(blob.content)) return html``;
  return html`<article><header>${path ?? ''}</header><div class="text">${renderMarkdown(blob.content.toString('utf8'))}</div></article>`;
}
