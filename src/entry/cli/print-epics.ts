import type { Colors } from 'picocolors/types.js';
import { inTerminal } from '../../text/escape.ts';
import type { EpicReport, EpicsReport } from '../../triage/epics/epics-json.ts';
import { type Io, paint } from '../io.ts';

/** Issues that are listed one by one; what is more than anyone reads stands in `--json`. */
const mostListed = 30;

/** @returns the epics as a tree with their progress, what is wrong with them, and what is below none. */
export function printEpics({ repository, complete, open, epics, orphans, unknown }: EpicsReport, io: Io): string {
  const colours = paint(io);
  const nameOf = (issue: string) => (issue.startsWith(`${repository}#`) ? issue.slice(repository.length) : issue);
  const lines = [
    `${epics.length} ${epics.length === 1 ? 'epic' : 'epics'} over ${open} open issues of ${repository}`,
    ...(complete ? [] : [colours.yellow('not all open issues were looked at: what is told here may not be all')]),
    ...epics.flatMap((epic) => ['', ...printEpic(epic, { colours, nameOf })]),
    ...(orphans.length > 0 ? ['', `${orphans.length} below no epic`] : []),
    ...cut(orphans.map(({ issue, title }) => `  ${nameOf(issue)} ${inTerminal(title)}`)),
    ...(unknown.length > 0 ? ['', `${unknown.length} of which it is not known`] : []),
    ...cut(unknown.map(({ issue, because }) => `  ${nameOf(issue)} ${inTerminal(because)}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function printEpic(
  epic: EpicReport,
  { colours, nameOf }: { colours: Colors; nameOf(issue: string): string },
): string[] {
  const { issue, title, state, done, of, milestone, owners, issues, problems, proposals } = epic;
  const about = [
    ...(done === null || of === null ? [] : [`${done} of ${of} done`]),
    ...(milestone === null ? [] : [inTerminal(milestone)]),
    ...owners,
    ...(state === 'closed' ? ['closed'] : []),
  ];
  const proposed = proposals.map(
    (proposal) => `  · ${nameOf(proposal.issue)} has no milestone: ${inTerminal(proposal.milestone)}, as its epic?`,
  );
  return [
    `${colours.bold(`${nameOf(issue)} ${inTerminal(title)}`)}${about.length > 0 ? ` (${about.join(', ')})` : ''}`,
    ...problems.map(({ message }) => `  ${colours.yellow(`✗ ${inTerminal(message)}`)}`),
    ...cut(
      issues.map(
        (each) => `${'  '.repeat(each.depth)}${nameOf(each.issue)} ${inTerminal(each.title)}${within(each.milestone)}`,
      ),
    ),
    ...cut(proposed),
  ];
}

const within = (milestone: string | null): string => (milestone === null ? '' : ` (${inTerminal(milestone)})`);

const cut = (lines: string[]): string[] =>
  lines.length > mostListed
    ? [...lines.slice(0, mostListed), `  and ${lines.length - mostListed} more (see --json)`]
    : lines;
