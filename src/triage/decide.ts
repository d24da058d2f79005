import type { IssueFacts } from '../model/facts.ts';
import type { Known } from '../model/known.ts';
import type { Effect, Plan, Verdict } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
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
import type { Situation } from './situation.ts';
import { speechOn } from './speak.ts';
import { subjectOf } from './subject.ts';

/** @returns what is to be done about an issue and why; the same for the same situation, always. */
export function decide(situation: Situation): Plan {
  const { policy, now, missingLabels = [] } = situation;
  const issue = withBots(situation.issue, policy.triage.bots);
  const judgeAs = (state: IssueFacts) => judge({ ...situation, issue: state });
  const found = judgeAs(issue);
  const { ownership, verdicts } = found;
  const owners = ownership.known ? ownership.value.owners.map(({ slug }) => slug) : [];
  const hold = holdOf(issue, policy);
  if (hold !== null) return { ref: issue.ref, owners, verdicts, effects: [], withheld: [], again: null, hold };
  const isOld = isFromBefore(issue, policy.triage, situation.installedAt);
  const moment = { now, missingLabels, addsNothing: isOld && policy.triage.backfill === 'none' };
  const early = closedEarly({ ...situation, issue });
  const suggestions = ownership.known && owners.length === 0 ? suggestionsFor(issue, situation.charter, policy) : [];
  const { effects, ...heeded } = heedPeople(
    [...suggestions.map(addLabel), ...found.effects, ...early.effects],
    issue,
    moment,
  );
  // The checklist tells what is left once our own changes are made, or it would ask for what is being done.
  const left = effects.length === 0 ? found : judgeAs(afterEffects(issue, effects));
  const notices = isOld
    ? noNotices
    : noticesFor({ ...situation, issue, ownership: left.ownership, added: addedBy(effects) });
  const speech = speechOn(issue, left.verdicts, {
    ...moment,
    policy,
    isOld,
    judge: (state) => judgeAs(state).verdicts,
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

function judge(situation: Situation): Judged {
  const subject = subjectOf(situation);
  const verdicts: Verdict[] = [];
  const effects: Effect[] = [];
  for (const [id, requirement] of Object.entries(requirements)) {
    const options = optionsOf(id, situation.policy);
    if (options === false) continue;
    const judgement = requirement.judge({ ...subject, options });
    verdicts.push(verdictOf(id, judgement));
    effects.push(...judgement.effects);
  }
  return { ownership: subject.ownership, verdicts, effects };
}

/** What holds for requirements that the configuration says nothing of. */
const standardOptions = Object.fromEntries(
  Object.entries(requirements).map(([id, { standard, options }]) => [id, standard ? options.parse({}) : false]),
);

/** @returns `false` where the requirement is switched off. */
function optionsOf(id: string, { triage }: Policy): unknown {
  return Object.hasOwn(triage.requirements, id) ? triage.requirements[id] : standardOptions[id];
}

function verdictOf(requirement: string, { status, message, remedy, cites }: Judgement): Verdict {
  return { requirement, status, message, ...(remedy === undefined ? {} : { remedy }), cites };
}
