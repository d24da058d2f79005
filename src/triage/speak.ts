import type { IssueFacts } from '../model/facts.ts';
import type { Effect, Verdict, Withheld } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import { checklistFor, isUnmet, isWordless, wordsLeftIn } from './checklist.ts';
import { dismissalOf } from './dismissal.ts';
import { needsLabelsFor } from './needs-labels.ts';
import { endOfPatience, patienceFrom } from './patience.ts';
import { earliest, heedPeople, type Moment } from './people-first.ts';
import type { JudgeAgain } from './rewind.ts';

/** What to say on the issue now, and when to look again. */
export interface Speech {
  effects: Effect[];
  withheld: Withheld[];
  /** ISO 8601; `null` when only a change can change what is to be said. */
  again: string | null;
}

/** What speaking depends on besides the issue. */
export interface Occasion extends Moment {
  policy: Policy;
  /** Whether the issue was opened before Remit came. */
  isOld: boolean;
  judge: JudgeAgain;
}

const nothing: Speech = { effects: [], withheld: [], again: null };

/**
 * @returns what is said: by one checklist, by labels, or not at all, as the configuration has it. The first word waits
 * until people had the time that the configuration gives, labels from the opening of the issue, a checklist from when
 * something began to be missing; what was said is kept up to date at once.
 */
export function speechOn(issue: IssueFacts, verdicts: Verdict[], occasion: Occasion): Speech {
  switch (wayOf(issue, occasion)) {
    case 'comment':
      return byChecklist(issue, verdicts, occasion);
    case 'label':
      return together(
        withoutLines(issue, 'the configuration says to speak by labels'),
        byLabels(issue, verdicts, occasion),
      );
    case 'silent':
      return withoutLines(issue, 'the configuration says to be silent');
  }
}

/** An issue from before Remit gets no comment; a checklist that it has already is kept up to date. */
function wayOf({ checklist }: IssueFacts, { policy, isOld }: Occasion): Policy['triage']['speak'] {
  const { speak, backfill } = policy.triage;
  if (speak !== 'comment' || !isOld || checklist !== null) return speak;
  return backfill === 'labels' ? 'label' : 'silent';
}

function byLabels(issue: IssueFacts, verdicts: Verdict[], occasion: Occasion): Speech {
  const { add, remove } = needsLabelsFor(issue, verdicts);
  const again = add.length === 0 ? null : patienceFrom(issue.createdAt, occasion);
  const heeded = heedPeople(again === null ? [...remove, ...add] : remove, issue, occasion);
  return { ...heeded, again: earliest([again, heeded.again]) };
}

/** There is never more than one checklist. */
function byChecklist(issue: IssueFacts, verdicts: Verdict[], occasion: Occasion): Speech {
  const checklist = checklistFor(verdicts, issue.checklist?.body ?? null);
  switch (checklist.is) {
    case 'unneeded':
      return withoutLines(issue, 'nothing is missing any more');
    case 'current':
      return withOneChecklist(issue);
    case 'wanted': {
      if (issue.checklist === null) return firstChecklist(issue, { verdicts, body: checklist.body }, occasion);
      return {
        ...nothing,
        effects: [{ do: 'checklist', body: checklist.body(), because: 'what is missing has changed' }],
      };
    }
  }
}

function firstChecklist(
  issue: IssueFacts,
  { verdicts, body }: { verdicts: Verdict[]; body(): string },
  occasion: Occasion,
): Speech {
  const open = verdicts.filter(isUnmet);
  const because = dismissalOf(issue, open, occasion.judge);
  const again = endOfPatience(issue, open, occasion);
  if (again !== null && (because === null || !issue.history.known)) return { ...nothing, again };
  const effect: Effect = { do: 'checklist', body: body(), because: 'something is missing' };
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

const together = (one: Speech, other: Speech): Speech => ({ ...other, effects: [...one.effects, ...other.effects] });
