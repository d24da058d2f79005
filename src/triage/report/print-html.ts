import { inHtml } from '../../text/html.ts';
import { type Bar, barChart, legend, type Part } from './chart.ts';
import { ownerNotKnown } from './count-queues.ts';
import { mostColours, pageStyle } from './page-style.ts';
import { coverageOf, type Queue, type Report } from './report.ts';
import { daysSince, rowsOf, share } from './rows.ts';
import type { Trend } from './trend.ts';

/** @returns the report as one page that needs nothing else: no script, no font, no picture from elsewhere. */
export function printHtml(report: Report, trend: Trend | null): string {
  const { repository, at, complete, open, covered } = report;
  const whole = complete ? '' : ` Only ${covered} of ${open} open issues were looked at.`;
  const since = trend ? ` In brackets: what changed since ${trend.since.slice(0, 10)}.${goneSince(trend)}` : '';
  const title = `Open issues of ${inHtml(repository)}`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${pageStyle}</style></head>
<body>
<h1>${title}</h1>
<p class="about">${at.slice(0, 10)}, by group, as the project’s document has them.${whole}${since}</p>
${figures(report, trend)}
<h2>By group and priority</h2>
${priorities(report)}
<h2>By group and milestone</h2>
${milestones(report)}
<h2>What the issues need</h2>
${table(report, trend)}
<h2>The longest untouched</h2>
${oldest(report)}
</body>
</html>
`;
}

const goneSince = ({ gone }: Trend): string =>
  gone.length > 0 ? ` No longer a group: ${gone.map(inHtml).join(', ')}.` : '';

function figures({ covered, queues, requirements }: Report, trend: Trend | null): string {
  const unowned = queues.find(({ group }) => group === null);
  const items = [
    [String(covered), 'open'],
    [String(unowned?.open ?? 0), unowned?.name === ownerNotKnown ? ownerNotKnown : 'without an owner'],
    ...Object.keys(requirements).map((id) => [
      share(coverageOf(requirements, id), trend?.all.coverage[id] ?? null),
      id.replaceAll('-', ' × '),
    ]),
  ];
  return `<ul class="figures">${items.map(([figure, of]) => `<li><b>${figure}</b>${inHtml(of!)}</li>`).join('')}</ul>`;
}

function priorities({ queues }: Report): string {
  const titles = queues[0]?.priorities.map(({ priority }) => priority) ?? [];
  const keys = keysOf(titles, 'no priority');
  const bars = queues.map((queue) => barOf(queue.name, keys, (index) => queue.priorities[index]?.issues ?? 0));
  return `${legend(keys)}${barChart('Open issues by group and priority', bars)}`;
}

/** Those with most issues have a colour of their own. */
function milestones({ queues }: Report): string {
  const issues = new Map<string, number>();
  for (const { milestone, issues: more } of queues.flatMap((queue) => queue.milestones)) {
    if (milestone !== null) issues.set(milestone, (issues.get(milestone) ?? 0) + more);
  }
  const most = [...issues].sort((one, other) => other[1] - one[1]).slice(0, mostColours - 1);
  const titles = [...most.map(([title]) => title), ...(issues.size > most.length ? [others] : []), null];
  const titleOf = (title: string | null) => (title === null || titles.includes(title) ? title : others);
  const keys = keysOf(titles, 'no milestone');
  const countIn = (queue: Queue, wanted: string | null) =>
    queue.milestones.reduce((sum, { milestone, issues: more }) => sum + (titleOf(milestone) === wanted ? more : 0), 0);
  const bars = queues.map((queue) => barOf(queue.name, keys, (index) => countIn(queue, titles[index]!)));
  return `${legend(keys)}${barChart('Open issues by group and milestone', bars)}`;
}

const others = 'other milestones';

/** What the parts of bars are, `null` for what is missing. */
const keysOf = (titles: (string | null)[], none: string): Key[] =>
  titles.map((title, index) => ({
    name: title ?? none,
    colour: title === null ? 'none' : Math.min(index, mostColours - 1),
  }));

type Key = Omit<Part, 'value'>;

const barOf = (name: string, keys: Key[], issuesIn: (index: number) => number): Bar => ({
  name,
  parts: keys.map((key, index) => ({ ...key, value: issuesIn(index) })),
});

function table(report: Report, trend: Trend | null): string {
  const { heading, rows } = rowsOf(report, trend);
  const cells = (tag: 'th' | 'td', texts: string[]) => texts.map((text) => `<${tag}>${inHtml(text)}</${tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n');
  return `<table><thead><tr>${cells('th', heading)}</tr></thead><tbody>${body}</tbody></table>`;
}

function oldest({ queues, at }: Report): string {
  const items = queues.flatMap(({ name, oldest }) => {
    if (!oldest) return [];
    const { issue, title, url, untouchedSince } = oldest;
    const link = `<a href="${inHtml(url)}">${inHtml(issue)}</a>`;
    const days = `<span class="quiet">for ${daysSince(untouchedSince, at)}</span>`;
    return [`<li>${inHtml(name)}: ${link} ${inHtml(title)} ${days}</li>`];
  });
  return items.length > 0 ? `<ul>${items.join('\n')}</ul>` : '<p>There is none.</p>';
}
