import type { IssueFacts } from '../model/facts.ts';
import type { Known } from '../model/known.ts';
import type { Effect, Plan, Verdict } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import { memoize } from '../text/memoize.ts';
import { afterEffects } from './after-effects.ts';
import { isFromBefore } from './before-remit.ts';
import { withBots } from './bots.ts';
import { closedEarly } from './closed-early.ts';
import { holdOf } from './hold.ts';
import { makeLabel } from './make-label.ts';
import { noNotices, noticesFor } from './notify.ts';
import type { Ownership } from './owners.ts';
import { earliest, heedPeople } from './people-first.ts';
import type { Judgement } from './requirement.ts';
import { requirements } from './requirements/index.ts';
import { type Suggestion, suggestionsFor } from './routes.ts';
import { settingsOf } from './settings.ts';
import type { Situation } from './situation.ts';
import { speechOn } from './speak.ts';
import { subjectOf } from './subject.ts';

/** @returns what is to be done about an issue and why; the same for the same situation, always. */
export function decide(situation: Situation): Plan {
  const { charter, policy, now, links, installedAt, missingLabels = [] } = situation;
  const issue = withBots(situation.issue, policy.triage.bots);
  const found = judge(issue, situation);
  const { ownership, verdicts } = found;
  const owners = ownership.known ? ownership.value.owners.map(({ slug }) => slug) : [];
  const hold = holdOf(issue, policy);
  if (hold !== null) return { ref: issue.ref, owners, verdicts, effects: [], withheld: [], again: null, hold };
  const isOld = isFromBefore(issue, policy.triage, installedAt);
  const addsNothing = isOld && policy.triage.backfill === 'none';
  const early = closedEarly({ issue, policy, now, installedAt });
  const suggestions = ownership.known && owners.length === 0 ? suggestionsFor(issue, charter, policy) : [];
  const { effects, ...heeded } = heedPeople([...suggestions.map(addLabel), ...found.effects, ...early.effects], issue, {
    now,
    missingLabels,
    addsNothing,
  });
  // The checklist tells what is left once our own changes are made, or it would ask for what is being done.
  const left = effects.length === 0 ? found : judge(afterEffects(issue, effects), situation);
  const notices = isOld
    ? noNotices
    : noticesFor({ issue, charter, policy, now, links, ownership: left.ownership, added: addedBy(effects) });
  const speech = speechOn(issue, left.verdicts, {
    now,
    missingLabels,
    addsNothing,
    policy,
    isOld,
    judge: (state, asked) => judge(state, situation, asked).verdicts,
  });
  return {
    ref: issue.ref,
    owners,
    verdicts,
    effects: [...labelsToMake(suggestions, effects, policy), ...effects, ...notices.effects, ...speech.effects],
    withheld: [...heeded.withheld, ...early.withheld, ...notices.withheld, ...speech.withheld],
    again: earliest([heeded.again, speech.again]),
    hold,
  };
}

const addLabel = ({ label, because }: Suggestion): Effect => ({ do: 'label', add: [label], remove: [], because });

const addedBy = (effects: Effect[]): string[] => effects.flatMap((effect) => (effect.do === 'label' ? effect.add : []));

function labelsToMake(suggestions: Suggestion[], effects: Effect[], { charter }: Policy): Effect[] {
  const added = charter.createLabels ? addedBy(effects) : [];
  return suggestions.filter(({ label }) => added.includes(label)).map(({ group, label }) => makeLabel(group, label));
}

interface Judged {
  ownership: Known<Ownership>;
  verdicts: Verdict[];
  /** What the requirements themselves change. */
  effects: Effect[];
}

/** Judges the issue by all that the project requires, or by those of it that are asked for. */
function judge(issue: IssueFacts, situation: Situation, asked?: string[]): Judged {
  const { policy, links } = situation;
  const { charter, ownership, priorities } = subjectOf({ issue, charter: situation.charter, policy, links });
  const verdicts: Verdict[] = [];
  const effects: Effect[] = [];
  for (const { id, requirement, options } of requiredBy(policy)) {
    if (asked !== undefined && !asked.includes(id)) continue;
    // Written out: spreading it for each requirement takes as long as all that is decided.
    const judgement = requirement.judge({ issue, options, policy, charter, ownership, priorities, links });
    verdicts.push(verdictOf(id, judgement));
    effects.push(...judgement.effects);
  }
  return { ownership, verdicts, effects };
}

/** The requirements that are switched on, with their options. */
const requiredBy = memoize((policy: Policy) => {
  const set = policy.triage.requirements;
  return Object.entries(requirements)
    .filter(([id, { standard }]) => (Object.hasOwn(set, id) ? set[id] !== false : standard))
    .map(([id, requirement]) => ({ id, requirement, options: settingsOf(id, requirement.options, policy) }));
});

function verdictOf(requirement: string, { status, message, remedy, cites }: Judgement): Verdict {
  return remedy === undefined
    ? { requirement, status, message, cites }
    : { requirement, status, message, remedy, cites };
}
