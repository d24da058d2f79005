import type { IssueFacts, LabelFact } from '../../model/facts.ts';
import type { Effect } from '../../model/plan.ts';

/** What differs between the issue as it was read and as the effects want it; what is so already isn't in it. */
export interface Changes {
  /** Names. */
  addLabels: string[];
  removeLabels: LabelFact[];
  /** Names of those to be added that are Remit's own. */
  ownLabels: string[];
  /** Title; `null` clears it, `undefined` leaves it. */
  milestone: string | null | undefined;
  /** The text of a comment to be written, and where. */
  comment: { in: 'new' | { id: string }; body: string } | null;
  /** Ids of comments to be deleted. */
  deleteComments: string[];
}

/** @returns what is left to be done; of several effects on one thing the last holds. */
export function changesFor(issue: IssueFacts, effects: Effect[]): Changes {
  const milestone = effects.findLast((effect) => effect.do === 'milestone');
  const checklist = effects.findLast((effect) => effect.do === 'checklist');
  return {
    ...labelChanges(issue, effects),
    ownLabels: effects.flatMap((effect) => (effect.do === 'label' && effect.own ? effect.add : [])),
    milestone: milestone && milestone.title !== (issue.milestone?.title ?? null) ? milestone.title : undefined,
    ...(checklist ? commentChanges(issue, checklist.body) : { comment: null, deleteComments: [] }),
  };
}

function labelChanges({ labels }: IssueFacts, effects: Effect[]): Pick<Changes, 'addLabels' | 'removeLabels'> {
  const has = new Map(labels.map((label) => [keyOf(label.name), label]));
  const add = new Map<string, string>();
  const remove = new Map<string, LabelFact>();
  for (const effect of effects) {
    if (effect.do !== 'label') continue;
    for (const name of effect.add) {
      remove.delete(keyOf(name));
      if (!has.has(keyOf(name))) add.set(keyOf(name), name);
    }
    for (const name of effect.remove) {
      add.delete(keyOf(name));
      const label = has.get(keyOf(name));
      if (label) remove.set(keyOf(name), label);
    }
  }
  return { addLabels: [...add.values()], removeLabels: [...remove.values()] };
}

/** Labels that differ in letter case only are one label to GitHub. */
const keyOf = (name: string) => name.toLowerCase();

function commentChanges(
  { checklist, surplusChecklists }: IssueFacts,
  body: string | null,
): Pick<Changes, 'comment' | 'deleteComments'> {
  const surplus = surplusChecklists.map(({ id }) => id);
  if (body === null) return { comment: null, deleteComments: checklist ? [checklist.id, ...surplus] : surplus };
  if (!checklist) return { comment: { in: 'new', body }, deleteComments: surplus };
  const comment = checklist.body === body ? null : { in: { id: checklist.id }, body };
  return { comment, deleteComments: surplus };
}
