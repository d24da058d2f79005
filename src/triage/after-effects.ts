import type { IssueFacts } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';
import { isAmong } from '../text/github-names.ts';

/** @returns the issue as it is once the effects are made. What is new has no node ids yet. */
export function afterEffects(issue: IssueFacts, effects: Effect[]): IssueFacts {
  return effects.reduce(afterEffect, issue);
}

function afterEffect(issue: IssueFacts, effect: Effect): IssueFacts {
  switch (effect.do) {
    case 'label': {
      const kept = issue.labels.filter(({ name }) => !isAmong(effect.remove, name));
      const had = kept.map(({ name }) => name);
      const added = effect.add.filter((name) => !isAmong(had, name)).map((name) => ({ id: '', name }));
      return { ...issue, labels: [...kept, ...added] };
    }
    case 'milestone': {
      const { title } = effect;
      return { ...issue, milestone: title === null ? null : { id: '', number: 0, title, state: 'open' } };
    }
    case 'reopen-milestone':
      return { ...issue, milestone: issue.milestone && { ...issue.milestone, state: 'open' } };
    case 'state':
      return { ...issue, state: effect.to };
    case 'title':
      return { ...issue, title: effect.title };
    case 'parent': {
      const parent = effect.issue && { ref: effect.issue, title: '', state: 'open' as const, labels: [], type: null };
      const hidden = parent ? 'the parent was only just set' : null;
      return { ...issue, ancestry: { parents: parent ? [parent] : [], hidden } };
    }
    case 'assign': {
      const kept = issue.assignees.filter((login) => !isAmong(effect.remove, login));
      return { ...issue, assignees: [...kept, ...effect.add.filter((login) => !isAmong(kept, login))] };
    }
    case 'assign-one':
      return { ...issue, assignees: [...issue.assignees, ...effect.of.slice(0, 1)] };
    case 'checklist':
    case 'roll-over':
    case 'create-label':
    case 'notify':
    case 'transfer':
    case 'react':
    case 'reply':
      return issue;
  }
}
