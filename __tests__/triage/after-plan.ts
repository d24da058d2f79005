import type { IssueFacts } from '../../src/model/facts.ts';
import type { Plan } from '../../src/model/plan.ts';

/** The issue as it is once GitHub has done what the plan says. */
export function afterPlan(issue: IssueFacts, { effects }: Plan): IssueFacts {
  let after = issue;
  for (const effect of effects) {
    if (effect.do === 'label') {
      const kept = after.labels.filter(({ name }) => !effect.remove.includes(name));
      after = { ...after, labels: [...kept, ...effect.add.map((name) => ({ id: `L_${name}`, name }))] };
    }
    if (effect.do === 'checklist') {
      const checklist = effect.body === null ? null : { id: after.checklist?.id ?? 'C_new', body: effect.body };
      after = { ...after, checklist, surplusChecklists: [] };
    }
  }
  return after;
}
