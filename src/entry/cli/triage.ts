import { printRef } from '../../model/facts.ts';
import type { Plan } from '../../model/plan.ts';
import { inTerminal } from '../../text/escape.ts';
import { triageJson } from '../../triage/triage-json.ts';
import { type ExitCode, type Io, paint } from '../io.ts';
import { issueNamed, reconcileOnce } from '../reconcile-once.ts';
import { verdictLine } from './verdict-line.ts';

/** `remit triage`: reads, decides and applies on one issue, as the bot would; 1 when something is missing. */
export async function triage(issue: string, options: { dryRun?: boolean; json?: boolean }, io: Io): Promise<ExitCode> {
  const { plan, applied } = await reconcileOnce(issueNamed(issue), { dryRun: options.dryRun ?? false }, io);
  io.out(options.json ? `${JSON.stringify(triageJson({ plan, applied }), null, 2)}\n` : printPlan(plan, applied, io));
  return plan.verdicts.some(({ status }) => status === 'missing' || status === 'conflict') ? 1 : 0;
}

function printPlan(plan: Plan, applied: boolean, io: Io): string {
  const colours = paint(io);
  const lines = [
    colours.bold(printRef(plan.ref)),
    ...plan.verdicts.map((verdict) => `  ${verdictLine(verdict, colours)}`),
    ...(plan.hold ? [`  nothing is written: ${plan.hold}`] : []),
    ...plan.effects.map((effect) => `  → ${effect.do}: ${inTerminal(effect.because)}`),
    ...plan.withheld.map(({ effect, because }) => `  not done: ${effect.do}: ${inTerminal(because)}`),
    plan.effects.length === 0 ? '  nothing to change' : applied ? '  applied' : '  not applied (dry run)',
  ];
  return `${lines.join('\n')}\n`;
}
