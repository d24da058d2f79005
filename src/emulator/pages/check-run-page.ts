import type { Answer } from '../http/call.ts';
import { encodePath } from '../shapes/addresses.ts';
import type { CheckAnnotation, CheckRun } from '../state/checks.ts';
import { type Html, html } from './html.ts';
import { pageAnswer, pathOf } from './layout.ts';
import { renderMarkdown } from './markdown.ts';

/** A check run: what it came to, what the app says of it, and the lines that it marks. */
export function checkRunPage(run: CheckRun): Answer {
  const { name, repository, suite, status, conclusion, output, annotations } = run;
  const word = (conclusion ?? status).replace('_', ' ');
  const content = html`<h1>${output.title ?? name} <span>${name}</span></h1>
<p><span class="state ${status === 'completed' ? 'closed' : 'open'}">${word}</span> <span class="quiet">by ${suite.bot.login} on ${suite.commit.sha.slice(0, 7)} · ${run.completedAt ?? run.startedAt}</span></p>
<div class="text">${renderMarkdown(output.summary ?? '')}${renderMarkdown(output.text ?? '')}</div>
<h2 id="annotations">${annotations.length} ${annotations.length === 1 ? 'annotation' : 'annotations'}</h2>
${annotations.map((annotation) => annotationBlock(run, annotation))}`;
  return pageAnswer(repository, name, content);
}

function annotationBlock({ repository, suite }: CheckRun, annotation: CheckAnnotation): Html {
  const { path, startLine, endLine, level, title, message, details } = annotation;
  const address = `${pathOf(repository)}/blob/${suite.commit.sha}/${encodePath(path)}#L${startLine}`;
  const lines = startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`;
  return html`<article><header><b>${title ?? level}</b> <span class="quiet">${level} · <a href="${address}">${path}</a>, ${lines}</span></header>
<pre>${message}${details === null ? '' : `\n\n${details}`}</pre></article>
`;
}
