import { printRef } from '../../model/facts.ts';
import { quote } from '../../text/escape.ts';
import { quoteList } from '../judgement.ts';
import type { EpicReport, EpicsReport } from './epics-json.ts';
import type { GatheredEpics, Kept, SeenEpic } from './gather-epics.ts';
import { type Calendar, isLater } from './later.ts';

/** @returns epics with what is below them and what is wrong with them; those with problems first. */
export function reportEpics(
  { open, epics, orphans, unknown }: GatheredEpics,
  { calendar, ...about }: Pick<EpicsReport, 'repository' | 'complete'> & { calendar: Calendar },
): EpicsReport {
  const reports = [...epics.values()].map((epic) => reportOf(epic, calendar));
  return {
    ...about,
    open,
    epics: reports.sort((one, other) => Number(other.problems.length > 0) - Number(one.problems.length > 0)),
    orphans: orphans.map(asIssue),
    unknown,
  };
}

function reportOf(epic: SeenEpic, calendar: Calendar): EpicReport {
  const { ref, title, state, itself } = epic;
  const milestone = itself?.milestone ?? null;
  return {
    issue: printRef(ref),
    title,
    state,
    owners: itself ? ownersOf(itself) : [],
    milestone,
    done: itself?.children.done ?? null,
    of: itself?.children.of ?? null,
    issues: inTreeOrder(epic),
    problems: problemsOf(epic, calendar),
    proposals:
      milestone === null || isOver(milestone, calendar)
        ? []
        : epic.below.flatMap(({ issue }) =>
            issue.milestone === null ? [{ issue: printRef(issue.ref), milestone }] : [],
          ),
  };
}

function problemsOf({ state, itself, below }: SeenEpic, calendar: Calendar): EpicReport['problems'] {
  const problems: EpicReport['problems'] = [];
  const refs = (some: SeenEpic['below']) => some.map(({ issue }) => printRef(issue.ref));
  if (state === 'closed' && below.length > 0) {
    problems.push({
      kind: 'closed',
      message: `it is closed, and ${issuesBelow(below.length)} open`,
      issues: refs(below),
    });
  }
  if (itself?.milestone) {
    const { milestone } = itself;
    const later = below.filter(({ issue }) => issue.milestone && isLater(issue.milestone, milestone, calendar));
    const message = `it is planned for ${quote(milestone)}, and ${issuesBelow(later.length)} planned for later`;
    if (later.length > 0) problems.push({ kind: 'later', message, issues: refs(later) });
  }
  if (itself && itself.retired.length > 0) {
    const names = quoteList(itself.retired, 'and');
    const message = `it is of ${names}, which ${itself.retired.length === 1 ? 'is' : 'are'} retired`;
    problems.push({ kind: 'retired', message, issues: [] });
  } else if (itself?.owners.known && itself.owners.value.length === 0) {
    problems.push({ kind: 'unowned', message: 'no group owns it', issues: [] });
  }
  return problems;
}

const issuesBelow = (count: number): string => (count === 1 ? '1 issue below it is' : `${count} issues below it are`);

/** Nobody is asked to plan for what is over. */
const isOver = (title: string, { milestones }: Calendar): boolean =>
  milestones.some((milestone) => milestone.title === title && milestone.state === 'closed');

/** Each behind its parent, by the numbers that lead to it. */
function inTreeOrder({ below }: SeenEpic): EpicReport['issues'] {
  const paths = below.map(({ issue, between }) => ({
    issue,
    path: [...between.map(({ ref }) => ref).reverse(), issue.ref],
  }));
  const sorted = paths.sort((one, other) => {
    for (let level = 0; level < Math.min(one.path.length, other.path.length); level++) {
      const [first, second] = [one.path[level]!, other.path[level]!];
      if (printRef(first) !== printRef(second)) {
        return first.number - second.number || (printRef(first) < printRef(second) ? -1 : 1);
      }
    }
    return one.path.length - other.path.length;
  });
  return sorted.map(({ issue, path }) => ({ ...asIssue(issue), depth: path.length }));
}

const asIssue = (issue: Kept) => ({
  issue: printRef(issue.ref),
  title: issue.title,
  owners: ownersOf(issue),
  milestone: issue.milestone,
});

const ownersOf = ({ owners }: Kept): string[] => (owners.known ? owners.value : []);
