import { type IssueFacts, printRef } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';
import { isAmong, sameOnGitHub } from '../text/github-names.ts';

type Of<Kind extends Effect['do']> = Extract<Effect, { do: Kind }>;

/**
 * @returns what is left of effects that are made one after the other: of several on one thing the last, and nothing
 * that is so already. What takes the issue away comes last.
 */
export function netEffects(issue: IssueFacts, effects: Effect[]): Effect[] {
  const last = <Kind extends Effect['do']>(kind: Kind) =>
    effects.filter((effect): effect is Of<Kind> => effect.do === kind).slice(-1);
  const [parent] = issue.ancestry.parents;
  const isParent = (wanted: Of<'parent'>['issue']) =>
    wanted === null
      ? parent === undefined && issue.ancestry.hidden === null
      : parent !== undefined && sameOnGitHub(printRef(wanted), printRef(parent.ref));
  return [
    ...netNames(
      'label',
      issue.labels.map(({ name }) => name),
      effects,
    ),
    ...last('milestone').filter(({ title }) => title !== (issue.milestone?.title ?? null)),
    ...last('title').filter(({ title }) => title !== issue.title),
    ...last('parent').filter((effect) => !isParent(effect.issue)),
    ...netNames('assign', issue.assignees, effects),
    ...last('state').filter(({ to }) => to !== issue.state),
    ...effects.filter((effect) => effect.do === 'roll-over'),
    ...last('transfer'),
  ];
}

/** Of each name what was wanted of it last. */
function netNames(kind: 'label' | 'assign', names: string[], effects: Effect[]): Effect[] {
  const wanted = new Map<string, { name: string; isAdded: boolean }>();
  let because = '';
  for (const effect of effects) {
    if (effect.do !== kind) continue;
    for (const name of effect.add) wanted.set(name.toLowerCase(), { name, isAdded: true });
    for (const name of effect.remove) wanted.set(name.toLowerCase(), { name, isAdded: false });
    because = effect.because;
  }
  const changed = [...wanted.values()].filter(({ name, isAdded }) => isAmong(names, name) !== isAdded);
  if (changed.length === 0) return [];
  const named = (isWanted: boolean) => changed.filter(({ isAdded }) => isAdded === isWanted).map(({ name }) => name);
  return [{ do: kind, add: named(true), remove: named(false), because }];
}
