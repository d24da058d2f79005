import type { IssueFacts } from '../model/facts.ts';
import type { Effect, Verdict, Withheld } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import { checklistFor, isUnmet, isWordless, wordsLeftIn } from './checklist.ts';
import { dismissalOf } from './dismissal.ts';

/** What to say on the issue now, and when to look again. */
export interface Speech {
  effects: Effect[];
  withheld: Withheld[];
  /** ISO 8601; `null` when only a change can change what is to be said. */
  again: string | null;
}

/** What speaking depends on besides the issue. */
export interface Occasion {
  policy: Policy;
  /** ISO 8601. */
  now: string;
  /** Gives the verdicts on the issue in another state. */
  judge(issue: IssueFacts): Verdict[];
}

const nothing: Speech = { effects: [], withheld: [], again: null };

/**
 * @returns what becomes of the checklist. The first one waits until the issue's reporter had the time that the
 * configuration gives; one that is there is kept up to date at once, and there is never more than one.
 */
export function speechOn(issue: IssueFacts, verdicts: Verdict[], occasion: Occasion): Speech {
  if (occasion.policy.triage.speak === 'silent') return withoutLines(issue, 'the configuration says to be silent');
  const checklist = checklistFor(verdicts, issue.checklist?.body ?? null);
  switch (checklist.is) {
    case 'unneeded':
      return withoutLines(issue, 'nothing is missing any more');
    case 'current':
      return withOneChecklist(issue);
    case 'wanted':
      return issue.checklist === null
        ? firstChecklist(issue, { verdicts, body: checklist.body }, occasion)
        : {
            ...nothing,
            effects: [{ do: 'checklist', body: checklist.body(), because: 'what is missing has changed' }],
          };
  }
}

function firstChecklist(
  issue: IssueFacts,
  { verdicts, body }: { verdicts: Verdict[]; body(): string },
  { policy, now, judge }: Occasion,
): Speech {
  const again = endOfPatience(issue, { policy, now });
  if (again !== null) return { ...nothing, again };
  const effect: Effect = { do: 'checklist', body: body(), because: 'something is missing' };
  const because = dismissalOf(issue, verdicts.filter(isUnmet), judge);
  return because === null ? { ...nothing, effects: [effect] } : { ...nothing, withheld: [{ effect, because }] };
}

/** Takes the checklist away, but for what people wrote into it. */
function withoutLines(issue: IssueFacts, because: string): Speech {
  const { checklist, surplusChecklists } = issue;
  if (checklist === null && surplusChecklists.length === 0) return nothing;
  if (checklist !== null && isWordless(checklist.body)) return withOneChecklist(issue);
  const body = checklist === null ? null : wordsLeftIn(checklist.body);
  return { ...nothing, effects: [{ do: 'checklist', body, because }] };
}

/** Whoever writes a checklist takes away all but that one. */
function withOneChecklist({ checklist, surplusChecklists }: IssueFacts): Speech {
  if (checklist === null || surplusChecklists.length === 0) return nothing;
  return { ...nothing, effects: [{ do: 'checklist', body: checklist.body, because: 'one checklist is enough' }] };
}

/** @returns the moment in ISO 8601, `null` when it is over. */
function endOfPatience({ createdAt }: IssueFacts, { policy, now }: { policy: Policy; now: string }): string | null {
  const end = Date.parse(createdAt) + policy.triage.patience * 1000;
  return Date.parse(now) < end ? new Date(Math.min(end, lastMoment)).toISOString() : null;
}

/** The last that a date can say: some 270,000 years are patience enough. */
const lastMoment = 8.64e15;
