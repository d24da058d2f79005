import type { IssueFacts } from '../model/facts.ts';
import type { Effect, Verdict } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import { checklistFor } from './checklist.ts';

/** What to say on the issue now, and when to look again. */
export interface Speech {
  effects: Effect[];
  /** ISO 8601; `null` when only a change can change what is to be said. */
  again: string | null;
}

const nothing: Speech = { effects: [], again: null };

/**
 * @returns what becomes of the checklist. The first one waits until the issue's reporter had the time that the
 * configuration gives; one that is there is kept up to date at once, and there is never more than one.
 */
export function speechOn(
  issue: IssueFacts,
  verdicts: Verdict[],
  { policy, now }: { policy: Policy; now: string },
): Speech {
  if (policy.triage.speak === 'silent') return withoutChecklist(issue, 'the configuration says to be silent');
  const checklist = checklistFor(verdicts, issue.checklist?.body ?? null);
  switch (checklist.is) {
    case 'unneeded':
      return withoutChecklist(issue, 'nothing is missing any more');
    case 'current':
      return withOneChecklist(issue);
    case 'wanted': {
      const again = issue.checklist === null ? endOfPatience(issue, { policy, now }) : null;
      if (again !== null) return { effects: [], again };
      const because = issue.checklist === null ? 'something is missing' : 'what is missing has changed';
      return { effects: [{ do: 'checklist', body: checklist.body(), because }], again: null };
    }
  }
}

function withoutChecklist({ checklist, surplusChecklists }: IssueFacts, because: string): Speech {
  if (checklist === null && surplusChecklists.length === 0) return nothing;
  return { effects: [{ do: 'checklist', body: null, because }], again: null };
}

/** Whoever writes a checklist takes away all but that one. */
function withOneChecklist({ checklist, surplusChecklists }: IssueFacts): Speech {
  if (checklist === null || surplusChecklists.length === 0) return nothing;
  return { effects: [{ do: 'checklist', body: checklist.body, because: 'one checklist is enough' }], again: null };
}

/** @returns the moment in ISO 8601, `null` when it is over. */
function endOfPatience({ createdAt }: IssueFacts, { policy, now }: { policy: Policy; now: string }): string | null {
  const end = Date.parse(createdAt) + policy.triage.patience * 1000;
  return Date.parse(now) < end ? new Date(Math.min(end, lastMoment)).toISOString() : null;
}

/** The last that a date can say: some 270,000 years are patience enough. */
const lastMoment = 8.64e15;
