import { systemClock } from '../../adapters/clock.ts';
import { type Ground as SweepGround, sweepIssues } from '../../engine/sweep.ts';
import { beginSweep } from '../../engine/sweep-state.ts';
import type { Charter } from '../../model/charter.ts';
import type { IssueFacts, RepositoryRef } from '../../model/facts.ts';
import type { Known } from '../../model/known.ts';
import type { Plan } from '../../model/plan.ts';
import type { Policy } from '../../model/policy.ts';
import { explainFailure, gitHubIn } from '../github-in.ts';
import { CommandError, type Io } from '../io.ts';
import { policyOf } from '../tell-problems.ts';
import { printProgress } from './print-sweep.ts';

/** What governs an issue, and the base of the web pages. */
interface Ground {
  policy: Policy;
  charter: Known<Charter>;
  webUrl: string;
}

interface Looking {
  maxRequests: number;
  io: Io;
  /** Told what governs, before any issue; also where none is open. */
  begin?(ground: Ground): void;
  /** Told of each open issue and what governs it. */
  look(issue: IssueFacts, plan: Plan, ground: Ground): void;
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
export async function lookAtAll(
  repository: RepositoryRef,
  { maxRequests, io, begin = () => {}, look }: Looking,
): Promise<Looked> {
  const begun = beginSweep(repository, systemClock.now());
  const progress = printProgress(io);
  const ended = await sweepIssues(begun, {
    github: gitHubIn(io.env, 'read the issues'),
    clock: systemClock,
    apply: 'nothing',
    budget: { requests: maxRequests, share: 1 },
    grounded: (ground) => begin(groundOf(ground)),
    decided: (issue, plan, ground) => look(issue, plan, groundOf(ground)),
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

function groundOf({ governing, webUrl }: SweepGround): Ground {
  return { policy: policyOf(governing), charter: governing.charter, webUrl };
}
