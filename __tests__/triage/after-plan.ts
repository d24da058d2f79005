import type { Change, IssueFacts } from '../../src/model/facts.ts';
import { known } from '../../src/model/known.ts';
import type { Plan } from '../../src/model/plan.ts';
import { remit } from './history.ts';

/** The issue as it is once GitHub has done what the plan says, at that moment. */
export function afterPlan(
  issue: IssueFacts,
  { effects }: Pick<Plan, 'effects'>,
  { at = '2026-06-01T00:00:00.000Z' }: { at?: string } = {},
): IssueFacts {
  let after = issue;
  const happened: Change[] = [];
  for (const effect of effects) {
    if (effect.do === 'label') {
      const kept = after.labels.filter(({ name }) => !effect.remove.includes(name));
      after = { ...after, labels: [...kept, ...effect.add.map((name) => ({ id: `L_${name}`, name }))] };
      happened.push(...effect.add.map((label): Change => ({ what: 'labeled', label, by: remit, at })));
      happened.push(...effect.remove.map((label): Change => ({ what: 'unlabeled', label, by: remit, at })));
    }
    if (effect.do === 'checklist') {
      const checklist = effect.body === null ? null : { id: after.checklist?.id ?? 'C_new', body: effect.body };
      after = { ...after, checklist, surplusChecklists: [] };
    }
    if (effect.do === 'assign-one') {
      const assignee = effect.of[0]!;
      after = { ...after, assignees: [...after.assignees, assignee] };
      happened.push({ what: 'assigned', assignee, by: remit, at });
    }
    if (effect.do === 'notify') {
      const before = after.notices.known ? after.notices.value : [];
      after = { ...after, notices: known([...before, effect.group]) };
    }
  }
  return { ...after, history: after.history.known ? known([...after.history.value, ...happened]) : after.history };
}
