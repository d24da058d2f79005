import { indexOf } from '../../adapters/github/issue-index.ts';
import type { Charter } from '../../model/charter.ts';
import type { Known } from '../../model/known.ts';
import { quote } from '../../text/escape.ts';
import { nearest } from '../../text/spelling.ts';
import type { EpicReport, EpicsReport } from '../../triage/epics/epics-json.ts';
import { gatherEpics } from '../../triage/epics/gather-epics.ts';
import { reportEpics } from '../../triage/epics/report-epics.ts';
import { quoteList } from '../../triage/judgement.ts';
import { milestoneOptions } from '../../triage/milestone-options.ts';
import { settingsOf } from '../../triage/settings.ts';
import { clientIn, explainFailure } from '../github-in.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { lookAtAll } from './look-at-all.ts';
import { printEpics } from './print-epics.ts';

export interface EpicsCommand {
  json?: boolean;
  owner?: string;
  maxRequests: number;
}

/**
 * `remit epics`: the epics of a repository, what is below them and what is below none. 0 when nothing is wrong with
 * them, 1 when something is or the budget was too small to know, 3 when GitHub did not answer or did not give an issue.
 */
export async function epics(named: string | undefined, options: EpicsCommand, io: Io): Promise<ExitCode> {
  const repository = repositoryMeant(named, io);
  const gathering = gatherEpics();
  let parked: string[] = [];
  const { complete, unread } = await lookAtAll(repository, {
    maxRequests: options.maxRequests,
    io,
    begin({ charter }) {
      if (options.owner !== undefined) refuseUnknownGroup(options.owner, charter);
    },
    look(issue, _plan, { policy, charter }) {
      parked = settingsOf('milestone', milestoneOptions, policy).parked;
      gathering.add(issue, { policy, charter });
    },
  });
  const milestones = await indexOf(clientIn(io.env, 'read the milestones'))
    .milestones(repository)
    .catch(explainFailure);
  const place = `${repository.owner}/${repository.name}`;
  const whole = reportEpics(gathering.gathered, { repository: place, complete, calendar: { milestones, parked } });
  const report = options.owner === undefined ? whole : ofOwner(whole, options.owner);
  io.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : printEpics(report, io));
  if (unread > 0) return 3;
  return complete && report.epics.every(isInOrder) && report.orphans.length === 0 ? 0 : 1;
}

const isInOrder = ({ problems }: EpicReport): boolean => problems.length === 0;

/** A misspelt group has nothing wrong, and it would look as if all were fine. */
function refuseUnknownGroup(slug: string, charter: Known<Charter>): void {
  if (!charter.known) throw new CommandError(`who owns what is not known: ${charter.because}`, 3);
  const slugs = charter.value.groups.map((group) => group.slug);
  if (slugs.includes(slug)) return;
  const likely = nearest(slug, slugs);
  const meant = likely.length > 0 ? `: did you mean ${quoteList(likely, 'or')}?` : '';
  throw new CommandError(`no group has the slug ${quote(slug)}${meant}`);
}

/** @returns what is a group's, by its slug. */
const ofOwner = (report: EpicsReport, slug: string): EpicsReport => ({
  ...report,
  epics: report.epics.filter(({ owners }) => owners.includes(slug)),
  orphans: report.orphans.filter(({ owners }) => owners.includes(slug)),
});
