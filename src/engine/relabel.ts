import type { Effect } from '../model/plan.ts';
import type { Job } from '../model/ports.ts';
import type { Unit } from '../model/unit.ts';
import { quote } from '../text/escape.ts';
import { isJoined } from '../triage/impact.ts';
import { heedPeople } from '../triage/people-first.ts';
import type { Log } from './audit.ts';
import { isToBeReadAgain, type ReconcileOptions, reconcileIssue, write } from './reconcile.ts';

/**
 * Adds the label of a group with a new name to an issue that has the old one, unless nothing may be written there, or
 * somebody took it off. Errors: rejects when GitHub does not answer.
 */
export async function relabel(
  job: Job,
  { ref, rename: { from, to } }: Extract<Unit, { kind: 'relabel' }>,
  options: ReconcileOptions & { log: Log },
): Promise<void> {
  const found = await reconcileIssue(ref, { ...options, dryRun: true });
  if (found === null || found.plan.hold !== null || found.issue.state !== 'open') return;
  const { issue } = found;
  if (!isJoined(namesIn(issue.labels), { from, to })) return;
  const because = `the group of ${quote(from)} has the label ${quote(to)} now`;
  const wish: Effect = { do: 'label', add: [to], remove: [], because };
  const moment = { now: options.clock.now().toISOString(), addsNothing: false };
  const { effects, withheld } = heedPeople([wish], issue, moment);
  if (withheld.length > 0)
    options.log.debug({ job: job.id, because: withheld[0]?.because }, 'an issue keeps its labels');
  try {
    await write(issue, effects, options);
  } catch (error) {
    // Gone, locked, or without that label by now: the look after this one sees what is the case.
    if (!isToBeReadAgain(error)) throw error;
  }
}

const namesIn = (labels: { name: string }[]): string[] => labels.map(({ name }) => name);
