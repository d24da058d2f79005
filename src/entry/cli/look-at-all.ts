import { systemClock } from '../../adapters/clock.ts';
import { type SweepOptions, sweepIssues } from '../../engine/sweep.ts';
import { beginSweep } from '../../engine/sweep-state.ts';
import type { IssueFacts, RepositoryRef } from '../../model/facts.ts';
import type { Plan } from '../../model/plan.ts';
import type { Policy } from '../../model/policy.ts';
import { explainFailure, gitHubIn } from '../github-in.ts';
import { CommandError, type Io } from '../io.ts';
import { printProgress } from './print-sweep.ts';

type Ground = Parameters<NonNullable<SweepOptions['decided']>>[2];

interface Looking {
  maxRequests: number;
  io: Io;
  /** Told of each open issue and what governs it. */
  look(
    issue: IssueFacts,
    plan: Plan,
    ground: { policy: Policy; charter: Ground['governing']['charter']; webUrl: string },
  ): void;
}

/** How far it came, and when it began, in ISO 8601. */
export interface Looked {
  at: string;
  complete: boolean;
  open: number;
  covered: number;
  unread: number;
}

/** Decides on all open issues as a sweep does, for a report, and writes nothing. Errors: `CommandError`s. */
export async function lookAtAll(repository: RepositoryRef, { maxRequests, io, look }: Looking): Promise<Looked> {
  const begun = beginSweep(repository, systemClock.now());
  const progress = printProgress(io);
  const ended = await sweepIssues(begun, {
    github: gitHubIn(io.env, 'read the issues'),
    clock: systemClock,
    apply: 'nothing',
    budget: { requests: maxRequests, share: 1 },
    decided(issue, plan, { governing: { policy, charter, problems }, webUrl }) {
      if (policy === null) throw new CommandError(`.github/remit.yml can’t be read: ${problems.join('; ')}`);
      look(issue, plan, { policy, charter, webUrl });
    },
    saved: async (state) => progress.show(state),
  })
    .finally(() => progress.clear())
    .catch(explainFailure);
  const { covered, neglected, total, unread } = ended;
  if (ended.ended === 'gone') {
    throw new CommandError(`${repository.owner}/${repository.name} is not there, or the token may not see it`);
  }
  return {
    at: begun.began,
    complete: ended.ended === 'complete' && unread === 0,
    open: total,
    covered: covered + neglected - unread,
    unread,
  };
}
