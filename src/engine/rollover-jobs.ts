import { type IssueRef, printRef } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';
import type { Clock, GitHub, Inbox, Job } from '../model/ports.ts';
import type { Unit } from '../model/unit.ts';
import type { Log } from './audit.ts';
import { rollOver } from './rollover.ts';

/**
 * Moves what is open in a milestone into another, and has each issue that was moved looked at. Cut off, it moves what is
 * left. Errors: rejects when GitHub does not answer, and where the configuration can't be read.
 */
export async function handleRollover(
  job: Job,
  { repository, from, to, since }: Extract<Unit, { kind: 'rollover' }>,
  github: GitHub,
  { inbox, clock, log }: { inbox: Pick<Inbox, 'put'>; clock: Clock; log: Log },
): Promise<void> {
  const moved = (ref: IssueRef) =>
    inbox.put([{ ...job, id: `${job.id}/${printRef(ref)}`, unit: { kind: 'issue', ref } }]);
  const report = await rollOver(repository, { from, to, since }, { github, clock, moved });
  if ('refused' in report) return log.warn({ job: job.id, milestone: from }, 'a milestone can’t roll over any more');
  const { moves, stays, unread } = report;
  log.info(
    { job: job.id, milestone: from, moved: moves.length, stay: stays.length, unread },
    'a milestone rolled over',
  );
}

/** @returns the work that the effects of a command mean; the same command makes the same. */
export function rolloverJobs(
  job: Job,
  effects: Effect[],
  { ref, id, since }: { ref: IssueRef; id: string; since: string },
): Job[] {
  const { again: _, after: __, ...rest } = job;
  const repository = { owner: ref.owner, name: ref.repository };
  return effects.flatMap((effect) =>
    effect.do === 'roll-over'
      ? [
          {
            ...rest,
            id: `${id}/rollover/${effect.from.number}`,
            unit: { kind: 'rollover' as const, repository, from: effect.from.number, to: effect.to, since },
          },
        ]
      : [],
  );
}
