import type { Actor, Change, IssueFacts } from '../model/facts.ts';
import { known } from '../model/known.ts';
import type { Effect } from '../model/plan.ts';
import { afterEffects } from './after-effects.ts';

/**
 * @returns the issue as it is once somebody's commands are obeyed. Its history has the changes as theirs: what they
 * asked for is what they did.
 */
export function afterCommands(issue: IssueFacts, effects: Effect[], who: { by: Actor; at: string }): IssueFacts {
  const { history } = issue;
  const changes = effects.flatMap((effect) => changesBy(effect, issue, who));
  return {
    ...afterEffects(issue, effects),
    history: history.known ? known([...history.value, ...changes]) : history,
  };
}

function changesBy(
  effect: Effect,
  { milestone, ancestry }: IssueFacts,
  { by, at }: { by: Actor; at: string },
): Change[] {
  switch (effect.do) {
    case 'label':
      return [
        ...effect.remove.map((label): Change => ({ what: 'unlabeled', label, by, at })),
        ...effect.add.map((label): Change => ({ what: 'labeled', label, by, at })),
      ];
    case 'milestone':
      return [
        ...(milestone ? [{ what: 'demilestoned', milestone: milestone.title, by, at } as const] : []),
        ...(effect.title === null ? [] : [{ what: 'milestoned', milestone: effect.title, by, at } as const]),
      ];
    case 'assign':
      return [
        ...effect.remove.map((assignee): Change => ({ what: 'unassigned', assignee, by, at })),
        ...effect.add.map((assignee): Change => ({ what: 'assigned', assignee, by, at })),
      ];
    case 'parent':
      return [
        ...ancestry.parents.slice(0, 1).map(({ ref }): Change => ({ what: 'unparented', parent: ref, by, at })),
        ...(effect.issue === null ? [] : [{ what: 'parented', parent: effect.issue, by, at } as const]),
      ];
    default:
      return [];
  }
}
