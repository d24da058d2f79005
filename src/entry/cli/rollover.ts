import { systemClock } from '../../adapters/clock.ts';
import { BrokenConfiguration } from '../../engine/gate.ts';
import { type RolloverReport, rollOver } from '../../engine/rollover.ts';
import { inTerminal, quote } from '../../text/escape.ts';
import { quoteList } from '../../triage/judgement.ts';
import { explainFailure, gitHubIn } from '../github-in.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { printTable } from './table.ts';

export interface RolloverCommand {
  to: string;
  repo?: string;
  dryRun?: boolean;
  json?: boolean;
}

/**
 * `remit rollover`: moves the open issues of a milestone into another. 0 when it is done, 2 when there is no such
 * milestone or it may not be, 3 when GitHub did not answer or did not give an issue.
 */
export async function rollover(from: string, { to, repo, dryRun, json }: RolloverCommand, io: Io): Promise<ExitCode> {
  const repository = repositoryMeant(repo, io);
  const right = 'read and write the issues';
  const request = { from, to, since: systemClock.now().toISOString() };
  const report = await rollOver(repository, request, {
    github: gitHubIn(io.env, right),
    clock: systemClock,
    ...(dryRun ? {} : { moved: async () => {} }),
  }).catch((error) => {
    if (error instanceof BrokenConfiguration) throw new CommandError(error.message);
    return explainFailure(error);
  });
  if ('refused' in report) {
    const meant = report.nearest.length > 0 ? `: did you mean ${quoteList(report.nearest, 'or')}?` : '';
    throw new CommandError(`${report.refused}${meant}`);
  }
  io.out(json ? `${JSON.stringify(report, null, 2)}\n` : printRollover(report, io));
  return report.unread > 0 ? 3 : 0;
}

const heading = ['issue', 'title', ''];

function printRollover({ from, to, moves, stays, unread, applied }: RolloverReport, io: Io): string {
  const colours = paint(io);
  const many = `${moves.length} ${moves.length === 1 ? 'issue' : 'issues'}`;
  const head = `${many} ${applied ? 'moved' : 'would move'} from ${quote(from)} to ${quote(to)}`;
  const numbered = (issue: string) => issue.slice(issue.indexOf('#'));
  const rows = [
    ...moves.map(({ issue, title }) => [numbered(issue), inTerminal(title), '']),
    ...stays.map(({ issue, title, because }) => [numbered(issue), inTerminal(title), `stays: ${inTerminal(because)}`]),
  ];
  const table = rows.length > 0 ? printTable(heading, rows, colours.dim) : '';
  return `${head}\n${table}${unread > 0 ? colours.yellow(`${unread} could not be read\n`) : ''}`;
}
