import type { Nodes, Parents, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { type Html, html } from './html.ts';

/**
 * GitHub's Markdown as HTML that is safe whatever the text: nothing of it is taken over but words, a few tags without
 * attributes, and addresses of the web. Pictures are links: the page may load nothing.
 */
export function renderMarkdown(text: string): Html {
  return render(parse(text));
}

/** Its words alone, a line for each block. */
export function textOfMarkdown(text: string): string {
  return parse(text)
    .children.filter(({ type }) => type !== 'html')
    .map((block) => textOf(block))
    .join('\n');
}

function parse(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function render(node: Nodes): Html {
  switch (node.type) {
    case 'text':
      return html`${node.value}`;
    case 'html':
      return renderTags(node.value);
    case 'break':
      return html`<br>`;
    case 'paragraph':
      return html`<p>${within(node)}</p>`;
    case 'heading':
      return tagged(`h${Math.min(node.depth + 1, 6)}`, within(node));
    case 'emphasis':
      return html`<em>${within(node)}</em>`;
    case 'strong':
      return html`<strong>${within(node)}</strong>`;
    case 'delete':
      return html`<del>${within(node)}</del>`;
    case 'inlineCode':
      return html`<code>${node.value}</code>`;
    case 'code':
      return html`<pre><code>${node.value}</code></pre>`;
    case 'blockquote':
      return html`<blockquote>${within(node)}</blockquote>`;
    case 'thematicBreak':
      return html`<hr>`;
    case 'list':
      return node.ordered ? html`<ol start="${node.start ?? 1}">${within(node)}</ol>` : html`<ul>${within(node)}</ul>`;
    case 'listItem':
      return html`<li>${checkbox(node.checked)}${within(node)}</li>`;
    case 'table':
      return renderTable(node);
    case 'link':
      return linked(node.url, within(node));
    case 'image':
      return linked(node.url, [html`${node.alt || node.url}`]);
    case 'footnoteReference':
      return html`<sup>${node.label ?? node.identifier}</sup>`;
    default:
      return 'children' in node ? join(within(node)) : html``;
  }
}

function within(node: Parents): Html[] {
  return node.children.map(render);
}

function join(parts: Html[]): Html {
  return html`${parts}`;
}

function renderTable({ children: [head, ...rows] }: Table): Html {
  const row = (cells: Html[]) => html`<tr>${cells}</tr>`;
  const header = head ? row(head.children.map((cell) => html`<th>${within(cell)}</th>`)) : html``;
  return html`<table>${header}${rows.map((each) => row(each.children.map((cell) => html`<td>${within(cell)}</td>`)))}</table>`;
}

function checkbox(checked: boolean | null | undefined): Html {
  if (typeof checked !== 'boolean') return html``;
  return checked ? html`<input type="checkbox" disabled checked> ` : html`<input type="checkbox" disabled> `;
}

function linked(url: string, content: Html[]): Html {
  return /^(https?:\/\/|mailto:|#|\/(?!\/))/i.test(url)
    ? html`<a href="${url}" rel="nofollow">${content}</a>`
    : join(content);
}

const harmless = /^<\/?(?:br|details|summary|kbd|sub|sup|b|i|em|strong|code|p)\s*\/?>$/i;

/** Comments are not shown, as on GitHub; a tag that is not harmless is shown as it was written. */
function renderTags(value: string): Html {
  const parts = value.replace(/<!--.*?(?:-->|$)/gs, '').split(/(<[^>]*>)/);
  return join(parts.map((part) => (harmless.test(part) ? { html: part } : html`${part}`)));
}

function tagged(name: string, content: Html[]): Html {
  return { html: `<${name}>${join(content).html}</${name}>` };
}
