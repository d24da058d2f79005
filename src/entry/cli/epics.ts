import { systemClock } from '../../adapters/clock.ts';
import { indexOf } from '../../adapters/github/issue-index.ts';
import { sweepIssues } from '../../engine/sweep.ts';
import { beginSweep } from '../../engine/sweep-state.ts';
import type { EpicReport, EpicsReport } from '../../triage/epics/epics-json.ts';
import { gatherEpics } from '../../triage/epics/gather-epics.ts';
import { reportEpics } from '../../triage/epics/report-epics.ts';
import { milestoneOptions } from '../../triage/milestone-options.ts';
import { settingsOf } from '../../triage/settings.ts';
import { clientIn, explainFailure, gitHubIn } from '../github-in.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';
import { repositoryOf } from '../repository-of.ts';
import { printEpics } from './print-epics.ts';
import { printProgress } from './print-sweep.ts';

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
  const repository = repositoryOf({ root: io.cwd, named, env: io.env });
  if (!repository) throw new CommandError('it is not known which repository is meant: write owner/repo');
  const gathering = gatherEpics();
  let parked: string[] = [];
  const progress = printProgress(beginSweep(repository, systemClock.now()), io);
  const ended = await sweepIssues(beginSweep(repository, systemClock.now()), {
    github: gitHubIn(io.env, 'read the issues'),
    clock: systemClock,
    apply: 'nothing',
    budget: { requests: options.maxRequests, share: 1 },
    decided(issue, _plan, { governing: { policy, charter, problems } }) {
      if (policy === null) throw new CommandError(`.github/remit.yml can’t be read: ${problems.join('; ')}`);
      parked = settingsOf('milestone', milestoneOptions, policy).parked;
      gathering.add(issue, { policy, charter });
    },
    saved: async (state) => progress.show(state),
  })
    .finally(() => progress.clear())
    .catch(explainFailure);
  const place = `${repository.owner}/${repository.name}`;
  if (ended.ended === 'gone') throw new CommandError(`${place} is not there, or the token may not see it`);
  const milestones = await indexOf(clientIn(io.env, 'read the milestones'))
    .milestones(repository)
    .catch(explainFailure);
  const complete = ended.ended === 'complete' && ended.unread === 0;
  const whole = reportEpics(gathering.gathered, { repository: place, complete, calendar: { milestones, parked } });
  const report = options.owner === undefined ? whole : ofOwner(whole, options.owner);
  io.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : printEpics(report, io));
  if (ended.unread > 0) return 3;
  return complete && report.epics.every(isInOrder) && report.orphans.length === 0 ? 0 : 1;
}

const isInOrder = ({ problems }: EpicReport): boolean => problems.length === 0;

/** @returns what is a group's, by its slug. */
const ofOwner = (report: EpicsReport, slug: string): EpicsReport => ({
  ...report,
  epics: report.epics.filter(({ owners }) => owners.includes(slug)),
  orphans: report.orphans.filter(({ owners }) => owners.includes(slug)),
});
