import { indexOf } from '../../adapters/github/issue-index.ts';
import { BrokenConfiguration, type GateReport, gateOf } from '../../engine/gate.ts';
import { inTerminal, quote } from '../../text/escape.ts';
import type { BlockerKind } from '../../triage/blockers.ts';
import { quoteList } from '../../triage/judgement.ts';
import { clientIn, explainFailure, gitHubIn } from '../github-in.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { printTable } from './table.ts';

/**
 * `remit gate`: whether a milestone is achieved. 0 when nothing that must be done is open in it, 1 when something is,
 * 2 when there is no such milestone, 3 when it can't be known.
 */
export async function gate(title: string, options: { repo?: string; json?: boolean }, io: Io): Promise<ExitCode> {
  const repository = repositoryMeant(options.repo, io);
  const github = gitHubIn(io.env, 'read the issues');
  const index = indexOf(clientIn(io.env, 'read the issues'));
  const report = await gateOf(title, repository, { github, index }).catch((error) => {
    if (error instanceof BrokenConfiguration) throw new CommandError(error.message);
    return explainFailure(error);
  });
  if ('nearest' in report) {
    const meant = report.nearest.length > 0 ? `: did you mean ${quoteList(report.nearest, 'or')}?` : '';
    throw new CommandError(`no milestone of ${repository.owner}/${repository.name} is called ${quote(title)}${meant}`);
  }
  io.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : printGate(report, io));
  if (report.passed === null) return 3;
  return report.passed ? 0 : 1;
}

const words: Record<BlockerKind, (issues: number) => string> = {
  urgent: (issues) => `${issues} of the most urgent priority`,
  epic: (issues) => `${issues} ${issues === 1 ? 'epic' : 'epics'}`,
  unowned: (issues) => `${issues} without an owner`,
  'without-priority': (issues) => `${issues} without a priority`,
  unknown: (issues) => `${issues} of which something is not known`,
};

const heading = ['issue', 'why', 'owner', 'title', 'link'];

function printGate(report: GateReport, io: Io): string {
  const colours = paint(io);
  const { milestone, open, unread, counts, issues, passed } = report;
  const name = quote(milestone);
  const parts = Object.entries(words).flatMap(([kind, word]) =>
    counts[kind as BlockerKind] > 0 ? [word(counts[kind as BlockerKind])] : [],
  );
  if (unread > 0) parts.push(`${unread} that could not be read`);
  const left = `${open} open ${open === 1 ? 'issue' : 'issues'}`;
  if (passed) return `${colours.green('✓')} ${name} is achieved: ${left}, none of which must be done\n`;
  const head = passed === null ? `? whether ${name} is achieved is not known` : `✗ ${name} is not achieved`;
  const rows = issues.map(({ issue, title, owners, blockers, url }) => [
    issue.slice(issue.indexOf('#')),
    inTerminal(blockers.map(({ message }) => message).join('; ')),
    owners.join(', '),
    inTerminal(title),
    url,
  ]);
  return `${colours.yellow(head)}: of ${left}, ${parts.join(', ')}\n${rows.length > 0 ? printTable(heading, rows, colours.dim) : ''}`;
}
