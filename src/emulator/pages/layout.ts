import type { Answer } from '../http/call.ts';
import type { Label, Repository } from '../state/entities.ts';
import { type Html, html } from './html.ts';

const style: Html = {
  html: `
  body { font: 15px/1.5 system-ui, sans-serif; color: #1f2328; max-width: 60rem; margin: 0 auto; padding: 1.5rem }
  a { color: #0969da; text-decoration: none } a:hover { text-decoration: underline }
  h1 { font-size: 1.5rem; font-weight: 600 } h1 span, .quiet { color: #656d76; font-weight: 400 }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, monospace; margin: 0; padding: .75rem }
  article, table { border: 1px solid #d0d7de; border-radius: 6px; margin: 1rem 0; width: 100%; border-spacing: 0 }
  article header { background: #f6f8fa; border-bottom: 1px solid #d0d7de; padding: .4rem .75rem; border-radius: 6px 6px 0 0 }
  td { padding: .5rem .75rem; border-top: 1px solid #d8dee4 } tr:first-child td { border-top: 0 }
  .text { padding: 0 .75rem; overflow-wrap: anywhere } .text pre, .text code { background: #f6f8fa; border-radius: 6px }
  .text li:has(> input) { list-style: none } .text blockquote { border-left: 4px solid #d0d7de; margin: 0; padding: 0 1rem; color: #656d76 }
  th { text-align: left; padding: .5rem .75rem }
  .code td { border: 0; padding: 0 .75rem; font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
  .code td:first-child { width: 1%; text-align: right; color: #656d76; user-select: none } .code tr:target { background: #fff8c5 }
  .label, .state { border-radius: 2em; padding: .1rem .6rem; font-size: 12px; border: 1px solid rgb(31 35 40 / 15%) }
  .open { background: #1f883d; color: #fff } .closed { background: #8250df; color: #fff }
`,
};

/** A whole page about a repository. */
export function pageAnswer(repository: Repository, title: string, content: Html): Answer {
  const { owner, name } = repository;
  const home = pathOf(repository);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · ${owner.login}/${name}</title>
<style>${style}</style>
</head>
<body>
<nav><a href="${home}">${owner.login} / <b>${name}</b></a> · <a href="${home}/issues">Issues</a> · <a href="${home}/pulls">Pull requests</a> · <a href="${home}/labels">Labels</a> · <a href="${home}/milestones">Milestones</a></nav>
${content}
</body>
</html>
`;
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  return { status: 200, raw: page.html, headers };
}

/** The path of a repository's pages. */
export function pathOf({ owner, name }: Repository): string {
  return `/${encodeURIComponent(owner.login)}/${encodeURIComponent(name)}`;
}

export function labelBadge({ name, color }: Label): Html {
  const dark = Number.parseInt(color.slice(0, 2), 16) + Number.parseInt(color.slice(2, 4), 16) < 256;
  return html` <span class="label" style="background: #${color}; color: ${dark ? '#fff' : '#1f2328'}">${name}</span>`;
}
