import { inMarkdown } from '../../text/escape.ts';
import type { Report } from './report.ts';
import { daysSince, rowsOf } from './rows.ts';
import type { Trend } from './trend.ts';

/** @returns the report for a job summary, an issue or a page; nobody is mentioned by it. */
export function printMarkdown(report: Report, trend: Trend | null): string {
  const { heading, rows } = rowsOf(report, trend);
  const line = (cells: string[]) => `| ${cells.map(inMarkdown).join(' | ')} |`;
  const marks = heading.map((_, column) => (column === 0 ? '---' : '---:'));
  return [
    `### Open issues of ${inMarkdown(report.repository)}`,
    '',
    summary(report, trend),
    '',
    line(heading),
    `| ${marks.join(' | ')} |`,
    ...rows.map(line),
    '',
    ...oldest(report),
    '',
  ].join('\n');
}

/** @returns what the figures are of, in one sentence. @param shown how the name of a group is. */
export function summary(
  { at, open, covered, complete }: Report,
  trend: Trend | null,
  shown: (name: string) => string = inMarkdown,
): string {
  const day = (moment: string) => moment.slice(0, 10);
  const all = complete ? `${open} open issues on ${day(at)}` : `${covered} of ${open} open issues on ${day(at)}`;
  const since = trend ? `; in brackets what changed since ${day(trend.since)}` : '';
  const gone = trend && trend.gone.length > 0 ? `; no longer a group: ${trend.gone.map(shown).join(', ')}` : '';
  return `${all}${since}${gone}.`;
}

function oldest({ queues, at }: Report): string[] {
  const told = queues.flatMap(({ name, oldest }) => (oldest ? [{ name, ...oldest }] : []));
  if (told.length === 0) return [];
  const items = told.map(
    ({ name, issue, title, url, untouchedSince }) =>
      `- ${inMarkdown(name)}: [#${issue.split('#')[1]}](${url}) ${inMarkdown(title)}, untouched for ${daysSince(untouchedSince, at)}`,
  );
  return ['The longest untouched:', '', ...items];
}
