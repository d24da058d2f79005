import { systemClock } from '../../adapters/clock.ts';
import { Refused, Unreachable } from '../../adapters/github/errors.ts';
import { connect } from '../../adapters/github/github.ts';
import { createOctokit } from '../../adapters/github/octokit.ts';
import { reconcileIssue } from '../../engine/reconcile.ts';
import { type IssueRef, parseRef, printRef } from '../../model/facts.ts';
import type { Plan, Status } from '../../model/plan.ts';
import { inTerminal } from '../../text/escape.ts';
import { triageJson } from '../../triage/triage-json.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';

/** `remit triage`: reads, decides and applies on one issue, as the bot would; 1 when something is missing. */
export async function triage(issue: string, options: { dryRun?: boolean; json?: boolean }, io: Io): Promise<ExitCode> {
  const ref = parseRef(issue);
  if (!ref) throw new CommandError(`“${issue}” is no issue: write owner/repo#12`);
  const outcome = await reconcile(ref, options, io);
  if (!outcome) throw new CommandError(`${printRef(ref)} is not there, or the token may not see it`, 1);
  const { plan, applied } = outcome;
  io.out(options.json ? `${JSON.stringify(triageJson({ plan, applied }), null, 2)}\n` : printPlan(plan, applied, io));
  return plan.verdicts.some(({ status }) => status === 'missing' || status === 'conflict') ? 1 : 0;
}

async function reconcile(ref: IssueRef, { dryRun }: { dryRun?: boolean }, { env }: Io) {
  const token = env.GITHUB_TOKEN || env.GH_TOKEN;
  if (!token) throw new CommandError('GITHUB_TOKEN is missing: set it to a token that may read and write the issue');
  const octokit = createOctokit({ token, baseUrl: env.GITHUB_API_URL || 'https://api.github.com' });
  try {
    return await reconcileIssue(ref, {
      github: connect({ octokit, ...(env.REMIT_LOGIN ? { ownLogin: env.REMIT_LOGIN } : {}) }),
      clock: systemClock,
      dryRun: dryRun ?? false,
    });
  } catch (error) {
    if (error instanceof Unreachable) throw new CommandError(error.message, 3);
    if (error instanceof Refused) throw new CommandError(error.message);
    throw error;
  }
}

const marks: Record<Status, string> = { met: '✓', missing: '✗', conflict: '✗', waived: '–', unknown: '?' };

function printPlan(plan: Plan, applied: boolean, io: Io): string {
  const colours = paint(io);
  const lines = [
    colours.bold(printRef(plan.ref)),
    ...plan.verdicts.map(({ requirement, status, message }) => {
      const mark = status === 'met' ? colours.green(marks[status]) : colours.yellow(marks[status]);
      return `  ${mark} ${requirement}: ${inTerminal(message)}`;
    }),
    ...(plan.hold ? [`  nothing is written: ${plan.hold}`] : []),
    ...plan.effects.map((effect) => `  → ${effect.do}: ${inTerminal(effect.because)}`),
    ...plan.withheld.map(({ effect, because }) => `  not done: ${effect.do}: ${inTerminal(because)}`),
    plan.effects.length === 0 ? '  nothing to change' : applied ? '  applied' : '  not applied (dry run)',
  ];
  return `${lines.join('\n')}\n`;
}
