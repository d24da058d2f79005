import { type IssueFacts, type IssueRef, type LabelFact, printRef, type RepositoryRef } from '../../model/facts.ts';
import type { Effect } from '../../model/plan.ts';

type Of<Kind extends Effect['do']> = Extract<Effect, { do: Kind }>;

/** What differs between the issue as it was read and as the effects want it; what is so already isn't in it. */
export interface Changes {
  /** Names. */
  addLabels: string[];
  removeLabels: LabelFact[];
  /** Those to be added that are to be made where the repository has none. */
  newLabels: NewLabel[];
  /** Title; `null` clears it, `undefined` leaves it. */
  milestone: string | null | undefined;
  /** The text of a comment to be written, and where. */
  comment: { in: 'new' | { id: string }; body: string } | null;
  /** Ids of comments to be deleted. */
  deleteComments: string[];
  title: string | null;
  state: Of<'state'> | null;
  /** The parent that it gets, or the one that it is taken out of. */
  parent: { add: IssueRef } | { remove: IssueRef } | null;
  /** Logins. */
  assign: string[];
  unassign: string[];
  replies: Of<'reply'>[];
  reactions: Of<'react'>[];
  transfer: RepositoryRef | null;
  /** Texts of comments to be written besides. */
  notices: string[];
  /** Logins: of each list, the first who can be assigned is to be. */
  assignOneOf: string[][];
}

/** A label as it is made. */
export interface NewLabel {
  name: string;
  /** Six hexadecimal digits. */
  color: string;
  description: string;
}

/** @returns what is left to be done; of several effects on one thing the last holds. */
export function changesFor(issue: IssueFacts, effects: Effect[]): Changes {
  const last = <Kind extends Effect['do']>(kind: Kind) =>
    effects.findLast((effect): effect is Of<Kind> => effect.do === kind);
  const milestone = last('milestone');
  const checklist = last('checklist');
  const title = last('title');
  const state = last('state');
  return {
    ...labelChanges(issue, effects),
    newLabels: effects.flatMap(newLabelsOf),
    milestone: milestone && milestone.title !== (issue.milestone?.title ?? null) ? milestone.title : undefined,
    ...(checklist ? commentChanges(issue, checklist.body) : { comment: null, deleteComments: [] }),
    title: title && title.title !== issue.title ? title.title : null,
    state: state && state.to !== issue.state ? state : null,
    parent: parentChange(issue, last('parent')),
    ...assigneeChanges(issue, effects),
    replies: effects.filter((effect) => effect.do === 'reply'),
    reactions: effects.filter((effect) => effect.do === 'react'),
    transfer: last('transfer')?.to ?? null,
    notices: effects.flatMap((effect) =>
      effect.do === 'notify' && !wasTold(effect.group, issue) ? [effect.body] : [],
    ),
    assignOneOf: effects.flatMap((effect) => (effect.do === 'assign-one' ? [effect.of] : [])),
  };
}

function parentChange({ ancestry }: IssueFacts, effect: Of<'parent'> | undefined): Changes['parent'] {
  if (!effect) return null;
  const [current] = ancestry.parents;
  if (effect.issue) return current && isSame(current.ref, effect.issue) ? null : { add: effect.issue };
  return current ? { remove: current.ref } : null;
}

const isSame = (one: IssueRef, other: IssueRef) => printRef(one).toLowerCase() === printRef(other).toLowerCase();

function assigneeChanges({ assignees }: IssueFacts, effects: Effect[]): Pick<Changes, 'assign' | 'unassign'> {
  const has = new Set(assignees.map(keyOf));
  const wanted = new Map<string, { login: string; isAdded: boolean }>();
  for (const effect of effects) {
    if (effect.do !== 'assign') continue;
    for (const login of effect.add) wanted.set(keyOf(login), { login, isAdded: true });
    for (const login of effect.remove) wanted.set(keyOf(login), { login, isAdded: false });
  }
  const changed = [...wanted].filter(([key, { isAdded }]) => has.has(key) !== isAdded).map(([, each]) => each);
  return {
    assign: changed.filter(({ isAdded }) => isAdded).map(({ login }) => login),
    unassign: changed.filter(({ isAdded }) => !isAdded).map(({ login }) => login),
  };
}

const wasTold = (group: string, { notices }: IssueFacts): boolean => notices.known && notices.value.includes(group);

/** Labels of Remit's own are grey: they tell of something that isn't there. */
function newLabelsOf(effect: Effect): NewLabel[] {
  if (effect.do === 'create-label') return [effect];
  if (effect.do !== 'label' || !effect.own) return [];
  return effect.add.map((name) => ({ name, color: 'ededed', description: 'Set and taken off by Remit' }));
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

/** Labels, and logins, that differ in letter case only are the same to GitHub. */
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
