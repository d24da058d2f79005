import { codeSpan, inMarkdown, quote } from '../text/escape.ts';
import type { SweepReport } from './sweep-report.ts';

/** @returns in one clause which of the open issues were decided on. */
export function coverageOf({ ended, covered, neglected, total, repository }: SweepReport): string {
  const place = `${repository.owner}/${repository.name}`;
  if (ended === 'gone') return `${place} is not there, or the token may not see it`;
  if (ended === null) return `${covered} of ${total} open issues of ${place} are covered by now`;
  if (ended === 'complete') return `all ${covered} open issues of ${place} are covered`;
  const early = neglected > 0 ? `, and ${neglected} of the longest untouched` : '';
  return `stopped for want of budget: ${covered} of ${total} open issues of ${place} are covered${early}`;
}

/** @returns what became of the issues that need a change, in one clause. */
export function changesOf({ wanting, changed }: SweepReport, { dryRun }: { dryRun: boolean }): string {
  if (dryRun) return `${wanting} would be changed`;
  return `${changed} changed${wanting > changed ? `, ${wanting - changed} left as they are` : ''}`;
}

/** How a milestone's title and an issue, as `owner/repo#12`, are shown. */
interface Shown {
  title(text: string): string;
  issue(text: string): string;
}

export const inPlainText: Shown = { title: quote, issue: (issue) => issue.slice(issue.indexOf('#')) };

/** @returns a line for each milestone that was closed too early. */
export function closedEarlyLines({ closedEarly }: SweepReport, shown: Shown): string[] {
  return closedEarly.map(({ milestone, issues }) => {
    const some = issues.slice(0, 5).map(shown.issue).join(', ');
    const more = issues.length > 5 ? `, and ${issues.length - 5} more` : '';
    return `${shown.title(milestone)} was closed with issues of the most urgent priority open: ${some}${more}`;
  });
}

/** Issues that are listed one by one; a run's summary holds 1 MiB. */
const mostListed = 100;

/** @returns the sweep for a job summary; `webUrl` is the base of GitHub's pages. Nobody is mentioned by it. */
export function sweepMarkdown(report: SweepReport, { dryRun, webUrl }: { dryRun: boolean; webUrl: string }): string {
  const { requirements, unread, unowned, held, requests, total, issues } = report;
  const lines = [
    `### Open issues: ${changesOf(report, { dryRun })}`,
    '',
    `- ${inMarkdown(coverageOf(report))}`,
    ...(unread > 0 ? [`- **${unread} could not be read**`] : []),
    ...(unowned > 0 ? [`- ${unowned} without an owner`] : []),
    ...(held > 0 ? [`- ${held} that are left alone: ignored, locked or archived`] : []),
    ...closedEarlyLines(report, { title: codeSpan, issue: (issue) => linkTo(issue, webUrl) }).map(
      (line) => `- ${line}`,
    ),
    `- ${requests} requests for ${total} open issues`,
    '',
    ...standings(requirements),
    ...issues
      .slice(0, mostListed)
      .map(({ issue, changes }) => `- ${linkTo(issue, webUrl)}: ${inMarkdown(changes.join('; '))}`),
    ...(issues.length > mostListed ? [`- and ${issues.length - mostListed} more`] : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** @param issue `owner/repo#12` */
function linkTo(issue: string, webUrl: string): string {
  const [repository, number] = issue.split('#');
  return `[#${number}](${webUrl}/${repository}/issues/${number})`;
}

function standings(requirements: SweepReport['requirements']): string[] {
  if (Object.keys(requirements).length === 0) return [];
  const rows = Object.entries(requirements).map(
    ([requirement, { met, missing, conflict, waived, unknown }]) =>
      `| ${requirement} | ${[met, missing, conflict, waived, unknown].join(' | ')} |`,
  );
  return [
    '| | met | missing | in conflict | waived | not known |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
  ];
}
