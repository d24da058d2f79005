import { printRef } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';

/** @returns an effect in a few words, without anybody's texts: names of labels, logins and numbers are none. */
export function describeEffect(effect: Effect): string {
  switch (effect.do) {
    case 'label':
      return ['label', ...signed(effect)].join(' ');
    case 'milestone':
      return effect.title === null ? 'milestone cleared' : 'milestone set';
    case 'checklist':
      return effect.body === null ? 'checklist taken away' : 'checklist written';
    case 'roll-over':
      return `milestone ${effect.from.number} rolls over`;
    case 'reopen-milestone':
      return `milestone ${effect.number} opened again`;
    case 'state':
      return effect.to === 'open' ? 'reopened' : `closed as ${effect.as}`;
    case 'title':
      return 'title changed';
    case 'parent':
      return effect.issue === null ? 'parent cleared' : `parent ${printRef(effect.issue)}`;
    case 'assign':
      return ['assignees', ...signed(effect)].join(' ');
    case 'transfer':
      return `transferred to ${effect.to.owner}/${effect.to.name}`;
    case 'react':
      return effect.with === null ? 'reaction taken away' : `reaction ${effect.with}`;
    case 'reply':
      return effect.body === null ? 'reply taken away' : 'reply written';
    case 'create-label':
      return `label ${effect.name} made`;
    case 'assign-one':
      return `assign one of ${effect.of.join(' ')}`;
    case 'notify':
      return `notice to ${effect.group}`;
  }
}

const signed = ({ add, remove }: { add: string[]; remove: string[] }): string[] => [
  ...add.map((name) => `+${name}`),
  ...remove.map((name) => `-${name}`),
];
